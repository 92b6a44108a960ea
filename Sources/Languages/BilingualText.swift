/// One text in Japanese and in English.
///
/// Everything a person reads is made as a pair, so that no language can be forgotten.
public struct BilingualText: Sendable, Hashable, Codable {
    /// The Japanese text.
    public var ja: String
    /// The English text.
    public var en: String

    /// Makes a text from its two languages.
    public init(ja: String, en: String) {
        self.ja = ja
        self.en = en
    }

    /// Makes a text that is the same in both languages: an identifier, a file name, a number.
    public init(verbatim text: String) {
        self.init(ja: text, en: text)
    }

    /// The text in one language.
    public func callAsFunction(_ language: Language) -> String {
        switch language {
        case .japanese: ja
        case .english: en
        }
    }

    /// Joins texts, with the separator each language uses in a list of names.
    public static func list(_ texts: some Sequence<BilingualText>) -> BilingualText {
        BilingualText(
            ja: texts.map(\.ja).joined(separator: "、"),
            en: texts.map(\.en).joined(separator: ", ")
        )
    }
}
