public import Languages
public import Tables

/// A function that makes one value of a group's rows.
public enum AggregateFunction: String, Sendable, Hashable, CaseIterable {
    case sum, count, min, max, first, weakest, mean

    /// The types of the columns it takes; empty when it takes none.
    public var inputTypes: [ColumnType] {
        switch self {
        case .sum, .mean: [.number]
        case .count: []
        case .min, .max: [.number, .period]
        case .first: ColumnType.allCases
        case .weakest: [.text]
        }
    }

    /// The type of the result for a column of some type.
    func resultType(of input: ColumnType?) -> ColumnType {
        switch self {
        case .sum, .mean, .count: .number
        case .weakest: .text
        case .min, .max, .first: input ?? .number
        }
    }

    /// What it gives, in one line.
    public var summary: BilingualText {
        switch self {
        case .sum:
            BilingualText(
                ja: "合計です。値のない行が1つでもあれば、合計も値なしとし、最も弱い状態を付けます。",
                en: "The sum; missing, with the weakest status, when any row of the group is missing.")
        case .count: BilingualText(ja: "行数です。", en: "The number of rows.")
        case .min: BilingualText(ja: "最小の数、または最も早い期間です。", en: "The smallest number or the earliest period.")
        case .max: BilingualText(ja: "最大の数、または最も遅い期間です。", en: "The largest number or the latest period.")
        case .first: BilingualText(ja: "行の順で最初にある値です。", en: "The first known value, in the order of the rows.")
        case .weakest:
            BilingualText(
                ja: "状態の列のうち、最も弱い状態です(確定より速報が弱い)。",
                en: "The weakest of the statuses in a column (preliminary is weaker than final).")
        case .mean:
            BilingualText(
                ja: "行についての平均(小数点以下9桁で四捨五入)です。値のない行があれば値なしとします。",
                en: "The mean over the rows, rounded to nine digits; missing when any row is missing.")
        }
    }
}

/// One column that an aggregate makes.
struct AggregateOutput: Sendable, Hashable {
    let name: String
    let function: AggregateFunction
    /// The place of the input column; `nil` for `count()`.
    let index: Int?
    /// The formula as written.
    let text: String
}
