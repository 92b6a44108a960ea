import ByteStreams

/// Why a document is not read as rows of bytes.
///
/// It is then read by ``XMLRecordReader``, which knows every rule.
public enum XMLRowRefusal: Error, Sendable, Hashable {
    /// The mapping climbs, goes deeper than a child, or takes records at any depth.
    case mappingNotPlain
    /// Something in the document is not plain, or it is damaged.
    case documentNotPlain
    /// Fewer bytes than were asked for.
    case tooSmall
}

/// Reads the records of a long plain document in blocks of rows, in bounded memory, without a string for each value.
///
/// Whether a document is plain is known for certain only at its end: nothing made of the blocks may be used before
/// `next()` has returned `nil`.
public struct XMLRowReader: ~Copyable {
    private let displayName: String
    private var chunks: FileByteChunks
    private var decoder = XMLTextDecoder()
    private var parser: XMLRowParser
    private let bytesPerBlock: Int
    private var isEnd = false
    private var firstChunk: [UInt8]
    /// The size of the document; `nil` before its end.
    public private(set) var byteCount: Int?

    /// How many bytes of values a block has, about.
    public static let defaultBytesPerBlock = 1 << 18

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: Where the file is.
    ///   - displayName: The name used in messages.
    ///   - mapping: What is a record, and where its values stand.
    ///   - limits: What counts as hostile.
    ///   - leastBytes: Smaller files are refused before anything of them is read.
    ///   - bytesPerBlock: How many bytes of values a block has, about.
    /// - Throws: `XMLRowRefusal`; `XMLReadingError` when the file cannot be read.
    public init(
        path: String, displayName: String, mapping: XMLRecordMapping, limits: XMLReadingLimits = .init(),
        leastBytes: Int = 0, bytesPerBlock: Int = defaultBytesPerBlock
    ) throws {
        guard let fields = mapping.plainFields else { throw XMLRowRefusal.mappingNotPlain }
        var chunks = try Self.open(path, displayName, bytesPerChunk: min(bytesPerBlock, Self.bytesPerChunk))
        guard chunks.sizeAtStart >= leastBytes else { throw XMLRowRefusal.tooSmall }
        let head = try Self.next(of: &chunks, displayName)
        // A workbook, an archive, a packed file.
        guard NonTextFormat(firstBytes: head) == nil, !head.starts(with: [0x1F, 0x8B]) else {
            throw XMLRowRefusal.documentNotPlain
        }
        guard let parser = XMLRowParser(steps: mapping.recordSteps, fields: fields, limits: limits) else {
            throw XMLRowRefusal.documentNotPlain
        }
        self.displayName = displayName
        self.bytesPerBlock = bytesPerBlock
        self.chunks = chunks
        self.parser = parser
        firstChunk = head
    }

    private static func open(
        _ path: String, _ displayName: String, bytesPerChunk: Int
    ) throws(XMLReadingError) -> FileByteChunks {
        do throws(FileReadingError) {
            return try FileByteChunks(
                path: path, displayName: displayName, bytesPerChunk: bytesPerChunk, isHashed: false)
        } catch {
            throw XMLReadingError(.unreadable(error), displayName)
        }
    }

    private static func next(of chunks: inout FileByteChunks, _ displayName: String) throws(XMLReadingError) -> [UInt8]
    {
        do throws(FileReadingError) {
            return try chunks.next() ?? []
        } catch {
            throw XMLReadingError(.unreadable(error), displayName)
        }
    }

    private static let bytesPerChunk = 64 * 1024

    /// The next rows, and the bytes of the file that were read for them, to be hashed in this order; `nil` at the end.
    ///
    /// - Throws: `XMLRowRefusal` when the document must be read by the slow reader; `XMLReadingError` when the file
    ///   cannot be read on, or changed while it was read.
    public mutating func next() throws -> (block: XMLRowBlock, chunks: [[UInt8]])? {
        guard !isEnd else { return nil }
        var read: [[UInt8]] = []
        while parser.waitingBytes < bytesPerBlock, parser.waitingRows < Self.mostRows {
            let chunk = try nextChunk()
            let decoded = decoder.decode(chunk, isLast: chunk.isEmpty)
            guard decoded.failure == nil, decoder.detection?.contradictsDeclaration != true, parser.feed(decoded.text)
            else { throw XMLRowRefusal.documentNotPlain }
            guard !chunk.isEmpty else {
                guard parser.finish() else { throw XMLRowRefusal.documentNotPlain }
                isEnd = true
                break
            }
            read.append(chunk)
        }
        return (parser.takeBlock(), read)
    }

    private static let mostRows = 1 << 14

    private mutating func nextChunk() throws(XMLReadingError) -> [UInt8] {
        if !firstChunk.isEmpty {
            defer { firstChunk = [] }
            return firstChunk
        }
        let chunk = try Self.next(of: &chunks, displayName)
        if chunk.isEmpty {
            do throws(FileReadingError) {
                byteCount = try chunks.finishUnhashed()
            } catch {
                throw XMLReadingError(.unreadable(error), displayName)
            }
        }
        return chunk
    }
}

extension XMLRecordMapping {
    /// The fields as attributes and children of the record; `nil` when one is anything else, or two are the same.
    fileprivate var plainFields: [(name: String, isAttribute: Bool)]? {
        guard !isAnyDepth, !recordSteps.contains("*") else { return nil }
        var plain: [(name: String, isAttribute: Bool)] = []
        for field in fields {
            guard field.climbs == 0 else { return nil }
            if let attribute = field.attribute, field.steps.isEmpty {
                plain.append((attribute, true))
            } else if field.attribute == nil, field.steps.count == 1 {
                plain.append((field.steps[0], false))
            } else {
                return nil
            }
        }
        let names = Set(plain.map { ($0.isAttribute ? "@" : "") + $0.name })
        return names.count == plain.count && !plain.isEmpty ? plain : nil
    }
}
