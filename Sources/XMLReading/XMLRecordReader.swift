import Diagnostics

/// Reads the records of an XML document one after another, in bounded memory.
///
/// ```swift
/// let mapping = try XMLRecordMapping(
///     recordPath: "入込客報告/月報/地点",
///     fields: [("month", "../@年月"), ("place", "@名称"), ("visitors", "入込客数")])
/// var reader = try XMLRecordReader(path: path, displayName: "report.xml", mapping: mapping)
/// while let record = try reader.next() { use(record[2]) }
/// ```
///
/// A document that breaks off or breaks a rule gives every record completed before, then an error.
public struct XMLRecordReader: ~Copyable {
    private var events: XMLEventReader
    private var assembler: XMLRecordAssembler
    private let displayName: String
    private var failure: XMLReadingError?

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: Where the file is.
    ///   - displayName: The name used in messages.
    ///   - mapping: What is a record, and where its values stand.
    ///   - limits: What counts as hostile.
    /// - Throws: `XMLReadingError` of kind `fileNotFound` or `fileUnreadable`.
    public init(
        path: String, displayName: String, mapping: XMLRecordMapping, limits: XMLReadingLimits = .init()
    ) throws(XMLReadingError) {
        events = try XMLEventReader(path: path, displayName: displayName, limits: limits)
        assembler = XMLRecordAssembler(mapping: mapping, limits: limits)
        self.displayName = displayName
    }

    /// Reads a document that is in memory.
    ///
    /// - Parameters:
    ///   - bytes: The document as it would stand in a file.
    ///   - displayName: The name used in messages.
    ///   - mapping: What is a record, and where its values stand.
    ///   - limits: What counts as hostile.
    ///   - bytesPerChunk: How much is parsed at a time.
    /// - Throws: `XMLReadingError` of kind `fileUnreadable` when memory is out.
    public init(
        bytes: [UInt8], displayName: String, mapping: XMLRecordMapping, limits: XMLReadingLimits = .init(),
        bytesPerChunk: Int = 64 * 1024
    ) throws(XMLReadingError) {
        events = try XMLEventReader(
            bytes: bytes, displayName: displayName, limits: limits, bytesPerChunk: bytesPerChunk)
        assembler = XMLRecordAssembler(mapping: mapping, limits: limits)
        self.displayName = displayName
    }

    /// The next record; `nil` after a clean end.
    ///
    /// - Throws: `XMLReadingError` with the number of records delivered before; the same again on each later call.
    public mutating func next() throws(XMLReadingError) -> XMLRecord? {
        if let failure { throw failure }
        do throws(XMLReadingError) {
            while let event = try events.next() {
                if let record = try assembler.take(event) { return record }
            }
            return nil
        } catch {
            var complete = error
            complete.file = displayName
            complete.recordsRead = assembler.recordCount
            complete.path = assembler.path
            failure = complete
            throw complete
        }
    }

    /// Elements that were parsed and wait to be taken: what a piece holds, never what the document holds.
    var elementsParsedAhead: Int { events.elementCount - assembler.elementCount }

    /// What the document turned out to hold so far; complete when `next()` has returned `nil` or thrown.
    public var summary: XMLReadingSummary {
        var late = assembler.notices
        for index in late.indices { late[index].position?.file = displayName }
        return XMLReadingSummary(
            records: assembler.recordCount, elements: assembler.elementCount, rootName: events.rootName,
            declaredEncoding: events.declaredEncoding, notices: events.notices + late,
            elementPathsSeen: assembler.census.paths)
    }
}
