/// A file's content in chunks of bounded size: its bytes, or what is packed in them when it is a gzip file.
///
/// The hash is always that of the bytes as they were delivered, packed or not.
public struct ContentChunks: ~Copyable {
    /// How many times as many bytes as were packed may come out, unless set otherwise: tables shrink to a tenth or a
    /// fiftieth, a file made to fill memory and time to a thousandth.
    public static let defaultMaximumInflation = 250
    /// Up to this many bytes nothing is suspicious: 64 MiB.
    static let unsuspiciousBytes = 64 << 20

    private var file: FileByteChunks
    private let displayName: String
    private let bytesPerChunk: Int
    private let maximumInflation: Int
    private var inflater: GzipInflater?
    private var isDecided = false
    private var isInsideMember = false
    private var hasWaitingOutput = false
    private var isDamaged = false
    /// Delivered bytes that were read and not used yet, from `position` on.
    private var delivered: [UInt8] = []
    private var position = 0
    private var usedBytes = 0
    private var unpackedBytes = 0

    /// Whether the file is packed; known after the first chunk.
    public var isCompressed: Bool { inflater != nil }

    /// The size of the file when it was opened, packed as it is.
    public var sizeAtStart: Int { file.sizeAtStart }

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: Where the file is.
    ///   - displayName: The file as the user named it, for messages; the path when `nil`.
    ///   - bytesPerChunk: How many bytes a chunk holds at most.
    ///   - maximumInflation: How many times its size a gzip file may grow to.
    /// - Throws: `FileReadingError` when it is no regular file, or cannot be opened.
    public init(
        path: String, displayName: String? = nil, bytesPerChunk: Int = FileByteChunks.defaultBytesPerChunk,
        maximumInflation: Int = defaultMaximumInflation
    ) throws(FileReadingError) {
        file = try FileByteChunks(path: path, displayName: displayName, bytesPerChunk: bytesPerChunk)
        self.displayName = displayName ?? path
        self.bytesPerChunk = max(1, bytesPerChunk)
        self.maximumInflation = max(1, maximumInflation)
    }

    /// The next bytes of the content, never an empty array; `nil` at its end.
    ///
    /// - Throws: `FileReadingError` when the file cannot be read on, or is a gzip file that is damaged, cut off, or
    ///   grows beyond the limit.
    public mutating func next() throws(FileReadingError) -> [UInt8]? {
        if !isDecided { try decide() }
        guard inflater != nil else {
            guard !delivered.isEmpty else { return try file.next() }
            defer { delivered = [] }
            return delivered
        }
        if isDamaged { throw FileReadingError(.gzipDamaged, path: displayName) }
        while try fill() {
            if !isInsideMember, try !beginMember() { continue }
            let chunk = try unpack()
            if !chunk.isEmpty { return chunk }
        }
        if isInsideMember { throw FileReadingError(.gzipTruncated, path: displayName) }
        return nil
    }

    /// Reads what is left of the file and tells hash and size of its bytes as delivered.
    ///
    /// - Throws: `FileReadingError`, as `FileByteChunks.finish()`.
    public mutating func finish() throws(FileReadingError) -> (hash: ContentHash, byteCount: Int) {
        try file.finish()
    }

    /// Looks at the first two bytes, which in a gzip file are 1F 8B (RFC 1952, section 2.3.1).
    private mutating func decide() throws(FileReadingError) {
        while delivered.count < 2, let chunk = try file.next() { delivered += chunk }
        isDecided = true
        guard delivered.starts(with: [0x1F, 0x8B]) else { return }
        guard let opened = GzipInflater() else { throw FileReadingError(.gzipDamaged, path: displayName) }
        inflater = consume opened
        isInsideMember = true
    }

    /// Makes sure that there is something to unpack; `false` at the end of the file.
    private mutating func fill() throws(FileReadingError) -> Bool {
        // All packed bytes may be used while unpacked ones still wait.
        guard !hasWaitingOutput, position >= delivered.count else { return true }
        position = 0
        delivered = try file.next() ?? []
        return !delivered.isEmpty
    }

    /// Begins another member, for gzip files may be joined end to end; zeros that pad the end are passed over.
    private mutating func beginMember() throws(FileReadingError) -> Bool {
        while position < delivered.count, delivered[position] == 0 { position += 1 }
        guard position < delivered.count else { return false }
        guard delivered[position] == 0x1F else { throw FileReadingError(.gzipDamaged, path: displayName) }
        inflater?.reset()
        isInsideMember = true
        return true
    }

    private mutating func unpack() throws(FileReadingError) -> [UInt8] {
        guard let step = inflater?.inflate(delivered, from: position, room: bytesPerChunk) else { return [] }
        position += step.consumed
        usedBytes += step.consumed
        unpackedBytes += step.output.count
        if unpackedBytes > Self.unsuspiciousBytes, unpackedBytes / maximumInflation > usedBytes {
            throw FileReadingError(.gzipGrowsTooMuch, path: displayName, limit: maximumInflation)
        }
        hasWaitingOutput = step.outcome == .hasMoreOutput
        if step.outcome == .memberEnd { isInsideMember = false }
        if step.outcome == .damaged {
            // What came out before the damage is delivered first.
            isDamaged = true
            if step.output.isEmpty { throw FileReadingError(.gzipDamaged, path: displayName) }
        }
        return step.output
    }
}
