import ByteStreams

/// Finds the dialect of a file from its first records; comma when nothing speaks for another.
///
/// For each known delimiter the records are counted that have the commonest cell count of two or more, less all other
/// records; of two that cut equally well, the one that gives more cells wins. So a header without commas speaks for the
/// semicolon though every amount has a decimal comma, and titles of one cell count against all delimiters alike.
///
/// - Parameters:
///   - bytes: The beginning of the file, without byte order mark.
///   - isWholeFile: Whether nothing follows; otherwise the last record is taken as cut off.
///   - encoding: How the bytes are encoded (one that keeps ASCII bytes).
func detectDialect(of bytes: [UInt8], isWholeFile: Bool, encoding: TextEncoding) -> CSVDialect {
    var best: (dialect: CSVDialect, score: Int, cells: Int)?
    for dialect in CSVDialect.known {
        let counts = cellCounts(of: bytes, isWholeFile: isWholeFile, dialect: dialect, encoding: encoding)
        guard let (score, cells) = consistency(of: counts) else { continue }
        if let best, (score, cells) <= (best.score, best.cells) { continue }
        best = (dialect, score, cells)
    }
    return best?.dialect ?? .comma
}

/// Whether quotation marks inside cells stand behind a backslash.
///
/// The sign is a `\"` with text right behind it inside a quoted cell: where marks are doubled, that cannot be. A cell
/// that ends in a backslash (`"C:\data\"`) is no sign. In CP932 the backslash is the second byte of 表 and ソ, so it is
/// never taken for one there.
func showsBackslashEscapes(_ bytes: [UInt8], delimiter: UInt8, encoding: TextEncoding) -> Bool {
    guard encoding != .cp932, bytes.contains(CSVTokenizer.backslashByte) else { return false }
    var isQuoted = false
    var isCellStart = true
    var position = 0
    while position < bytes.count {
        let byte = bytes[position]
        position += 1
        if isQuoted, byte == CSVTokenizer.quoteByte {
            let next = position < bytes.count ? bytes[position] : 0x0A
            if bytes[position - 2] == CSVTokenizer.backslashByte {
                let isEnd = next == delimiter || next == 0x0A || next == 0x0D || next == CSVTokenizer.quoteByte
                if !isEnd { return true }
            }
            if next == CSVTokenizer.quoteByte { position += 1 } else { isQuoted = false }
        } else if !isQuoted {
            if isCellStart, byte == CSVTokenizer.quoteByte { isQuoted = true }
            isCellStart = byte == delimiter || byte == 0x0A || byte == 0x0D
        }
    }
    return false
}

private let recordsLookedAt = 100

private func cellCounts(
    of bytes: [UInt8], isWholeFile: Bool, dialect: CSVDialect, encoding: TextEncoding
) -> [Int] {
    let context = CSVRecordContext(displayName: "", encoding: encoding, dialect: dialect, limits: .init(), decoder: nil)
    var assembler = CSVRecordAssembler(context: context)
    assembler.append(bytes)
    if isWholeFile { assembler.markEnd() }
    var counts: [Int] = []
    while counts.count < recordsLookedAt, case .record(let record) = assembler.next() {
        if !record.isBlank, record.problem == nil { counts.append(record.cellCount) }
    }
    return counts
}

/// The commonest count of two or more, and how many records have it less how many have not; `nil` when none has two.
private func consistency(of counts: [Int]) -> (score: Int, cells: Int)? {
    var frequency: [Int: Int] = [:]
    for count in counts where count > 1 { frequency[count, default: 0] += 1 }
    guard let mode = frequency.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return nil }
    return (2 * mode.value - counts.count, mode.key)
}
