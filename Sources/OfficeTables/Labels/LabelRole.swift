/// What a row or column label says about the numbers beside it.
public enum LabelRole: String, Sendable, Hashable, Codable, CaseIterable {
    /// A member: its numbers count.
    case data
    /// The sum of everything: 合計, 総数, 年度計.
    case total
    /// The sum of some members: 小計, 上期計, 圏域計.
    case subtotal
    /// Part of another row that already counts it: 再掲, 内数, うち….
    case ofWhich = "of-which"
    /// A comparison with another figure: 前年比, 構成比, 増減.
    case ratio
    /// An average, or an earlier year's figure printed for comparison.
    case comparison
    /// No row of numbers at all: ※…, 注…, 資料….
    case note

    /// Whether numbers of this role may be added up.
    public var isAddable: Bool { self == .data }
}
