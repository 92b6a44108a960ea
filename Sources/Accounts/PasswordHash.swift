internal import Crypto
internal import CryptoExtras

/// What is kept of a password: a salt and what scrypt (RFC 7914) makes of both, with what it cost.
///
/// The text form names the cost, so that it may be raised later: `scrypt$17$8$1$SALT$KEY`.
public struct PasswordHash: Sendable {
    /// How dear a guess is: scrypt needs 128 · blockSize · 2^logRounds bytes, here 128 MiB.
    public struct Cost: Sendable, Hashable {
        /// The binary logarithm of scrypt's N.
        public var logRounds: Int
        /// scrypt's r.
        public var blockSize: Int
        /// scrypt's p.
        public var parallelism: Int

        /// N = 2^17, r = 8, p = 1: the first of the equal choices that OWASP's cheat sheet on password storage names.
        public static let usual = Cost(logRounds: 17, blockSize: 8, parallelism: 1)

        /// Makes a cost.
        public init(logRounds: Int, blockSize: Int, parallelism: Int) {
            self.logRounds = logRounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }
    }

    let cost: Cost
    private let salt: [UInt8]
    private let key: SymmetricKey

    private static let keyLength = 32

    /// Hashes a password with a salt of its own.
    ///
    /// - Throws: When the machine has not the memory for it.
    public init(of password: String, cost: Cost = .usual) throws {
        var generator = SystemRandomNumberGenerator()
        try self.init(
            of: password, salt: (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }, cost: cost)
    }

    init(of password: String, salt: [UInt8], cost: Cost) throws {
        self.cost = cost
        self.salt = salt
        key = try Self.key(of: password, salt: salt, cost: cost, length: Self.keyLength)
    }

    static func key(of password: String, salt: [UInt8], cost: Cost, length: Int) throws -> SymmetricKey {
        try KDF.Scrypt.deriveKey(
            from: Array(password.utf8), salt: salt, outputByteCount: length, rounds: 1 << cost.logRounds,
            blockSize: cost.blockSize, parallelism: cost.parallelism)
    }

    /// Whether this is the password it was made from; takes as long whatever the answer.
    ///
    /// - Throws: When the machine has not the memory for it.
    public func accepts(_ password: String) throws -> Bool {
        // Keys are compared in constant time.
        try Self.key(of: password, salt: salt, cost: cost, length: Self.keyLength) == key
    }

    /// The text that is kept.
    var text: String {
        let bytes = key.copiedBytes
        return "scrypt$\(cost.logRounds)$\(cost.blockSize)$\(cost.parallelism)$\(Self.hex(salt))$\(Self.hex(bytes))"
    }

    /// Reads what was kept; `nil` for anything else, and for a cost nobody would have set.
    init?(text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let logRounds = Int(parts[1]), (1...20).contains(logRounds),
            let blockSize = Int(parts[2]), (1...32).contains(blockSize), let parallelism = Int(parts[3]),
            (1...16).contains(parallelism), let salt = Self.bytes(parts[4]), let key = Self.bytes(parts[5]),
            key.count == Self.keyLength
        else { return nil }
        cost = Cost(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism)
        self.salt = salt
        self.key = SymmetricKey(data: key)
    }

    /// Bytes as hexadecimal digits.
    static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func bytes(_ hex: String) -> [UInt8]? {
        let digits = hex.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == hex.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}

extension SymmetricKey {
    var copiedBytes: [UInt8] { unsafe withUnsafeBytes { unsafe Array($0) } }
}
