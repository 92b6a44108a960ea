import ByteStreams
import CSVReading
import Diagnostics
import Ingestion
import PipelineRuntime
import Workspace

/// The faults planted in the sample files, as the list beside them says, held against what was found.
struct PlantedFaults {
    /// One planted fault.
    struct Fault: Hashable {
        var file: String
        /// The cell (`D5`) in a table, the line (`L7`) in XML.
        var place: String
        var code: String
    }

    /// The faults that were planted.
    let planted: Set<Fault>

    /// Reads the list.
    ///
    /// - Throws: `CSVReadingError`.
    init(listAt path: String) throws(CSVReadingError) {
        var reader = try CSVRecordReader(path: path, displayName: path, encoding: .utf8, delimiter: 0x2C)
        var planted: Set<Fault> = []
        _ = try reader.next()
        while let record = try reader.next() {
            let cells = try record.texts()
            guard cells.count >= 5 else { continue }
            planted.insert(Fault(file: cells[0], place: cells[2], code: cells[4]))
        }
        self.planted = planted
    }

    /// The faults found in loaded files: everything that made a row be held.
    static func found(in reports: [FileLoadReport]) -> Set<Fault> {
        var found: Set<Fault> = []
        for report in reports {
            for entry in report.result?.outcome.held ?? [] {
                for diagnostic in entry.diagnostics {
                    guard let position = diagnostic.position else { continue }
                    let place = position.cell ?? position.line.map { "L\($0)" } ?? ""
                    let name = position.file.split(separator: "/").last.map(String.init) ?? position.file
                    found.insert(Fault(file: name, place: place, code: diagnostic.code))
                }
            }
        }
        return found
    }
}
