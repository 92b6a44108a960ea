internal import CByteScanning

// To whoever changes this: cells lie within the block's content, and sixteen bytes behind any of them may be read,
// because of the padding. Two cells are the same only if all their bytes are; the hash alone decides nothing.

/// Numbers for the distinct contents of a column, in the order in which they occur: 0, 1, 2 …
///
/// A column of labels has few contents and many rows. Each is decoded and understood once, by its number.
public struct CSVDistinctCells: Sendable {
    private struct Entry {
        var head: UInt64
        var tail: UInt64
        var length: UInt32
        var number: Int32
    }

    /// The number of a row whose content is one too many.
    public static let tooMany: Int32 = -1

    /// The contents met so far.
    public private(set) var contents: [[UInt8]] = []
    private let limit: Int
    /// A power of two of slots; a number of -1 is an empty one.
    private var slots: [Entry]

    /// Numbers for at most so many contents.
    public init(limit: Int = 65_536) {
        self.limit = limit
        slots = Array(repeating: Entry(head: 0, tail: 0, length: 0, number: -1), count: 256)
    }

    /// Numbers a column's rows.
    ///
    /// - Parameters:
    ///   - place: Which of the table's columns.
    ///   - table: The table.
    ///   - block: The block it was read from.
    ///   - dayOnly: Whether of `2019-03-01 10:00:00` only the day matters, so that the time of day makes no new content.
    ///   - numbers: Receives one number a row.
    public mutating func number(
        column place: Int, of table: CSVBlockTable, in block: CSVBlock, dayOnly: Bool, into numbers: inout [Int32]
    ) {
        let count = table.rowCount
        if numbers.count < count { numbers = [Int32](repeating: 0, count: count) }
        unsafe block.padded.withUnsafeBufferPointer { bytes in
            unsafe numbers.withUnsafeMutableBufferPointer { numbers in
                unsafe table.words.withUnsafeBufferPointer { words in
                    var last = Entry(head: 0, tail: 0, length: .max, number: -1)
                    var at = place + 1
                    for row in 0..<count {
                        let word = unsafe words[at]
                        at &+= table.wordsPerRow
                        let start = Int(truncatingIfNeeded: word & 0xFFFF_FFFF)
                        let full = UInt32(truncatingIfNeeded: word >> 32)
                        var length = full
                        if dayOnly, length > 10, unsafe Self.holdsTimeOfDay(bytes, start, length) { length = 10 }
                        let (head, tail) = unsafe Self.ends(bytes, start, Int(length))
                        // Files are mostly sorted by something: the row before is a good guess.
                        if head != last.head || tail != last.tail || length != last.length || length > 16 {
                            let number = unsafe find(bytes, start, length, full, head, tail)
                            last = Entry(head: head, tail: tail, length: length, number: number)
                        }
                        unsafe numbers[row] = last.number
                    }
                }
            }
        }
    }

    private mutating func find(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: UInt32, _ full: UInt32, _ head: UInt64,
        _ tail: UInt64
    ) -> Int32 {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: Self.hash(head, tail, length)) & mask
        while slots[slot].number >= 0 {
            let entry = slots[slot]
            if entry.head == head, entry.tail == tail, entry.length == length,
                unsafe length <= 16 || isSame(bytes, start, length, as: entry.number)
            {
                return entry.number
            }
            slot = (slot + 1) & mask
        }
        guard contents.count < limit else { return Self.tooMany }
        let number = Int32(contents.count)
        slots[slot] = Entry(head: head, tail: tail, length: length, number: number)
        // With its time of day, for whoever is to read it.
        unsafe contents.append(Array(bytes[start..<(start + Int(full))]))
        if contents.count * 2 > slots.count { grow() }
        return number
    }

    private func isSame(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: UInt32, as number: Int32) -> Bool {
        unsafe contents[Int(number)].withUnsafeBufferPointer { content in
            guard let one = bytes.baseAddress, let other = content.baseAddress else { return false }
            return unsafe csv_same_bytes(one + start, other, Int(length)) != 0
        }
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Entry(head: 0, tail: 0, length: 0, number: -1), count: old.count * 2)
        let mask = slots.count - 1
        for entry in old where entry.number >= 0 {
            var slot = Int(truncatingIfNeeded: Self.hash(entry.head, entry.tail, entry.length)) & mask
            while slots[slot].number >= 0 { slot = (slot + 1) & mask }
            slots[slot] = entry
        }
    }

    private static func hash(_ head: UInt64, _ tail: UInt64, _ length: UInt32) -> UInt64 {
        let mixed = (head ^ tail &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93 ^ UInt64(length)
        return mixed ^ mixed >> 32
    }

    /// The first eight and the last eight bytes; of a shorter content what is there, the rest zero.
    private static func ends(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> (UInt64, UInt64) {
        let base = unsafe UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped) + start
        let head = unsafe UInt64(littleEndian: base.loadUnaligned(as: UInt64.self))
        if length < 8 { return (head & ((1 << UInt64(length * 8)) - 1), 0) }
        return unsafe (head, UInt64(littleEndian: (base + length - 8).loadUnaligned(as: UInt64.self)))
    }

    /// Whether a time of day follows the ten bytes of a day: ` 10:00` or `T10:00:00`, and nothing else.
    private static func holdsTimeOfDay(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: UInt32) -> Bool {
        guard length == 19 || length == 16 else { return false }
        let time = start + 10
        guard unsafe bytes[time] == 0x20 || bytes[time] == 0x54 else { return false }
        func isTwoDigits(_ at: Int, below limit: UInt8) -> Bool {
            let (tens, ones) = unsafe (bytes[at] &- 0x30, bytes[at + 1] &- 0x30)
            return tens < 10 && ones < 10 && tens &* 10 &+ ones < limit
        }
        guard isTwoDigits(time + 1, below: 24), unsafe bytes[time + 3] == 0x3A, isTwoDigits(time + 4, below: 60) else {
            return false
        }
        return unsafe length == 16 || bytes[time + 6] == 0x3A && isTwoDigits(time + 7, below: 60)
    }
}
