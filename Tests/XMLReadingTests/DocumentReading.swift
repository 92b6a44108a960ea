import XMLReading

/// Everything a document gave: the records, then the summary, and the error that ended it.
struct DocumentReading {
    var records: [XMLRecord] = []
    var summary: XMLReadingSummary
    var error: XMLReadingError?

    init(
        _ bytes: [UInt8], record: String, _ fields: [(name: String, path: String)] = [],
        limits: XMLReadingLimits = .init(), bytesPerChunk: Int = 64 * 1024
    ) throws {
        let mapping = try XMLRecordMapping(recordPath: record, fields: fields)
        var reader = try XMLRecordReader(
            bytes: bytes, displayName: "report.xml", mapping: mapping, limits: limits, bytesPerChunk: bytesPerChunk)
        do throws(XMLReadingError) {
            while let record = try reader.next() { records.append(record) }
        } catch {
            self.error = error
        }
        summary = reader.summary
    }

    init(
        _ text: String, record: String, _ fields: [(name: String, path: String)] = [],
        limits: XMLReadingLimits = .init(), bytesPerChunk: Int = 64 * 1024
    ) throws {
        try self.init(
            Array(text.utf8), record: record, fields, limits: limits, bytesPerChunk: bytesPerChunk)
    }

    /// The values of one field, in the order of the records.
    func values(_ field: Int = 0) -> [String?] { records.map { $0[field] } }
}
