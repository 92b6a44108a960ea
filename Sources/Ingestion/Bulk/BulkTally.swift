// To whoever changes this: the loops under `add` run once for every row of files with hundreds of millions. Indices come
// from `CSVDistinctCells` and from the classes made here; each is checked against its array once a block, not once a row.

/// The sums of rows that agree in the classes of their key columns.
struct BulkTally: Sendable {
    /// One key column of a block: the number of each row's content, and the class of each number.
    struct Key {
        var numbers: [Int32]
        /// The class of each content, from 0; negative when rows with it must be judged one by one.
        var classes: [Int32]
        var classCount: Int
    }

    /// A row's place in the file, before it is known how many rows the blocks before hold.
    private static func place(block: Int, row: Int) -> Int64 { Int64(block) << 32 | Int64(row) }

    private let numberCount: Int
    /// For each group: rows, first place, last place; for each number column sum, least, most.
    private var totals: [Int64] = []
    /// For each group, the classes of its key columns.
    private var groupKeys: [[Int32]] = []
    /// The group of each combination of classes, one bit field a column; used while combinations are few.
    private var groupOfCombination: [Int32] = []
    /// The same when they are many.
    private var sparseGroups: [UInt64: Int32] = [:]
    private var bitsPerColumn: [Int]
    /// For each row of the block at hand: its classes in bit fields, whether it is odd (negative), its group.
    private var combinations: [UInt64] = []
    private var signs: [Int32] = []
    private var rowGroups: [Int32] = []

    private var wordsPerGroup: Int { 3 + 3 * numberCount }
    private static let mostDenseBits = 20

    init(keyCount: Int, numberCount: Int) {
        self.numberCount = numberCount
        bitsPerColumn = Array(repeating: 0, count: keyCount)
        groupOfCombination = [-1]
    }

    /// The group of a row of the block added last; negative when the row is odd.
    func group(ofRow row: Int) -> Int { Int(rowGroups[row]) }

    /// How many groups there are.
    var groupCount: Int { groupKeys.count }

    /// Adds a block's rows, and lists those that must be judged one by one.
    ///
    /// - Parameters:
    ///   - block: The block's place in the file.
    ///   - rowCount: How many rows it has.
    ///   - keys: The key columns.
    ///   - numbers: The number columns, with `none` where a cell is no plain number.
    ///   - none: What stands for no number.
    ///   - oddRows: Rows known to be odd, ascending; they are left out.
    /// - Returns: The further rows that turned out odd, ascending.
    mutating func add(
        block: Int, rowCount: Int, keys: [Key], numbers: [[Int64]], none: Int64, oddRows: [Int]
    ) -> [Int] {
        precondition(keys.allSatisfy { $0.numbers.count >= rowCount } && numbers.allSatisfy { $0.count >= rowCount })
        precondition(keys.allSatisfy { key in key.numbers.prefix(rowCount).allSatisfy { $0 < Int32(key.classes.count) } })
        makeRoom(for: keys)
        combine(keys, numbers, none, rowCount)
        let found = findGroups(keys, rowCount, oddRows)
        let wordsPerGroup = wordsPerGroup
        Self.count(rowGroups, block: block, rowCount, wordsPerGroup: wordsPerGroup, in: &totals)
        for (column, values) in numbers.enumerated() {
            Self.add(values, rowGroups, rowCount, wordsPerGroup: wordsPerGroup, at: 3 + 3 * column, in: &totals)
        }
        return found
    }

    /// Column by column, so that a turn of the loop touches few arrays.
    private mutating func combine(_ keys: [Key], _ numbers: [[Int64]], _ none: Int64, _ rowCount: Int) {
        if combinations.count < rowCount {
            combinations = Array(repeating: 0, count: rowCount)
            signs = Array(repeating: 0, count: rowCount)
            rowGroups = Array(repeating: 0, count: rowCount)
        }
        for row in 0..<rowCount { (combinations[row], signs[row]) = (0, 0) }
        for (key, bits) in zip(keys, bitsPerColumn) {
            Self.append(key.numbers, key.classes, bits: UInt64(bits), rowCount, to: &combinations, &signs)
        }
        for column in numbers { Self.markMissing(column, none, rowCount, in: &signs) }
    }

    private static func append(
        _ numbers: [Int32], _ classes: [Int32], bits: UInt64, _ rowCount: Int, to combinations: inout [UInt64],
        _ signs: inout [Int32]
    ) {
        let numbers = numbers.span
        let classes = classes.span
        var combinations = combinations.mutableSpan
        var signs = signs.mutableSpan
        for row in 0..<rowCount {
            let number = numbers[row]
            let found = number < 0 ? -1 : classes[Int(number)]
            signs[row] |= found
            combinations[row] = combinations[row] << bits | UInt64(truncatingIfNeeded: found)
        }
    }

    private static func markMissing(_ numbers: [Int64], _ none: Int64, _ rowCount: Int, in signs: inout [Int32]) {
        let numbers = numbers.span
        var signs = signs.mutableSpan
        for row in 0..<rowCount where numbers[row] == none { signs[row] = -1 }
    }

    /// Finds each row's group, -1 for odd rows, and lists the odd ones that were not known.
    private mutating func findGroups(_ keys: [Key], _ rowCount: Int, _ oddRows: [Int]) -> [Int] {
        var found: [Int] = []
        var odd = 0
        for row in 0..<rowCount {
            if odd < oddRows.count, oddRows[odd] == row {
                odd += 1
                rowGroups[row] = -1
            } else if signs[row] < 0 {
                found.append(row)
                rowGroups[row] = -1
            } else {
                rowGroups[row] = group(of: combinations[row], keys, row)
            }
        }
        return found
    }

    private static func count(
        _ groups: [Int32], block: Int, _ rowCount: Int, wordsPerGroup: Int, in totals: inout [Int64]
    ) {
        let groups = groups.span
        var totals = totals.mutableSpan
        for row in 0..<rowCount where groups[row] >= 0 {
            let at = Int(groups[row]) * wordsPerGroup
            let place = place(block: block, row: row)
            totals[at] += 1
            if totals[at] == 1 { totals[at + 1] = place }
            totals[at + 2] = place
        }
    }

    private static func add(
        _ numbers: [Int64], _ groups: [Int32], _ rowCount: Int, wordsPerGroup: Int, at offset: Int,
        in totals: inout [Int64]
    ) {
        let numbers = numbers.span
        let groups = groups.span
        var totals = totals.mutableSpan
        for row in 0..<rowCount where groups[row] >= 0 {
            let at = Int(groups[row]) * wordsPerGroup + offset
            let number = numbers[row]
            totals[at] &+= number
            totals[at + 1] = min(totals[at + 1], number)
            totals[at + 2] = max(totals[at + 2], number)
        }
    }

    private mutating func group(of bits: UInt64, _ keys: [Key], _ row: Int) -> Int32 {
        if !groupOfCombination.isEmpty {
            let known = groupOfCombination[Int(bits)]
            if known >= 0 { return known }
        } else if let known = sparseGroups[bits] {
            return known
        }
        let group = groupKeys.count
        groupKeys.append(keys.map { $0.classes[Int($0.numbers[row])] })
        totals.append(contentsOf: [0, 0, 0])
        for _ in 0..<numberCount { totals.append(contentsOf: [0, .max, .min]) }
        note(group, bits)
        return Int32(group)
    }

    private mutating func note(_ group: Int, _ bits: UInt64) {
        if !groupOfCombination.isEmpty {
            groupOfCombination[Int(bits)] = Int32(group)
        } else {
            sparseGroups[bits] = Int32(group)
        }
    }

    /// Widens the bit fields when a column has more classes than before.
    private mutating func makeRoom(for keys: [Key]) {
        let needed = keys.map { key in Int.bitWidth - max(0, key.classCount - 1).leadingZeroBitCount }
        guard zip(needed, bitsPerColumn).contains(where: { $0 > $1 }) else { return }
        bitsPerColumn = zip(needed, bitsPerColumn).map { max($0, $1) }
        let bits = bitsPerColumn.reduce(0, +)
        groupOfCombination = bits <= Self.mostDenseBits ? Array(repeating: -1, count: 1 << bits) : []
        sparseGroups = [:]
        for (group, combination) in groupKeys.enumerated() {
            var bits: UInt64 = 0
            for (column, found) in combination.enumerated() {
                bits = bits << UInt64(bitsPerColumn[column]) | UInt64(truncatingIfNeeded: found)
            }
            note(group, bits)
        }
    }

    /// Whether combinations of classes still fit into one word.
    var fits: Bool { bitsPerColumn.reduce(0, +) <= 64 }

    /// One group: its classes, its rows, its numbers.
    struct Group {
        var classes: [Int32]
        var rowCount: Int
        var first: (block: Int, row: Int)
        var last: (block: Int, row: Int)
        var numbers: [(sum: Int64, min: Int64, max: Int64)]
    }

    /// The groups, in the order in which they were met.
    var groups: [Group] {
        groupKeys.indices.map { group in
            let at = group * wordsPerGroup
            func place(_ word: Int64) -> (block: Int, row: Int) { (Int(word >> 32), Int(word & 0xFFFF_FFFF)) }
            return Group(
                classes: groupKeys[group], rowCount: Int(totals[at]), first: place(totals[at + 1]),
                last: place(totals[at + 2]),
                numbers: (0..<numberCount).map { column in
                    let number = at + 3 + 3 * column
                    return (totals[number], totals[number + 1], totals[number + 2])
                })
        }
    }
}
