import Diagnostics
import Languages
import OfficeTables
import PipelineDefinition
import Tables
import VisitorModel

/// Turns the texts of one profile column into values.
///
/// Each distinct text is read once: counts files repeat the same places and months thousands of times.
struct ColumnInterpreter {
    /// What a text turned out to be.
    enum Reading: Sendable {
        /// A value, with the rounding it was stated with and what is worth knowing.
        case value(CellValue, roundingHalfWidth: Int, notices: [@Sendable (SourcePosition) -> Diagnostic])
        /// Not ours, for a reason.
        case ignored(BilingualText)
        /// A label that names a total, a part or a note rather than data.
        case role(LabelRole)
        /// Not readable.
        case fault(@Sendable (SourcePosition) -> Diagnostic)
    }

    let column: ProfileColumn
    let periods: PeriodReader
    let roles: LabelRoles
    private let resolver: LabelResolver?
    private let numbers: NumberReader
    private let ignored: Set<LabelKey>
    private var known: [String: Reading] = [:]
    private var knownParts: [Parts: Reading] = [:]
    private(set) var plainForm = PlainForm.none

    /// A month and its year, where they stand apart.
    private struct Parts: Hashable {
        var text: String
        var yearText: String
        var assumesFiscal: Bool
    }

    /// Distinct texts beyond this are read afresh, so that a column of ever new texts cannot fill the memory.
    private static let knownLimit = 50_000

    init(_ column: ProfileColumn, destination: DestinationDefinition, roles: LabelRoles, scale: Scale?) {
        self.column = column
        self.roles = roles
        ignored = Set(column.ignoredLabels.map { LabelKey($0) })
        switch column.type {
        case .place: resolver = LabelResolver(places: destination.places, within: column.within, map: column.map)
        case .market: resolver = LabelResolver(markets: destination.markets, map: column.map)
        case .status: resolver = LabelResolver(map: column.map, usual: usualStatusWords)
        case .text where !column.map.isEmpty: resolver = LabelResolver(map: column.map)
        default: resolver = nil
        }
        periods = PeriodReader(expecting: column.type.periodKind.map { [$0] })
        numbers = NumberReader(
            rules: NumberRules(
                symbols: column.symbols.filter { !$0.key.isEmpty }, emptyCell: column.symbols[""],
                allowsNegative: column.type == .number, allowsFraction: column.type == .number,
                scale: column.scale ?? scale ?? .one, allowsFootnoteMark: column.allowsFootnotes,
                brackets: column.brackets.flatMap { BracketMeaning(rawValue: $0) }))
        plainForm = findPlainForm()
    }

    /// Whether digits alone are their own value, whatever the profile says of scales and symbols.
    var digitsAreValues: Bool { plainForm == .digits }

    /// The value of an entry's text.
    ///
    /// - Parameters:
    ///   - text: The text; `nil` when the field is not there.
    ///   - yearText: For a month in parts, the text its year is in.
    ///   - assumesFiscal: Whether the header runs from April to March, so that a year without 年度 is one.
    mutating func read(_ text: String?, yearText: String?, assumesFiscal: Bool = false) -> Reading {
        if column.yearSource != nil {
            return readParts(text ?? "", yearText: yearText ?? "", assumesFiscal: assumesFiscal)
        }
        let text = text ?? ""
        if let reading = plainReading(of: text) { return reading }
        if let reading = known[text] { return reading }
        let reading = readAfresh(text)
        if known.count < Self.knownLimit { known[text] = reading }
        return reading
    }

    /// Reads a text by all the rules, whatever is known of it.
    func readAfresh(_ text: String) -> Reading {
        if !ignored.isEmpty, ignored.contains(LabelKey(text)) { return .ignored(IgnoredReason.listed) }
        switch column.type {
        case .count, .number: return number(text)
        case .place, .market, .status: return label(text)
        case .text:
            if resolver != nil { return label(text) }
            let role = roles.role(of: text)
            if role != .data { return .role(role) }
            return .value(LabelKey.isBlank(text) ? .absent(.notReported) : .text(text), roundingHalfWidth: 0, notices: [])
        case .day, .month, .quarter, .calendarYear, .fiscalYear: return period(text)
        }
    }

    private func number(_ text: String) -> Reading {
        let reading = numbers.read(text)
        switch reading {
        case .fault: return .fault { reading.diagnostics(text: text, position: $0)[0] }
        case .part: return .role(.ofWhich)
        default:
            let notices = reading.diagnostics(text: text, position: nil).indices.map { index in
                { @Sendable (position: SourcePosition) in reading.diagnostics(text: text, position: position)[index] }
            }
            guard let observed = reading.observed else { return .fault { .missing(at: $0) } }
            return .value(
                observed.number.map { .number($0) } ?? .absent(observed.status),
                roundingHalfWidth: observed.roundingHalfWidth, notices: notices)
        }
    }

    private func label(_ text: String) -> Reading {
        guard let resolver else { return .fault { .missing(at: $0) } }
        switch resolver.resolve(text) {
        case .known(let meaning): return .value(.text(meaning), roundingHalfWidth: 0, notices: [])
        case .ambiguous(let meanings): return .fault { .ambiguous(text, meanings, at: $0) }
        case .unknown: break
        }
        let role = roles.role(of: text)
        if role != .data { return .role(role) }
        if LabelKey.isBlank(text) {
            // A status may be left out: the number is then as reported.
            if column.type == .status {
                return .value(.text(ObservationStatus.reported.rawValue), roundingHalfWidth: 0, notices: [])
            }
            return .fault { .missing(at: $0) }
        }
        if column.unknownLabels == .ignore { return .ignored(IgnoredReason.notOurs) }
        let names = resolver.names
        let isPlace = column.type == .place
        return .fault { .unknownLabel(text, isPlace: isPlace, among: names, at: $0) }
    }

    private mutating func readParts(_ text: String, yearText: String, assumesFiscal: Bool) -> Reading {
        if !ignored.isEmpty, ignored.contains(LabelKey(text)) || ignored.contains(LabelKey(yearText)) {
            return .ignored(IgnoredReason.listed)
        }
        let parts = Parts(text: text, yearText: yearText, assumesFiscal: assumesFiscal)
        if let reading = knownParts[parts] { return reading }
        let reading = periodInParts(text, yearText: yearText, assumesFiscal: assumesFiscal)
        if knownParts.count < Self.knownLimit { knownParts[parts] = reading }
        return reading
    }
}

/// The words offices mark the firmness of a figure with.
private let usualStatusWords: [String: String] = {
    var words = Dictionary(uniqueKeysWithValues: ObservationStatus.allCases.map { ($0.rawValue, $0.rawValue) })
    for word in ["確報", "確定", "確定値", "確報値"] { words[word] = ObservationStatus.final.rawValue }
    for word in ["速報", "速報値"] { words[word] = ObservationStatus.preliminary.rawValue }
    for word in ["暫定", "暫定値"] { words[word] = ObservationStatus.provisional.rawValue }
    for word in ["推計", "推計値", "推定"] { words[word] = ObservationStatus.estimated.rawValue }
    for word in ["報告", "実績"] { words[word] = ObservationStatus.reported.rawValue }
    return words
}()
