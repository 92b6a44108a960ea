/// Reads Arrow's IPC stream format, as far as flat columns go: whole numbers, doubles, yes or no, texts, decimals of
/// 128 bits, dates and timestamps, each with missing values.
///
/// Compression, dictionaries, nested columns and types it does not know are refused. Specification: Apache Arrow
/// columnar format 1.5, "IPC streaming format", metadata version V5.
public struct ArrowStreamReader: Sendable {
    /// How many rows a stream may hold, whatever it claims.
    public static let rowLimit = 10_000_000

    private var fields: [ArrowField] = []
    private var table: ArrowTable?

    private init() {}

    /// The rows of a whole stream: a schema, record batches, an end.
    ///
    /// - Throws: `ArrowError`.
    public static func table(of bytes: [UInt8]) throws(ArrowError) -> ArrowTable {
        var reader = ArrowStreamReader()
        let source = BoundedBytes(bytes: bytes)
        var offset = 0
        while offset < bytes.count {
            guard let next = try reader.readMessage(source, at: offset) else { break }
            offset = next
        }
        guard let table = reader.table else { throw .malformed("no schema") }
        return table
    }

    /// Reads one message.
    ///
    /// - Returns: Where the next one begins; `nil` at the mark that ends the stream.
    private mutating func readMessage(_ source: BoundedBytes, at offset: Int) throws(ArrowError) -> Int? {
        var start = offset
        var length = try source.number(UInt32.self, at: start)
        start += 4
        if length == 0xFFFF_FFFF {
            length = try source.number(UInt32.self, at: start)
            start += 4
        }
        if length == 0 { return nil }
        let metadata = BoundedBytes(bytes: Array(try source.slice(start, count: Int(length))))
        let body = start + Int(length)
        let message = try FlatTable(metadata, referencedAt: 0)
        let bodyLength: Int64 = try message.number(3, default: 0)
        guard let count = Int(exactly: bodyLength) else { throw .malformed("body of \(bodyLength) bytes") }
        _ = try source.slice(body, count: count)
        let kind: UInt8 = try message.number(1, default: 0)
        guard let header = try message.table(2) else { throw .malformed("message without a header") }
        switch kind {
        case 1: try readSchema(header)
        case 2: throw .unsupported("dictionary batch")
        case 3: try readBatch(header, body: BoundedBytes(bytes: Array(try source.slice(body, count: count))))
        default: throw .unsupported("message type \(kind)")
        }
        return body + count
    }

    private mutating func readSchema(_ schema: FlatTable) throws(ArrowError) {
        guard table == nil else { throw .malformed("second schema") }
        let endianness: Int16 = try schema.number(0, default: 0)
        guard endianness == 0 else { throw .unsupported("big-endian") }
        let (start, count) = try schema.vector(1, elementBytes: 4)
        for index in 0..<count {
            fields.append(try ArrowField(try FlatTable(schema.source, referencedAt: start + 4 * index)))
        }
        table = ArrowTable(names: fields.map(\.name))
    }

    private mutating func readBatch(_ batch: FlatTable, body: BoundedBytes) throws(ArrowError) {
        guard let known = table else { throw .malformed("record batch before the schema") }
        guard try !batch.has(3) else { throw .unsupported("compression") }
        let length: Int64 = try batch.number(0, default: 0)
        guard let rowCount = Int(exactly: length), rowCount >= 0, rowCount <= Self.rowLimit - known.rowCount else {
            throw .malformed("\(length) rows")
        }
        let nodes = try batch.vector(1, elementBytes: 16)
        guard nodes.count == fields.count else { throw .malformed("\(nodes.count) columns, not \(fields.count)") }
        var buffers = ArrowBuffers(
            metadata: batch.source, places: try batch.vector(2, elementBytes: 16), body: body)
        var columns: [[ArrowValue]] = []
        for (index, field) in fields.enumerated() {
            let count = try batch.source.number(Int64.self, at: nodes.start + 16 * index)
            let nulls = try batch.source.number(Int64.self, at: nodes.start + 16 * index + 8)
            guard count == length, (0...length).contains(nulls) else { throw .malformed("column \(field.name)") }
            columns.append(try buffers.column(field.kind, rowCount: rowCount, hasNulls: nulls > 0))
        }
        guard buffers.isAtEnd else { throw .malformed("more buffers than columns") }
        table?.append(columns, rowCount: rowCount)
    }
}
