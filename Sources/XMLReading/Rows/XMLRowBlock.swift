/// Some records of a document, as rows of bytes: nothing decoded, nothing judged.
public struct XMLRowBlock: Sendable {
    /// The block's place in the document, from 0.
    public let index: Int
    /// The fields' bytes, as UTF-8, with ``padding`` bytes of zeros behind them.
    public let bytes: [UInt8]
    /// For each row one word for all its bytes and one a field: offset in `bytes`, and length from bit 32 up.
    public let words: [UInt64]
    /// How many records the block holds.
    public let rowCount: Int
    /// Names without a field of the first record of the document that had any, when it is in this block.
    public let unmapped: (row: Int, names: [String])?
    let lines: [UInt32]
    let positions: [UInt32]
    let stepNames: [String]

    /// How many bytes may be read behind the content.
    public static let padding = 64

    private var fieldCount: Int { rowCount == 0 ? 0 : words.count / rowCount - 1 }

    /// The line of a row's record (1-based).
    public func line(ofRow row: Int) -> Int { Int(lines[row * (fieldCount + 1)]) }

    /// The record of a row, as ``XMLRecordReader`` would give it, but for its number in the document and its unmapped
    /// names.
    public func record(_ row: Int) -> XMLRecord {
        let width = fieldCount + 1
        var path = ""
        for (depth, name) in stepNames.enumerated() {
            path += "/" + name + (depth == 0 ? "" : "[\(positions[row * stepNames.count + depth])]")
        }
        var values: [String?] = []
        var fieldLines: [Int?] = []
        for field in 0..<fieldCount {
            let line = Int(lines[row * width + 1 + field])
            let word = words[row * width + 1 + field]
            let start = Int(word & 0xFFFF_FFFF)
            values.append(line == 0 ? nil : String(decoding: bytes[start..<(start + Int(word >> 32))], as: UTF8.self))
            fieldLines.append(line == 0 ? nil : line)
        }
        return XMLRecord(
            index: row + 1, line: Int(lines[row * width]), path: path, values: values, fieldLines: fieldLines,
            unmappedNames: unmapped.map { $0.row == row ? $0.names : [] } ?? [], repeatedFields: [])
    }
}
