import ByteStreams
import Diagnostics

/// A document's bytes as UTF-8, whole characters at a time, with the place reached.
struct XMLTextDecoder: ~Copyable {
    /// The place behind the text decoded so far (1-based), which at the end is where the document ends.
    private(set) var line = 1
    private(set) var column = 1
    /// What the first bytes said; `nil` until they are there.
    private(set) var detection: XMLEncoding.Detection?

    private var conversion: XMLCharacterConversion?
    private var unshifting = ISO2022JPUnshifting()
    /// Bytes of a character that the next piece ends, and at the start the bytes before the encoding is known.
    private var carried: [UInt8] = []
    /// Bytes of the file before `carried`.
    private var offset = 0

    init() {}

    /// Decodes a piece.
    ///
    /// - Parameter isLast: No piece follows.
    /// - Returns: The text up to the first fault, and the fault. Every byte of the text comes before the fault.
    mutating func decode(_ piece: [UInt8], isLast: Bool) -> (text: [UInt8], failure: XMLReadingError?) {
        var bytes = carried.isEmpty ? piece : carried + piece
        carried = []
        if detection == nil {
            guard isLast || XMLEncoding.isDecidable(bytes) else {
                carried = bytes
                return ([], nil)
            }
            let found = XMLEncoding.detect(in: bytes)
            detection = found
            bytes.removeFirst(found.markLength)
            offset = found.markLength
            if let failure = openConversion(for: found) { return ([], failure) }
        }
        var decoded = finish(transcode(bytes))
        let endsInsideCharacter = isLast && (!carried.isEmpty || unshifting.isInsideSequence)
        if decoded.failure == nil, endsInsideCharacter {
            decoded.failure = XMLReadingError(.truncated, line: line, column: column)
        }
        return decoded
    }

    private mutating func openConversion(for found: XMLEncoding.Detection) -> XMLReadingError? {
        switch found.encoding {
        case .utf8: return nil
        case .iso2022JP: conversion = XMLCharacterConversion(from: "EUC-JP-MS")
        case .converted(let name): conversion = XMLCharacterConversion(from: name)
        }
        guard conversion == nil else { return nil }
        return XMLReadingError(.unknownEncoding, line: 1, detail: found.declared ?? found.encoding.name)
    }

    /// Converts, and keeps an unfinished character for the next piece.
    private mutating func transcode(_ bytes: [UInt8]) -> (text: [UInt8], undecodable: (offset: Int, byte: UInt8)?) {
        guard detection?.encoding != .iso2022JP else { return transcodeShifted(bytes) }
        guard conversion != nil else {
            let (count, isUndecodable) = TextScan.wellFormedPrefix(of: bytes)
            let fault = isUndecodable ? (offset: offset + count, byte: bytes[count]) : nil
            if !isUndecodable { carried = Array(bytes[count...]) }
            offset += count
            return (count == bytes.count ? bytes : Array(bytes[..<count]), fault)
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 3 / 2)
        let (consumed, outcome) = conversion?.convert(bytes, into: &text) ?? (0, .complete)
        let fault = outcome == .undecodable ? (offset: offset + consumed, byte: bytes[consumed]) : nil
        if outcome == .incomplete { carried = Array(bytes[consumed...]) }
        offset += consumed
        return (text, fault)
    }

    private mutating func transcodeShifted(
        _ bytes: [UInt8]
    ) -> (text: [UInt8], undecodable: (offset: Int, byte: UInt8)?) {
        let (unshifted, origins) = unshifting.rewrite(bytes)
        var text: [UInt8] = []
        let (consumed, outcome) = conversion?.convert(unshifted, into: &text) ?? (0, .complete)
        defer { offset += bytes.count }
        guard outcome != .complete else { return (text, nil) }
        let origin = origins[consumed]
        return (text, (offset + origin, origin >= 0 ? bytes[origin] : unshifted[consumed] & 0x7F))
    }

    /// Moves the place behind the text, and cuts it at a zero, which the parser would take for the end.
    private mutating func finish(
        _ result: (text: [UInt8], undecodable: (offset: Int, byte: UInt8)?)
    ) -> (text: [UInt8], failure: XMLReadingError?) {
        let zero = TextScan.firstZero(in: result.text)
        move(behind: result.text, upTo: zero ?? result.text.count)
        if let zero {
            let failure = XMLReadingError(.malformed, line: line, column: column, detail: "U+0000")
            return (Array(result.text[..<zero]), failure)
        }
        guard let fault = result.undecodable else { return (result.text, nil) }
        let digits = String(fault.byte, radix: 16, uppercase: true)
        let failure = XMLReadingError(
            .undecodableByte, line: line, column: column, byteOffset: fault.offset,
            detail: "0x" + (digits.count < 2 ? "0" : "") + digits)
        return (result.text, failure)
    }

    private mutating func move(behind text: [UInt8], upTo end: Int) {
        let ends = TextScan.lineEnds(in: text, upTo: end)
        line += ends.count
        if ends.count > 0 { column = 1 }
        for index in (ends.last.map { $0 + 1 } ?? 0)..<end where text[index] & 0xC0 != 0x80 { column += 1 }
    }
}
