/// The buffers of one record batch, taken in the order of the columns.
struct ArrowBuffers {
    private let metadata: BoundedBytes
    private let places: (start: Int, count: Int)
    private let body: BoundedBytes
    private var next = 0

    init(metadata: BoundedBytes, places: (start: Int, count: Int), body: BoundedBytes) {
        self.metadata = metadata
        self.places = places
        self.body = body
    }

    /// Whether every buffer was taken.
    var isAtEnd: Bool { next == places.count }

    private mutating func buffer() throws(ArrowError) -> (start: Int, count: Int) {
        guard next < places.count else { throw .malformed("too few buffers") }
        let place = places.start + 16 * next
        next += 1
        let offset = try metadata.number(Int64.self, at: place)
        let length = try metadata.number(Int64.self, at: place + 8)
        guard let start = Int(exactly: offset), let count = Int(exactly: length) else {
            throw .malformed("buffer at \(offset)")
        }
        _ = try body.slice(start, count: count)
        return (start, count)
    }

    /// A column's values.
    mutating func column(
        _ kind: ArrowField.Kind, rowCount: Int, hasNulls: Bool
    ) throws(ArrowError) -> [ArrowValue] {
        let validity = try buffer()
        if hasNulls, validity.count < (rowCount + 7) / 8 { throw .malformed("null map of \(validity.count) bytes") }
        let values = try buffer()
        // Checked before anything is made room for: a claim of many rows must bring their bytes along.
        switch kind {
        case .boolean:
            guard values.count >= (rowCount + 7) / 8 else { throw .malformed("values of \(values.count) bytes") }
        case .text:
            guard rowCount == 0 || values.count / 4 > rowCount else {
                throw .malformed("offsets of \(values.count) bytes")
            }
        default:
            guard values.count / (kind.width ?? 1) >= rowCount else {
                throw .malformed("values of \(values.count) bytes")
            }
        }
        let texts: (start: Int, count: Int)? = if case .text = kind { try buffer() } else { nil }
        var column: [ArrowValue] = []
        column.reserveCapacity(rowCount)
        for row in 0..<rowCount {
            let isNull = hasNulls && body.bytes[validity.start + row / 8] >> UInt8(row % 8) & 1 == 0
            column.append(isNull ? .null : try value(kind, row, values.start, texts))
        }
        return column
    }

    private func value(
        _ kind: ArrowField.Kind, _ row: Int, _ start: Int, _ texts: (start: Int, count: Int)?
    ) throws(ArrowError) -> ArrowValue {
        let place = start + row * (kind.width ?? 4)
        switch kind {
        case .integer(let bytes, let isSigned): return .integer(try integer(bytes, isSigned, at: place))
        case .single: return .double(Double(Float(bitPattern: try body.number(UInt32.self, at: place))))
        case .double: return .double(Double(bitPattern: try body.number(UInt64.self, at: place)))
        case .boolean: return .boolean(body.bytes[start + row / 8] >> UInt8(row % 8) & 1 == 1)
        case .date: return .date(try body.number(Int32.self, at: place))
        case .decimal(let scale):
            return .decimal(coefficient: try body.number(Int128.self, at: place), scale: scale)
        case .timestamp(let multiplier, let divisor):
            let (product, overflow) = try body.number(Int64.self, at: place).multipliedReportingOverflow(by: multiplier)
            guard !overflow else { throw .malformed("timestamp") }
            return .timestamp(microseconds: product / divisor)
        case .text:
            let from = Int(try body.number(Int32.self, at: place))
            let to = Int(try body.number(Int32.self, at: place + 4))
            guard let texts, from >= 0, from <= to, to <= texts.count else { throw .malformed("text \(from)..<\(to)") }
            let bytes = try body.slice(texts.start + from, count: to - from)
            guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed("text is no UTF-8") }
            return .text(text)
        }
    }

    private func integer(_ bytes: Int, _ isSigned: Bool, at place: Int) throws(ArrowError) -> Int64 {
        switch (bytes, isSigned) {
        case (1, true): return Int64(try body.number(Int8.self, at: place))
        case (1, false): return Int64(try body.number(UInt8.self, at: place))
        case (2, true): return Int64(try body.number(Int16.self, at: place))
        case (2, false): return Int64(try body.number(UInt16.self, at: place))
        case (4, true): return Int64(try body.number(Int32.self, at: place))
        case (4, false): return Int64(try body.number(UInt32.self, at: place))
        case (_, true): return try body.number(Int64.self, at: place)
        default:
            guard let value = Int64(exactly: try body.number(UInt64.self, at: place)) else {
                throw .malformed("number beyond 63 bits")
            }
            return value
        }
    }
}
