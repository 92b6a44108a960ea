// What libFuzzer calls with ever new bytes: they are read as a CSV file in every way a file is read.
//
// The last three bytes choose encoding, delimiter, chunk size and limits, so that a corpus file is an ordinary file
// with three bytes behind it.

@testable import ByteStreams
@testable import CSVReading
import Diagnostics
import Languages

/// Reads one input in every way; stops the process when something does not hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let input = [UInt8](UnsafeBufferPointer(start: data, count: size))
    let choices = [UInt8](repeating: 0, count: 3) + input.suffix(3)
    let (first, second, third) = (choices[choices.count - 3], choices[choices.count - 2], choices[choices.count - 1])
    let bytes = Array(input.dropLast(3))
    _ = NonTextFormat(firstBytes: bytes)
    examine(bytes, chunk: 1 + Int(second))
    unpack(bytes, room: 1 + Int(second))
    let encoding = TextEncoding.allCases[Int(first) % TextEncoding.allCases.count]
    guard let text = convert(bytes, from: encoding, chunk: 1 + Int(second)) else { return 0 }
    let kept: TextEncoding = encoding.keepsASCIIBytes ? encoding : .utf8
    let detected = detectDialect(of: text, isWholeFile: true, encoding: kept)
    let dialects = [detected, .comma, .tab, .semicolon, .bar]
    let limits =
        third & 0x80 == 0
        ? CSVReadingLimits() : CSVReadingLimits(maximumCellBytes: 16, maximumRecordBytes: 64, maximumColumns: 5)
    var dialect = dialects[Int(third & 0x3F) % dialects.count]
    dialect.hasBackslashEscapes =
        third & 0x40 != 0 || showsBackslashEscapes(text, delimiter: dialect.delimiter, encoding: kept)
    let whole = records(of: text, chunk: max(1, text.count), encoding: kept, dialect: dialect, limits: limits)
    let cut = records(of: text, chunk: 1 + Int(second), encoding: kept, dialect: dialect, limits: limits)
    // However the stream is cut, the records are the same, and no byte is read twice or made up.
    precondition(whole.count == cut.count, "the number of records depends on the chunks")
    var length = 0
    for (left, right) in zip(whole, cut) {
        precondition(left.row == right.row && left.line == right.line, "positions depend on the chunks")
        precondition(left.problem == right.problem && left.bytes == right.bytes, "records depend on the chunks")
        precondition(left.cells == right.cells, "cells depend on the chunks")
        precondition(left.cells.allSatisfy { $0.upperBound <= left.bytes.count }, "a cell outside its record")
        precondition(left.cellCount <= limits.maximumColumns, "more cells than the limit")
        length += left.bytes.count
    }
    precondition(length <= text.count, "records hold more than the file")
    return 0
}

private func examine(_ bytes: [UInt8], chunk: Int) {
    var examination = EncodingExamination()
    var position = 0
    while position < bytes.count {
        let end = min(bytes.count, position + chunk)
        examination.examine(Array(bytes[position..<end]))
        position = end
    }
    let verdict = examination.finish()
    precondition(verdict.misfit.offset <= bytes.count && verdict.misfit.line >= 1, "a misfit outside the file")
}

private func unpack(_ bytes: [UInt8], room: Int) {
    guard bytes.starts(with: [0x1F, 0x8B]), var inflater = GzipInflater() else { return }
    var position = 0
    var output = 0
    while output < 1 << 16 {
        let step = inflater.inflate(bytes, from: position, room: room)
        precondition(step.consumed >= 0 && position + step.consumed <= bytes.count, "more was unpacked than there is")
        position += step.consumed
        output += step.output.count
        guard step.outcome == .hasMoreOutput else { return }
    }
}

private func convert(_ bytes: [UInt8], from encoding: TextEncoding, chunk: Int) -> [UInt8]? {
    guard !encoding.keepsASCIIBytes else { return bytes }
    guard var conversion = try? CharacterConversion(from: encoding) else { return nil }
    var output: [UInt8] = []
    var position = 0
    while position < bytes.count {
        let end = min(bytes.count, position + chunk)
        do { try conversion.append(Array(bytes[position..<end]), to: &output) } catch { return output }
        position = end
    }
    try? conversion.finish(into: &output)
    precondition(String(validating: output, as: UTF8.self) != nil, "a conversion that makes no UTF-8")
    return output
}

private func records(
    of text: [UInt8], chunk: Int, encoding: TextEncoding, dialect: CSVDialect, limits: CSVReadingLimits
) -> [CSVRecord] {
    let context = CSVRecordContext(
        displayName: "fuzz.csv", encoding: encoding, dialect: dialect, limits: limits,
        decoder: try? CellTextDecoder(encoding: encoding))
    var assembler = CSVRecordAssembler(context: context)
    var records: [CSVRecord] = []
    var position = 0
    while true {
        switch assembler.next() {
        case .record(let record):
            look(at: record)
            records.append(record)
        case .end: return records
        case .needsMoreBytes:
            guard position < text.count else {
                assembler.markEnd()
                continue
            }
            let end = min(text.count, position + chunk)
            assembler.append(Array(text[position..<end]))
            position = end
        }
    }
}

/// What ingestion does with a record.
private func look(at record: CSVRecord) {
    _ = record.isBlank
    if let diagnostic = record.diagnostic { precondition(!diagnostic.message.ja.isEmpty) }
    do throws(CSVReadingError) {
        let texts = try record.texts()
        precondition(texts.count == record.cellCount, "a cell without a text")
    } catch {
        precondition(!error.diagnostic.message.en.isEmpty)
        _ = record.rawText
    }
}
