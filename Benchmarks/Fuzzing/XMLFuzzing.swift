// What libFuzzer calls with ever new bytes: they are read as an XML document, as records, and as statistical messages.
//
// The last byte chooses the chunk size, so that a corpus file is an ordinary document with one byte behind it.

import Diagnostics
import Languages
@testable import StatisticalMessages
@testable import XMLReading

/// Reads one input in every way; stops the process when something does not hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let input = [UInt8](UnsafeBufferPointer(start: data, count: size))
    let chunk = 1 + Int(input.last ?? 0)
    let bytes = Array(input.dropLast())
    let whole = events(of: bytes, chunk: 1 << 20)
    let cut = events(of: bytes, chunk: chunk)
    // A sound document is the same however it is cut; a broken one may give a little more or less before it breaks. A
    // DOCTYPE with a > in its address, cut in the middle, is refused by libxml2: files are read in pieces of 64 KiB.
    let mayBeRefused = (whole.notices + cut.notices).contains { $0.code == "xml.doctype-ignored" } || hasDoctype(bytes)
    if !mayBeRefused, whole.failure == nil || cut.failure == nil {
        precondition(whole.failure == nil && cut.failure == nil, "whether a document is sound depends on the chunks")
        precondition(whole.events == cut.events, "events depend on the chunks")
    }
    read(bytes, chunk: chunk)
    for kind in [MessageKind.eStat, .sdmx] { readMessage(bytes, kind) }
    return 0
}

private func hasDoctype(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self).contains("<!DOCTYPE")
}

private func events(
    of bytes: [UInt8], chunk: Int
) -> (events: [XMLEvent], failure: XMLReadingError?, notices: [Diagnostic]) {
    var events: [XMLEvent] = []
    var depth = 0
    do throws(XMLReadingError) {
        var reader = try XMLEventReader(bytes: bytes, displayName: "fuzz.xml", bytesPerChunk: chunk)
        while let event = try reader.next() {
            switch event {
            case .start: depth += 1
            case .end: depth -= 1
            case .text(let text): precondition(depth > 0 && !text.isEmpty, "text outside an element")
            }
            precondition((0...128).contains(depth), "deeper than the limit")
            events.append(event)
        }
        precondition(depth == 0 && !events.isEmpty, "a document that ends inside an element")
        return (events, nil, reader.notices)
    } catch {
        precondition(!error.diagnostic.message.en.isEmpty && !error.diagnostic.message.ja.isEmpty)
        return (events, error, [])
    }
}

private let mapping = try? XMLRecordMapping(
    recordPath: "//b",
    fields: [("own", "."), ("attribute", "@c"), ("child", "d/e"), ("above", "../@f"), ("before", "../g")])

private func read(_ bytes: [UInt8], chunk: Int) {
    guard let mapping else { preconditionFailure("the mapping is wrong") }
    var count = 0
    do throws(XMLReadingError) {
        var reader = try XMLRecordReader(bytes: bytes, displayName: "fuzz.xml", mapping: mapping, bytesPerChunk: chunk)
        while let record = try reader.next() {
            count += 1
            precondition(record.index == count && record.values.count == 5 && record.line >= 1, "a record out of order")
        }
    } catch {
        precondition(error.recordsRead == count, "records that were not delivered")
    }
}

private let fields = ["@area", "area.name", "@GEO", "period", "value", "unit", "scale", "status", "note"].compactMap {
    MessageField($0)
}

private func readMessage(_ bytes: [UInt8], _ kind: MessageKind) {
    var count = 0
    do throws(MessageReadingError) {
        let reader = try StatisticalMessageReader(xml: bytes, displayName: "fuzz.xml", kind: kind, fields: fields)
        while let observation = try reader.next() {
            count += 1
            precondition(
                observation.values.count == fields.count && observation.line >= 1, "a number without its fields")
        }
        precondition(reader.summary.observations == count, "numbers that were not delivered")
    } catch {
        precondition(
            error.observationsRead == count && !error.diagnostic.message.en.isEmpty, "a wrong count at the break")
    }
}
