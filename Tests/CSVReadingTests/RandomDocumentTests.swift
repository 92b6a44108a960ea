import ByteStreams
import TestSupport
import Testing

@testable import CSVReading

struct RandomDocumentTests {
    @Test(arguments: [UInt64](1...20))
    func `the tokenizer reads random documents as the slow reference does, however they are cut`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<1000 {
            let document = randomDocument(using: &random)
            let expected = referenceRecords(of: document)
            for bytesPerChunk in [1, 2, 3, 7, 4096] {
                let records = assembledRecords(of: document, bytesPerChunk: bytesPerChunk)
                guard records.map(ReferenceRecord.init) == expected else {
                    Issue.record("\(document) in chunks of \(bytesPerChunk)")
                    return
                }
                guard records.map(\.row) == Array(1..<(records.count + 1)) else {
                    Issue.record("rows of \(document)")
                    return
                }
            }
        }
    }

    @Test(arguments: [UInt64](101...105))
    func `with small limits no cutting changes what is read`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let limits = CSVReadingLimits(maximumRecordBytes: 8, maximumColumns: 3)
        for _ in 0..<1000 {
            let document = randomDocument(using: &random)
            let whole = assembledRecords(of: document, bytesPerChunk: 4096, limits: limits)
            for bytesPerChunk in [1, 2, 3, 7] {
                let records = assembledRecords(of: document, bytesPerChunk: bytesPerChunk, limits: limits)
                guard
                    records.map(\.bytes) == whole.map(\.bytes), records.map(\.line) == whole.map(\.line),
                    records.map(\.problem) == whole.map(\.problem), records.map(\.cells) == whole.map(\.cells)
                else {
                    Issue.record("\(document) in chunks of \(bytesPerChunk)")
                    return
                }
            }
            guard whole.allSatisfy({ $0.bytes.count <= 10 && $0.cellCount <= 3 }) else {
                Issue.record("limits passed in \(document)")
                return
            }
        }
    }

    private func randomDocument(using random: inout SeededGenerator) -> [UInt8] {
        // あ and ポ in CP932: the second byte of ポ is the vertical bar.
        let alphabet: [[UInt8]] = [
            [0x61], [0x2C], [0x20], [0x22], [0x22], [0x0A], [0x0D], [0x3B], [0x82, 0xA0], [0x83, 0x7C],
        ]
        return (0..<Int.random(in: 0...24, using: &random)).flatMap { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        }
    }
}

extension ReferenceRecord {
    init(_ record: CSVRecord) {
        self.init(line: record.line, cells: record.cells.map { Array(record.content(of: $0)) }, unclosedQuote: nil)
        if case .unclosedQuote(let line, let column) = record.problem { unclosedQuote = [line, column] }
    }
}

/// The records of bytes in memory, delivered in chunks of a size.
func assembledRecords(
    of document: [UInt8], bytesPerChunk: Int, limits: CSVReadingLimits = .init(), dialect: CSVDialect = .comma
) -> [CSVRecord] {
    let context = CSVRecordContext(
        displayName: "random.csv", encoding: .cp932, dialect: dialect, limits: limits, decoder: nil)
    var assembler = CSVRecordAssembler(context: context)
    var records: [CSVRecord] = []
    var position = 0
    while true {
        switch assembler.next() {
        case .record(let record): records.append(record)
        case .end: return records
        case .needsMoreBytes where position < document.count:
            let end = min(document.count, position + bytesPerChunk)
            assembler.append(Array(document[position..<end]))
            position = end
        case .needsMoreBytes: assembler.markEnd()
        }
    }
}
