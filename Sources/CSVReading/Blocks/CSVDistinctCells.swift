internal import CByteScanning

// To whoever changes this: cells lie within the block's content, and 32 bytes behind any of them may be read, because of
// the padding. Two cells are the same only if all their bytes are; the hash alone decides nothing. A text holds no NUL.

/// Numbers for the distinct contents of a column, in the order in which they occur: 0, 1, 2 …
///
/// A column of labels has few contents and many rows. Each is decoded and understood once, by its number.
public struct CSVDistinctCells: Sendable {
    /// The number of a row whose content is one too many.
    public static let tooMany: Int32 = -1

    /// The contents met so far.
    public private(set) var contents: [[UInt8]] = []
    private let limit: Int
    private let isPortable: Bool
    /// A power of two of slots, at most a quarter of them taken.
    private var slots: [csv_content_slot]
    /// What the contents have beyond the bytes that stand in their slots.
    private var tails: [UInt8] = []
    private var storedBytes = 0
    /// However few there are, contents take no more than this, about: 16 MiB.
    private static let mostStoredBytes = 16 << 20

    private static let emptySlot = csv_content_slot(head: (0, 0, 0, 0), length: 0, number: -1, tail: 0, unused: 0)
    private static let bytesInSlot = 32

    /// Numbers for at most so many contents.
    public init(limit: Int = 65_536) { self.init(limit: limit, isPortable: false) }

    /// - Parameter isPortable: Whether to do without what only some processors can; for tests.
    init(limit: Int = 65_536, isPortable: Bool) {
        self.limit = limit
        self.isPortable = isPortable
        slots = Array(repeating: Self.emptySlot, count: 256)
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
        var row = 0
        while row < count {
            row = unsafe block.padded.withUnsafeBufferPointer { bytes in
                unsafe numbers.withUnsafeMutableBufferPointer { numbers in
                    unsafe table.words.withUnsafeBufferPointer { words in
                        unsafe withKnown(dayOnly: dayOnly) { known in
                            unsafe csv_number_cells(
                                &known, bytes.baseAddress, words.baseAddress.map { unsafe $0 + place + 1 },
                                table.wordsPerRow, row, count, numbers.baseAddress)
                        }
                    }
                }
            }
            if row < count { add(table.words[row * table.wordsPerRow + place + 1], in: block, dayOnly: dayOnly) }
        }
    }

    private var isFull: Bool { contents.count >= limit || storedBytes > Self.mostStoredBytes }

    private func withKnown(dayOnly: Bool, _ body: (inout csv_contents) -> Int) -> Int {
        unsafe slots.withUnsafeBufferPointer { slots in
            unsafe tails.withUnsafeBufferPointer { tails in
                var known = unsafe csv_contents(
                    slots: slots.baseAddress, slot_count: slots.count, tails: tails.baseAddress,
                    day_only: dayOnly ? 1 : 0,
                    is_full: isFull ? 1 : 0, too_many: Self.tooMany, is_portable: isPortable ? 1 : 0)
                return unsafe body(&known)
            }
        }
    }

    /// Gives the next number to the content of a cell that has none.
    private mutating func add(_ word: UInt64, in block: CSVBlock, dayOnly: Bool) {
        var slot = Self.emptySlot
        unsafe block.padded.withUnsafeBufferPointer { bytes in
            unsafe csv_make_content(bytes.baseAddress, word, dayOnly ? 1 : 0, &slot)
        }
        let start = Int(word & 0xFFFF_FFFF)
        slot.number = Int32(contents.count)
        slot.tail = UInt32(tails.count)
        tails += block.padded[(start + Self.bytesInSlot)...].prefix(max(0, Int(slot.length) - Self.bytesInSlot))
        put(slot)
        // With its time of day, for whoever is to read it.
        contents.append(Array(block.padded[start..<(start + Int(word >> 32))]))
        storedBytes += Int(word >> 32)
        if contents.count * 4 > slots.count { grow() }
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Self.emptySlot, count: old.count * 2)
        for slot in old where slot.number >= 0 { put(slot) }
    }

    private mutating func put(_ slot: csv_content_slot) {
        let place = unsafe withKnown(dayOnly: false) { known in
            var slot = slot
            return unsafe csv_free_slot(&known, &slot)
        }
        slots[place] = slot
    }
}
