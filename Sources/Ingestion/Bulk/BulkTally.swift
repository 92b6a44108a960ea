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
    /// For each row of the block at hand: its classes in bit fields, or the sign of an odd row; its group.
    private var combinations: [UInt64] = []
    private var rowGroups: [Int32] = []
    /// The bits that the contents of a column stand for, the first for rows without a known one.
    private var codes: [UInt64] = []

    private var sumsFit = true

    /// What stands for a row to be judged by itself.
    private static let odd: UInt64 = 1 << 63
    /// How many bits the classes of all columns may take together.
    private static let mostBits = 62

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
        makeRoom(for: keys)
        combine(keys, numbers, none, rowCount)
        for row in oddRows { combinations[row] = Self.odd }
        let found = findGroups(keys, block, rowCount, oddRows)
        let wordsPerGroup = wordsPerGroup
        for (column, values) in numbers.enumerated() {
            let fits = Self.add(
                values, rowGroups, rowCount, wordsPerGroup: wordsPerGroup, at: 3 + 3 * column, in: &totals)
            sumsFit = sumsFit && fits
        }
        return found
    }

    /// Column by column, so that a turn of the loop touches few arrays.
    private mutating func combine(_ keys: [Key], _ numbers: [[Int64]], _ none: Int64, _ rowCount: Int) {
        if combinations.count < rowCount {
            combinations = Array(repeating: 0, count: rowCount)
            rowGroups = Array(repeating: 0, count: rowCount)
        }
        var shift = bitsPerColumn.reduce(0, +)
        for (place, key) in keys.enumerated() {
            shift -= bitsPerColumn[place]
            codes.removeAll(keepingCapacity: true)
            codes.append(Self.odd)
            for found in key.classes { codes.append(found < 0 ? Self.odd : UInt64(found) << UInt64(shift)) }
            Self.append(codes, of: key.numbers, rowCount, isFirst: place == 0, to: &combinations)
        }
        if keys.isEmpty { for row in 0..<rowCount { combinations[row] = 0 } }
        for column in numbers { Self.markMissing(column, none, rowCount, in: &combinations) }
    }

    private static func append(
        _ codes: [UInt64], of numbers: [Int32], _ rowCount: Int, isFirst: Bool, to combinations: inout [UInt64]
    ) {
        let numbers = numbers.span
        let codes = codes.span
        var combinations = combinations.mutableSpan
        if isFirst {
            for row in 0..<rowCount { combinations[row] = codes[Int(numbers[row]) &+ 1] }
        } else {
            for row in 0..<rowCount { combinations[row] |= codes[Int(numbers[row]) &+ 1] }
        }
    }

    private static func markMissing(_ numbers: [Int64], _ none: Int64, _ rowCount: Int, in combinations: inout [UInt64])
    {
        let numbers = numbers.span
        var combinations = combinations.mutableSpan
        for row in 0..<rowCount where numbers[row] == none { combinations[row] = odd }
    }

    /// Counts the rows of each group, gives each row its group, -1 to odd rows, and lists the odd ones not known.
    private mutating func findGroups(_ keys: [Key], _ block: Int, _ rowCount: Int, _ oddRows: [Int]) -> [Int] {
        var found: [Int] = []
        var known = oddRows[...]
        var row = 0
        while row < rowCount {
            row = Self.count(
                combinations, groupOfCombination, from: row, rowCount, place: Self.place(block: block, row: 0),
                wordsPerGroup: wordsPerGroup, in: &totals, &rowGroups)
            guard row < rowCount else { break }
            if combinations[row] & Self.odd != 0 {
                if known.first == row { known.removeFirst() } else { found.append(row) }
                rowGroups[row] = -1
            } else {
                let group = group(of: combinations[row], keys, row)
                let at = Int(group) * wordsPerGroup
                let place = Self.place(block: block, row: row)
                totals[at] += 1
                if totals[at] == 1 { totals[at + 1] = place }
                totals[at + 2] = place
                rowGroups[row] = group
            }
            row += 1
        }
        return found
    }

    /// Counts rows as long as their groups are known.
    ///
    /// - Returns: The first row whose group is not.
    private static func count(
        _ combinations: [UInt64], _ groupOfCombination: [Int32], from first: Int, _ rowCount: Int, place: Int64,
        wordsPerGroup: Int, in totals: inout [Int64], _ groups: inout [Int32]
    ) -> Int {
        let combinations = combinations.span
        let known = groupOfCombination.span
        var totals = totals.mutableSpan
        var groups = groups.mutableSpan
        for row in first..<rowCount {
            let bits = combinations[row]
            guard bits < UInt64(known.count) else { return row }
            let group = known[Int(truncatingIfNeeded: bits)]
            guard group >= 0 else { return row }
            groups[row] = group
            let at = Int(group) &* wordsPerGroup
            totals[at] &+= 1
            totals[at + 2] = place &+ Int64(row)
        }
        return rowCount
    }

    /// - Returns: Whether all sums fit.
    private static func add(
        _ numbers: [Int64], _ groups: [Int32], _ rowCount: Int, wordsPerGroup: Int, at offset: Int,
        in totals: inout [Int64]
    ) -> Bool {
        let numbers = numbers.span
        let groups = groups.span
        var totals = totals.mutableSpan
        var fits = true
        for row in 0..<rowCount where groups[row] >= 0 {
            let at = Int(groups[row]) &* wordsPerGroup &+ offset
            let number = numbers[row]
            let (sum, overflow) = totals[at].addingReportingOverflow(number)
            fits = fits && !overflow
            totals[at] = sum
            totals[at + 1] = min(totals[at + 1], number)
            totals[at + 2] = max(totals[at + 2], number)
        }
        return fits
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

    /// Whether combinations of classes and sums still fit into one word each.
    var fits: Bool { sumsFit && bitsPerColumn.reduce(0, +) <= Self.mostBits }

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
