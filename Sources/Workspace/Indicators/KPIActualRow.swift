import Diagnostics
import Languages
import OfficeTables
import VisitorLedger
import VisitorMetrics
import VisitorModel

/// One row of the file of actuals, read or refused.
struct KPIActualRow {
    /// A row that can be used.
    struct Entry {
        var indicator: String
        var actual: IndicatorActual
        var reportedOn: Timestamp?
    }

    /// What the row says; `nil` when it is held.
    var entry: Entry?
    /// Why it is held, and notices.
    var diagnostics: [Diagnostic] = []

    /// What a row is about: an indicator or the foreign part of one.
    struct Subject {
        var name: String
        var indicator: IndicatorDefinition
    }

    /// What the columns are called, in either language.
    struct Header {
        enum Column: String, CaseIterable {
            case indicator
            case year
            case value
            case status
            case evidence
            case reportedOn = "reported-on"
            case note

            var japanese: String {
                switch self {
                case .indicator: "指標"
                case .year: "年"
                case .value: "値"
                case .status: "状態"
                case .evidence: "根拠"
                case .reportedOn: "報告日"
                case .note: "備考"
                }
            }
        }

        private var places: [Column: Int] = [:]

        /// Finds the columns; `nil` unless indicator, year and value are there.
        init?(_ texts: [String]) {
            for (index, text) in texts.enumerated() {
                let name = text.filter { !$0.isWhitespace && $0 != "\u{FEFF}" }
                for column in Column.allCases where name == column.rawValue || name == column.japanese {
                    places[column] = index
                }
            }
            guard [.indicator, .year, .value].allSatisfy({ places[$0] != nil }) else { return nil }
        }

        func index(of column: Column) -> Int? { places[column] }
    }

    /// Reads rows under one header.
    struct Parser {
        let header: Header
        let catalogue: IndicatorCatalogue
        let file: String
        let sha256: String

        private static let numbers = NumberReader(
            rules: NumberRules(
                symbols: [
                    "-": .absent(.notReported), "…": .absent(.notSurveyed), "未計測": .absent(.notSurveyed),
                    "x": .absent(.suppressed),
                ],
                allowsNegative: true, allowsFraction: true))

        func row(_ texts: [String], at position: SourcePosition) -> KPIActualRow {
            func text(_ column: Header.Column) -> String? {
                guard let index = header.index(of: column), texts.indices.contains(index) else { return nil }
                let trimmed = texts[index].withoutOuterSpace
                return trimmed.isEmpty ? nil : trimmed
            }
            func place(_ column: Header.Column) -> SourcePosition {
                var place = position
                place.column = header.index(of: column).map { $0 + 1 }
                return place
            }
            guard let name = text(.indicator), let subject = find(name) else {
                return .held(.unknownIndicator(text(.indicator) ?? "", among: knownNames, at: place(.indicator)))
            }
            let indicator = subject.indicator
            if let definition = indicator.definition, subject.name == indicator.id {
                return .held(.computed(indicator.id, by: definition, at: place(.indicator)))
            }
            let written = text(.year) ?? ""
            let period: Period
            var notices: [Diagnostic] = []
            do throws(PeriodFault) {
                let year = try PeriodReader.readYear(written)
                notices = year.notices.map { $0.diagnostic(text: written, position: place(.year)) }
                let isFiscal = indicator.basis == .fiscalYear
                guard year.basis == .unspecified || (year.basis == .fiscal) == isFiscal else {
                    return .held(.otherBasis(written, isFiscal: isFiscal, at: place(.year)))
                }
                period = indicator.period(year.number)
            } catch {
                return .held(error.diagnostic(text: written, position: place(.year)))
            }
            let reading = Self.numbers.read(text(.value) ?? "")
            guard let observed = reading.observed else {
                return .held(reading.diagnostics(text: text(.value) ?? "", position: place(.value)))
            }
            let status: ObservationStatus
            if let word = text(.status) {
                guard let found = ObservationStatus.allCases.first(where: { $0.isCalled(word) }) else {
                    return .held(.unknownStatus(word, at: place(.status)))
                }
                status = found
            } else {
                status = observed.status
            }
            var reportedOn: Timestamp?
            if let day = text(.reportedOn) {
                guard let moment = Timestamp(day, minutesAheadOfUTC: Timestamp.minutesOfJapan) else {
                    return .held(.notADay(day, at: place(.reportedOn)))
                }
                reportedOn = moment
            }
            let value = observed.number.map { ObservedValue($0, status: status) } ?? observed
            let actual = IndicatorActual(
                period: period, value: value,
                origin: .cell(file: file, row: position.row ?? position.line ?? 0, sha256: sha256),
                evidence: text(.evidence), note: text(.note))
            return KPIActualRow(
                entry: Entry(indicator: subject.name, actual: actual, reportedOn: reportedOn), diagnostics: notices)
        }

        /// An indicator, or the foreign part of one.
        private func find(_ name: String) -> Subject? {
            for indicator in catalogue.indicators {
                let titles = [indicator.id, indicator.titles.ja, indicator.titles.en]
                if titles.contains(name) { return Subject(name: indicator.id, indicator: indicator) }
                if indicator.hasInboundPart, name == indicator.inboundID {
                    return Subject(name: indicator.inboundID, indicator: indicator)
                }
            }
            return nil
        }

        private var knownNames: [String] {
            catalogue.indicators.flatMap { [$0.id] + ($0.hasInboundPart ? [$0.inboundID] : []) }
        }
    }

    static func held(_ diagnostics: [Diagnostic]) -> KPIActualRow { KPIActualRow(diagnostics: diagnostics) }

    static func held(_ diagnostic: Diagnostic) -> KPIActualRow { KPIActualRow(diagnostics: [diagnostic]) }
}

extension String {
    /// The text without white space at its ends.
    fileprivate var withoutOuterSpace: String {
        var rest = Substring(self)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
