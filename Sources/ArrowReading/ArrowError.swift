public import Languages

/// Why bytes are no Arrow stream this reader takes.
///
/// Everything it does not know is refused, never guessed.
public enum ArrowError: Error, Sendable, Hashable {
    /// An offset or a length points outside the bytes, or the bytes contradict themselves.
    case malformed(String)
    /// The stream is sound, perhaps, but uses something this reader does not take: compression, dictionaries, nesting.
    case unsupported(String)

    /// What is wrong, in both languages.
    public var message: BilingualText {
        switch self {
        case .malformed(let what):
            BilingualText(ja: "Arrow 形式のデータが壊れています（\(what)）。", en: "The Arrow data is broken (\(what)).")
        case .unsupported(let what):
            BilingualText(
                ja: "Arrow 形式のデータに、読めないものがあります（\(what)）。",
                en: "The Arrow data holds something that cannot be read (\(what)).")
        }
    }
}
