/// What texts become before they are stored.
///
/// SQLite's text ends at a NUL for most of its interface, so a NUL would cut what follows it; and a hostile file
/// may offer names of a megabyte.
enum StoredText {
    /// The longest identifier.
    static let nameLimitInBytes = 1_000
    /// The longest file name, message or reason, in Unicode scalars.
    static let sentenceLimit = 2_000
    /// The longest cell that is quoted with a hold, in Unicode scalars.
    static let valueLimit = 500
    /// The longest row that is kept with a hold, in Unicode scalars.
    static let rawTextLimit = 2_000

    /// An identifier unchanged: cutting one could make two series into one.
    ///
    /// - Throws: `LedgerError` with `invalidKey` for a NUL, an empty text unless allowed, or a text too long.
    static func name(_ text: String, mayBeEmpty: Bool = false) throws(LedgerError) -> String {
        guard mayBeEmpty || !text.isEmpty, text.utf8.count <= nameLimitInBytes, !text.utf8.contains(0) else {
            throw .invalidName(text)
        }
        return text
    }

    /// The first part of a text, its NULs made visible (␀).
    static func cut(_ text: String, to limit: Int) -> String {
        if text.utf8.count <= limit, !text.utf8.contains(0) { return text }
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(limit) {
            kept.append(scalar == "\0" ? "\u{2400}" : scalar)
        }
        return String(kept)
    }

    /// What a person must say with a decision.
    enum Saying {
        case reason
        case name
    }

    /// A reason or a name, bounded.
    ///
    /// - Throws: `LedgerError` with `invalidKey` when there is none: a decision nobody answers for is none.
    static func said(_ text: String, _ what: Saying) throws(LedgerError) -> String {
        let isBlank = text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
        guard !isBlank else { throw what == .reason ? .noReason : .noName }
        return sentence(text)
    }

    /// A sentence, a file name, a reason: bounded.
    static func sentence(_ text: String) -> String { cut(text, to: sentenceLimit) }
}
