import Crypto

/// The SHA-256 hash of a file's bytes (FIPS 180-4): the file's identity, whatever its name.
public struct ContentHash: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The hash as 64 lower-case hexadecimal digits.
    public let hexadecimal: String

    /// Reads a hash from its hexadecimal form; `nil` unless it is 64 hexadecimal digits.
    public init?(hexadecimal: String) {
        guard hexadecimal.utf8.count == 64, hexadecimal.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
        self.hexadecimal = hexadecimal.lowercased()
    }

    /// Hashes bytes that are already in memory.
    public init(of bytes: [UInt8]) {
        self.init(digest: SHA256.hash(data: bytes))
    }

    init(digest: SHA256.Digest) {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in digest {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 0xF)])
        }
        hexadecimal = String(decoding: text, as: UTF8.self)
    }

    /// Decodes a hash from one hexadecimal string.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let hash = ContentHash(hexadecimal: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a SHA-256 hash is 64 hexadecimal digits")
        }
        self = hash
    }

    /// Encodes the hash as one hexadecimal string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hexadecimal)
    }

    /// The hexadecimal digits.
    public var description: String { hexadecimal }
}
