// To whoever changes this: the bytes come from a network. Every offset is checked against the bytes before it is
// followed, every sum for overflow. Nothing here recurses.

/// Bytes with reads that refuse to leave them.
struct BoundedBytes {
    let bytes: [UInt8]

    /// A little-endian number at an offset.
    func number<Number: FixedWidthInteger>(_ type: Number.Type, at offset: Int) throws(ArrowError) -> Number {
        let width = Number.bitWidth / 8
        guard offset >= 0, offset <= bytes.count - width else { throw .malformed("offset \(offset)") }
        var value: Number = 0
        for index in (0..<width).reversed() { value = value << 8 | Number(truncatingIfNeeded: bytes[offset + index]) }
        return value
    }

    /// The sum of an offset and a distance, inside the bytes or at their end.
    func place(_ offset: Int, plus distance: Int) throws(ArrowError) -> Int {
        let (place, overflow) = offset.addingReportingOverflow(distance)
        guard !overflow, place >= 0, place <= bytes.count else { throw .malformed("offset \(offset) + \(distance)") }
        return place
    }

    func slice(_ offset: Int, count: Int) throws(ArrowError) -> ArraySlice<UInt8> {
        guard offset >= 0, count >= 0, offset <= bytes.count, count <= bytes.count - offset else {
            throw .malformed("bytes \(offset), \(count) long")
        }
        return bytes[offset..<(offset + count)]
    }
}

/// A table of the flatbuffers encoding, read through its vtable.
struct FlatTable {
    let source: BoundedBytes
    private let start: Int
    private let vtable: Int
    private let vtableLength: Int

    /// The table an offset leads to.
    init(_ source: BoundedBytes, referencedAt offset: Int) throws(ArrowError) {
        self.source = source
        start = try source.place(offset, plus: Int(try source.number(UInt32.self, at: offset)))
        vtable = try source.place(start, plus: -Int(try source.number(Int32.self, at: start)))
        vtableLength = Int(try source.number(UInt16.self, at: vtable))
        guard vtableLength >= 4 else { throw .malformed("vtable of \(vtableLength) bytes") }
    }

    /// Where a field stands; `nil` when it is left out.
    private func place(_ field: Int) throws(ArrowError) -> Int? {
        let entry = 4 + 2 * field
        guard entry + 2 <= vtableLength else { return nil }
        let distance = Int(try source.number(UInt16.self, at: vtable + entry))
        return distance == 0 ? nil : try source.place(start, plus: distance)
    }

    func number<Number: FixedWidthInteger>(_ field: Int, default value: Number) throws(ArrowError) -> Number {
        guard let place = try place(field) else { return value }
        return try source.number(Number.self, at: place)
    }

    func has(_ field: Int) throws(ArrowError) -> Bool { try place(field) != nil }

    func table(_ field: Int) throws(ArrowError) -> FlatTable? {
        guard let place = try place(field) else { return nil }
        return try FlatTable(source, referencedAt: place)
    }

    /// Where a vector's elements begin and how many there are; their room is checked.
    func vector(_ field: Int, elementBytes: Int) throws(ArrowError) -> (start: Int, count: Int) {
        guard let place = try place(field) else { return (0, 0) }
        let vector = try source.place(place, plus: Int(try source.number(UInt32.self, at: place)))
        let count = Int(try source.number(UInt32.self, at: vector))
        guard count <= (source.bytes.count - vector - 4) / elementBytes else {
            throw .malformed("vector of \(count)")
        }
        return (vector + 4, count)
    }

    func text(_ field: Int) throws(ArrowError) -> String {
        let (start, count) = try vector(field, elementBytes: 1)
        return String(decoding: try source.slice(start, count: count), as: UTF8.self)
    }
}
