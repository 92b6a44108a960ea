import ByteStreams
import Synchronization

/// Decodes cells of one file, and remembers short ones: place names and months come back thousands of times.
final class CellTextDecoder: Sendable {
    private struct State: ~Copyable {
        var conversion: CharacterConversion
        var known: [UInt64: (bytes: [UInt8], text: String)] = [:]
    }

    /// Bounds of the memory: at most about 2 MiB.
    static let maximumEntries = 10_000
    static let maximumBytesPerEntry = 64

    private let encoding: TextEncoding
    private let state: Mutex<State>

    /// - Throws: `CharacterConversionError.unavailable`.
    init(encoding: TextEncoding) throws(CharacterConversionError) {
        self.encoding = encoding
        state = Mutex(State(conversion: try CharacterConversion(from: encoding)))
    }

    /// The text of a cell's content.
    ///
    /// - Throws: `CharacterConversionError.undecodable` with the offset from the slice's beginning.
    func text(of bytes: ArraySlice<UInt8>) throws(CharacterConversionError) -> String {
        if encoding == .utf8 {
            // Validating UTF-8 is cheaper than looking a text up; iconv only finds where it is wrong.
            if let text = String(validating: bytes, as: UTF8.self) { return text }
        } else if bytes.allSatisfy({ $0 < 0x80 }) {
            return String(decoding: bytes, as: UTF8.self)
        }
        let encoding = encoding
        let result = state.withLock { state in
            Self.text(of: bytes, encoding: encoding, state: &state)
        }
        return try result.get()
    }

    /// The text of bytes with U+FFFD for what is no character.
    func lossyText(of bytes: [UInt8]) -> String {
        if encoding == .utf8 { return String(decoding: bytes, as: UTF8.self) }
        return state.withLock { $0.conversion.lossyText(of: bytes) }
    }

    private static func text(
        of bytes: ArraySlice<UInt8>, encoding: TextEncoding, state: inout State
    ) -> Result<String, CharacterConversionError> {
        let isShort = bytes.count <= maximumBytesPerEntry
        let key = isShort ? fingerprint(of: bytes) : 0
        // Two byte strings of one fingerprint are not confused: the bytes are compared; the second is not remembered.
        if isShort, let entry = state.known[key], entry.bytes.elementsEqual(bytes) { return .success(entry.text) }
        let copy = Array(bytes)
        do throws(CharacterConversionError) {
            let text = try state.conversion.text(of: copy)
            if isShort, state.known.count < maximumEntries, state.known[key] == nil { state.known[key] = (copy, text) }
            return .success(text)
        } catch {
            return .failure(error)
        }
    }

    /// FNV-1a, 64 bits.
    private static func fingerprint(of bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
