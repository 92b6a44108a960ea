/// Puts numbers and texts into bytes that ``ByteReader`` reads back exactly.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
    }

    mutating func write(_ number: Int) { write(UInt64(bitPattern: Int64(number))) }

    mutating func write(_ number: Double) { write(number.bitPattern) }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write(_ numbers: [Double]) {
        bytes.reserveCapacity(bytes.count + 8 * (numbers.count + 1))
        write(numbers.count)
        for number in numbers { write(number) }
    }
}

/// Reads what ``ByteWriter`` wrote; whatever else it is given, it answers `nil` and never stops the program.
struct ByteReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether everything has been read.
    var isAtEnd: Bool { place == bytes.count }

    private mutating func word() -> UInt64? {
        guard bytes.count - place >= 8 else { return nil }
        var word: UInt64 = 0
        for index in 0..<8 { word |= UInt64(bytes[place + index]) << UInt64(8 * index) }
        place += 8
        return word
    }

    mutating func int() -> Int? { word().flatMap { Int(exactly: Int64(bitPattern: $0)) } }

    /// A number; what is infinite or none is refused: nothing kept ever was.
    mutating func double() -> Double? {
        word().flatMap { bits in
            let number = Double(bitPattern: bits)
            return number.isFinite ? number : nil
        }
    }

    mutating func text() -> String? {
        guard let count = int(), count >= 0, count <= bytes.count - place else { return nil }
        defer { place += count }
        return String(validating: bytes[place..<(place + count)], as: UTF8.self)
    }

    mutating func doubles() -> [Double]? {
        guard let count = int(), count >= 0, count <= (bytes.count - place) / 8 else { return nil }
        var numbers: [Double] = []
        numbers.reserveCapacity(count)
        for _ in 0..<count {
            guard let number = double() else { return nil }
            numbers.append(number)
        }
        return numbers
    }
}
