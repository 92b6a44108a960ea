public import Diagnostics

/// One record of a CSV file: its bytes, where its cells lie in them, and where it stands in the file.
///
/// Nothing is decoded before it is asked for.
public struct CSVRecord: Sendable {
    /// The row number a spreadsheet would show; blank lines count.
    public let row: Int
    /// The physical line on which the record begins, counted from 1.
    public let line: Int
    /// What is wrong with its structure; `nil` for a sound record.
    public let problem: CSVRecordProblem?
    let bytes: [UInt8]
    let cells: [Range<Int>]
    let fileOffset: Int?
    let context: CSVRecordContext

    /// How many cells the record has: none on a blank line.
    public var cellCount: Int { cells.count }

    /// Whether no cell has content: a blank line, or nothing but delimiters, quotes and spaces (ideographic ones too).
    public var isBlank: Bool {
        cells.allSatisfy { isWhitespace(contentRange(of: $0)) }
    }

    /// Where a cell stands.
    ///
    /// - Parameter index: The cell's index, counted from 0; `nil` for the whole record.
    public func position(ofCellAt index: Int? = nil) -> SourcePosition {
        SourcePosition(file: context.displayName, line: line, row: row, column: index.map { $0 + 1 })
    }

    /// The bytes of a cell as they are in the file, quotes included; `nil` when the record has no such cell.
    ///
    /// - Parameter index: The cell's index, counted from 0.
    public func rawBytes(at index: Int) -> ArraySlice<UInt8>? {
        cells.indices.contains(index) ? bytes[cells[index]] : nil
    }

    /// A cell's bytes without its quotes, doubled quotes undone.
    func content(of cell: Range<Int>) -> ArraySlice<UInt8> {
        guard !cell.isEmpty, bytes[cell.lowerBound] == CSVTokenizer.quoteByte else { return bytes[cell] }
        let inner = contentRange(of: cell)
        if context.dialect.hasBackslashEscapes { return withoutEscapes(inner) }
        if !bytes[inner].contains(CSVTokenizer.quoteByte) { return bytes[inner] }
        var content: [UInt8] = []
        content.reserveCapacity(cell.count)
        var isInQuotes = true
        var position = cell.lowerBound + 1
        while position < cell.upperBound {
            let byte = bytes[position]
            position += 1
            if isInQuotes, byte == CSVTokenizer.quoteByte {
                let isDoubled = position < cell.upperBound && bytes[position] == CSVTokenizer.quoteByte
                guard isDoubled else {
                    isInQuotes = false
                    continue
                }
                position += 1
            }
            content.append(byte)
        }
        return content[...]
    }

    /// The bytes between a cell's quotes with what stands behind a backslash as itself, and doubled quotes undone too.
    private func withoutEscapes(_ inner: Range<Int>) -> ArraySlice<UInt8> {
        guard bytes[inner].contains(where: { $0 == CSVTokenizer.backslashByte || $0 == CSVTokenizer.quoteByte })
        else { return bytes[inner] }
        var content: [UInt8] = []
        content.reserveCapacity(inner.count)
        var position = inner.lowerBound
        while position < inner.upperBound {
            let byte = bytes[position]
            let next = position + 1 < inner.upperBound ? bytes[position + 1] : 0
            let isPair =
                next == CSVTokenizer.quoteByte && (byte == CSVTokenizer.backslashByte || byte == next)
                || byte == CSVTokenizer.backslashByte && next == byte
            content.append(isPair ? next : byte)
            position += isPair ? 2 : 1
        }
        return content[...]
    }

    /// The range between a cell's outer quotes; the whole cell when it has none.
    private func contentRange(of cell: Range<Int>) -> Range<Int> {
        guard !cell.isEmpty, bytes[cell.lowerBound] == CSVTokenizer.quoteByte else { return cell }
        let endsWithQuote = cell.count > 1 && bytes[cell.upperBound - 1] == CSVTokenizer.quoteByte
        return (cell.lowerBound + 1)..<(endsWithQuote ? cell.upperBound - 1 : cell.upperBound)
    }

    private func isWhitespace(_ range: Range<Int>) -> Bool {
        let ideographicSpace = context.ideographicSpace
        var rest = bytes[range]
        while let byte = rest.first {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D: rest.removeFirst()
            case ideographicSpace[0] where rest.starts(with: ideographicSpace):
                rest.removeFirst(ideographicSpace.count)
            default: return false
            }
        }
        return true
    }
}
