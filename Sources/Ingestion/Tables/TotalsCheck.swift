import Diagnostics
import Languages
import OfficeTables
import PipelineDefinition
import Tables
import VisitorModel

/// Holds the totals a table prints against the numbers read from it: row totals, column totals, totals in a column of
/// their own, above or below their parts.
///
/// A number is a part with labels (place, month, kind …). A total lacks one of them or more: 合計 stands where the place
/// or the month should be. Its parts are the numbers that share its other labels. Which of these it covers, office tables
/// leave to the eye: all of them, those since the last subtotal, or one year of them. So a total is in order when one of
/// these readings fits, and what does not fit is told with the place to look at.
///
/// Only tables a person could print are checked: beyond ``limit`` numbers everything is forgotten, and the check says so.
struct TotalsCheck {
    /// A number read.
    struct Part {
        var labels: [String]
        var period: Period?
        var value: ObservedValue
        var position: SourcePosition
        var valueColumn: Int
        var order: Int
        var block: Int
    }

    /// A total read.
    struct Printed {
        /// Its labels; `nil` where it lacks one.
        var labels: [String?]
        /// What it is the total of, as the table says it.
        var heading: String
        /// The period its label names, when it does: 平成25年計.
        var period: Period?
        var value: ObservedValue
        var position: SourcePosition
        var valueColumn: Int
        var order: Int
        var block: Int
    }

    /// How many numbers are kept, about 10 MB.
    static let limit = 50_000

    /// Whether numbers are still taken in.
    private(set) var isWatching: Bool
    private let columns: [ProfileColumn]
    private let roles: LabelRoles
    private let file: String
    private(set) var parts: [Part] = []
    private(set) var printed: [Printed] = []
    private var block = 0
    private var order = 0
    private var hasOverflown = false

    init(profile: ProfileDefinition, file: String) {
        isWatching = profile.checksTotals
        columns = profile.columns
        roles = profile.labelRoles
        self.file = file
    }

    /// A new table begins: its totals cover nothing that came before.
    mutating func beginBlock() { block += 1 }

    /// Takes in what became of a number.
    mutating func take(
        _ entry: Entry, _ fate: EntryProcessor.Fate, valueColumn: Int, processor: inout EntryProcessor
    ) {
        var labels: [String?] = []
        var period: Period?
        var totalPeriod: Period?
        var heading: [String] = []
        for (index, column) in columns.enumerated() where !column.isValue {
            if case .fixed = column.source { continue }
            switch processor.reading(ofColumn: index, entry.texts[index], yearText: entry.yearTexts[index]) {
            case .value(let value, _, _):
                labels.append(value.plainText)
                period = value.period ?? period
                if let text = entry.texts[index], !text.isEmpty, text.utf8.count < 60 { heading.append(text) }
            case .role(.total), .role(.subtotal):
                labels.append(nil)
                let text = entry.texts[index] ?? ""
                totalPeriod = (try? PeriodReader().read(text).period) ?? totalPeriod
                // 28年度 below the months of another year: a sum, but of nothing that stands here.
                if totalPeriod == nil, column.type.periodKind != nil, roles.role(of: text) == .data { return }
            case .role, .ignored, .fault: return
            }
        }
        let isTotal = labels.contains(nil)
        guard isTotal || !fate.isIgnored else { return }
        let reading = processor.reading(ofColumn: valueColumn, entry.texts[valueColumn])
        let value: ObservedValue
        switch reading {
        case .value(let cell, let rounding, _):
            switch cell {
            case .number(let number): value = ObservedValue(number, roundingHalfWidth: rounding)
            case .absent(let status): value = ObservedValue(absent: status)
            default: return
            }
        case .fault: value = ObservedValue(absent: .held)
        case .role, .ignored: return
        }
        order += 1
        let position = entry.position(of: valueColumn, in: file)
        if isTotal {
            printed.append(
                Printed(
                    labels: labels, heading: heading.joined(separator: " "), period: totalPeriod, value: value,
                    position: position, valueColumn: valueColumn, order: order, block: block))
        } else {
            parts.append(
                Part(
                    labels: labels.compactMap { $0 }, period: period, value: value, position: position,
                    valueColumn: valueColumn, order: order, block: block))
        }
        if parts.count + printed.count > Self.limit { forget() }
    }

    private mutating func forget() {
        isWatching = false
        hasOverflown = !printed.isEmpty
        parts = []
        printed = []
    }

    /// What is wrong with the totals, in the order of the table.
    mutating func finish() -> [Diagnostic] {
        if hasOverflown { return [.totalsUnchecked(in: file)] }
        let differences = TotalScopes(self).differences()
        let locations = TotalLocations(differences, parts: parts)
        return differences.indices.map { index in
            .totalDiffers(differences[index], suspect: locations.suspect(for: index).map { parts[$0] })
        }
    }
}

extension EntryProcessor.Fate {
    /// Whether the entry was set aside.
    var isIgnored: Bool {
        if case .ignored = self { true } else { false }
    }
}

extension Diagnostic {
    fileprivate static func totalsUnchecked(in file: String) -> Diagnostic {
        Diagnostic(
            code: "total.unchecked", severity: .notice, position: SourcePosition(file: file),
            message: BilingualText(
                ja: "数値が \(TotalsCheck.limit) を超えるため、印字された合計は照合していません。",
                en: "The table holds more than \(TotalsCheck.limit) numbers; its printed totals were not checked."))
    }

    fileprivate static func totalDiffers(_ total: DifferingTotal, suspect: TotalsCheck.Part?) -> Diagnostic {
        let difference = total.difference
        let what = total.printed.heading
        let size = difference.isNegative ? difference.negated.description : difference.description
        let ja = what.isEmpty ? "合計欄" : "「\(what)」の合計欄"
        let en = what.isEmpty ? "The printed total" : "\(what): the printed total"
        var message = BilingualText(
            ja: "\(ja)は \(total.value) ですが、内訳の合計は \(total.sum) です（\(size) \(difference.isNegative ? "少ない" : "多い")）。",
            en:
                "\(en) is \(total.value), \(size) \(difference.isNegative ? "less" : "more") than its parts, which add up to \(total.sum)."
        )
        var remedy = BilingualText(
            ja: "内訳の入力漏れ、再掲の行の重複、合計の計算式の範囲を確かめてください。",
            en: "Look for a part left out, a part counted twice, or a formula that does not cover every row.")
        if let suspect {
            let place = suspect.position.cell ?? suspect.position.row.map(String.init) ?? ""
            let value = suspect.value.number?.description ?? ""
            message = BilingualText(
                ja: message.ja + " \(place)（\(value)）が原因のようです。", en: message.en + " It looks like \(place) (\(value)).")
            remedy = BilingualText(
                ja: "\(place) の数値を元の資料と照らし合わせてください。", en: "Compare the number in \(place) with its source.")
        }
        return Diagnostic(
            code: "total.differs", severity: .warning, position: total.printed.position,
            value: total.value.description, message: message, remedy: remedy)
    }
}
