public import Languages
public import Tables

extension ColumnType {
    /// The type as people say it.
    public var name: BilingualText {
        switch self {
        case .text: BilingualText(ja: "文字", en: "a text")
        case .number: BilingualText(ja: "数", en: "a number")
        case .period: BilingualText(ja: "期間", en: "a period")
        case .boolean: BilingualText(ja: "真偽", en: "a yes/no value")
        }
    }
}
