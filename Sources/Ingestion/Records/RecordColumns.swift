import Diagnostics
import PipelineDefinition
import XMLReading

/// Which fields of a record hold the text and the year of each profile column, where records have named fields.
struct RecordColumns {
    /// One profile column.
    struct Column {
        /// The fields its text may stand in; the first that is there counts.
        var fields: [Int] = []
        /// The fields its year may stand in.
        var yearFields: [Int] = []
        var fixed: String?
        var fixedYear: String?
        /// Where the text stands inside the record, as the profile says it.
        var path: String?
    }

    /// The columns, in the profile's order.
    private(set) var columns: [Column] = []
    /// What the profile writes under `from`, by field.
    private(set) var paths: [String] = []

    /// The fields with names of their own, for a mapping.
    var named: [(name: String, path: String)] { paths.enumerated().map { ("field\($0.offset)", $0.element) } }

    init(profile: ProfileDefinition, fileName: String) {
        for column in profile.columns {
            let own = fields(column.source, fileName: fileName)
            let year = fields(column.yearSource, fileName: fileName)
            columns.append(
                Column(
                    fields: own.fields, yearFields: year.fields, fixed: own.fixed, fixedYear: year.fixed,
                    path: own.fields.first.map { paths[$0] }))
        }
    }

    /// What is a record of XML, and where its fields stand.
    ///
    /// - Throws: `DiagnosticsError` for a path that cannot be understood.
    func mapping(of profile: ProfileDefinition) throws(DiagnosticsError) -> XMLRecordMapping {
        do throws(XMLMappingError) {
            return try XMLRecordMapping(recordPath: profile.reading.recordPath ?? "", fields: named)
        } catch {
            var diagnostic = error.diagnostic
            diagnostic.position = profile.position
            throw DiagnosticsError(diagnostic)
        }
    }

    private mutating func fields(
        _ source: ProfileColumn.Source?, fileName: String
    ) -> (fields: [Int], fixed: String?) {
        switch source {
        case .field(let alternatives):
            let first = paths.count
            paths += alternatives
            return (Array(first..<paths.count), nil)
        case .fixed(let text): return ([], text)
        case .fileName: return ([], fileName)
        default: return ([], nil)
        }
    }
}
