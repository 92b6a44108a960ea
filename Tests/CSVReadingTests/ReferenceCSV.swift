/// One record as the slow, obvious reading finds it.
struct ReferenceRecord: Equatable {
    var line: Int
    var cells: [[UInt8]]
    /// The line and column of a quote that never closes.
    var unclosedQuote: [Int]?
}

/// Reads a whole document byte by byte, with nothing but the rules: the yardstick for the fast tokenizer.
///
/// Rules: a cell that begins with `"` runs to the next `"` that is not doubled, and from there on to the delimiter; LF,
/// CRLF and CR end a record outside quotes; a quote that the document never closes makes a record of what precedes
/// the end of its line, and reading goes on with the next line.
func referenceRecords(of document: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) -> [ReferenceRecord] {
    let quote = UInt8(ascii: "\"")
    var records: [ReferenceRecord] = []
    var index = 0

    func lineNumber(at offset: Int) -> Int {
        var line = 1
        for place in 0..<offset {
            let isHalfOfPair = document[place] == 13 && place + 1 < document.count && document[place + 1] == 10
            if document[place] == 10 || (document[place] == 13 && !isHalfOfPair) { line += 1 }
        }
        return line
    }
    func isLineEnd(_ offset: Int) -> Bool { document[offset] == 10 || document[offset] == 13 }
    func afterLineEnd(_ offset: Int) -> Int {
        document[offset] == 13 && offset + 1 < document.count && document[offset + 1] == 10 ? offset + 2 : offset + 1
    }
    func closingQuote(openedAt opening: Int) -> Int? {
        var place = opening + 1
        while place < document.count {
            if document[place] == quote {
                if place + 1 < document.count, document[place + 1] == quote {
                    place += 2
                    continue
                }
                return place
            }
            place += 1
        }
        return nil
    }
    func undoubled(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var place = bytes.startIndex
        while place < bytes.endIndex {
            result.append(bytes[place])
            place += bytes[place] == quote ? 2 : 1
        }
        return result
    }

    while index < document.count {
        var record = ReferenceRecord(line: lineNumber(at: index), cells: [])
        let recordStart = index
        var isRecordEnded = false
        while !isRecordEnded {
            var cell: [UInt8] = []
            if index < document.count, document[index] == quote {
                let opening = index
                guard let closing = closingQuote(openedAt: opening) else {
                    record.unclosedQuote = [lineNumber(at: opening), record.cells.count + 1]
                    index += 1
                    while index < document.count, !isLineEnd(index) { index += 1 }
                    record.cells.append(undoubled(document[(opening + 1)..<index]))
                    if index < document.count { index = afterLineEnd(index) }
                    break
                }
                cell = undoubled(document[(opening + 1)..<closing])
                index = closing + 1
            }
            while index < document.count, !isLineEnd(index), document[index] != delimiter {
                cell.append(document[index])
                index += 1
            }
            if index < document.count, document[index] == delimiter {
                record.cells.append(cell)
                index += 1
                continue
            }
            if index > recordStart { record.cells.append(cell) }
            if index < document.count { index = afterLineEnd(index) }
            isRecordEnded = true
        }
        records.append(record)
    }
    return records
}
