import ByteStreams

/// A text only its holder knows: a session's cookie, a token.
///
/// What is kept of it is its hash alone.
public struct Secret: Sendable, Hashable {
    /// The text as its holder shows it.
    public let text: String

    /// A new one: 256 bits of the machine's randomness.
    public init() {
        var generator = SystemRandomNumberGenerator()
        text = Self.text(of: (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// Reads one that somebody shows; `nil` for what none could be.
    public init?(_ text: String) {
        guard text.utf8.count == 43, text.utf8.allSatisfy(Self.alphabet.contains) else { return nil }
        self.text = text
    }

    /// What is kept instead: nobody can work the secret out from it, 256 random bits need no slow hash.
    var hash: String { derived(for: "kept") }

    /// Another text that follows from the secret for a purpose, and does not give it away: a form's token.
    public func derived(for purpose: String) -> String {
        ContentHash(of: Array("dmo \(purpose) \(text)".utf8)).hexadecimal
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The bytes in base 64 with the alphabet for addresses (RFC 4648, section 5), without padding.
    static func text(of bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = (0..<3).reduce(0) { $0 << 8 | (start + $1 < group.endIndex ? Int(group[start + $1]) : 0) }
            for place in 0...group.count { text.append(alphabet[bits >> (18 - 6 * place) & 63]) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether two texts are the same, in a time that does not tell where they differ.
    public static func isSame(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
