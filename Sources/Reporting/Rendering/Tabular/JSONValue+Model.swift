public import Languages
public import VisitorModel

extension JSONValue {
    /// A text in both languages.
    public static func bilingual(_ text: BilingualText) -> JSONValue { ["ja": .string(text.ja), "en": .string(text.en)] }

    /// A number: an integer where it is whole, else decimal text; null where there is none.
    public static func exact(_ number: ExactDecimal?) -> JSONValue {
        guard let number else { return .null }
        return number.whole.map { .integer($0) } ?? .decimal(number.description)
    }
}
