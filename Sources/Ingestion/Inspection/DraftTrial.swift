import Diagnostics
import PipelineDefinition
import Tables
import VisitorModel

extension FileInspection.Trial {
    private static let rowsShown = 5
    private static let keysWatched = 200_000

    /// Reads a file by a profile and keeps what a person would want to see of it.
    ///
    /// - Throws: `DiagnosticsError` when the file cannot be read that way.
    init(_ file: SourceFile, profile: ProfileDefinition, destination: DestinationDefinition) throws(DiagnosticsError) {
        var ingester = try FileIngester(file, profile: profile, destination: destination)
        columns = profile.columns.map(\.name)
        firstRows = []
        hasDuplicates = false
        var keys: Set<[String]> = []
        var places: [String] = []
        var seenPlaces: Set<String> = []
        var first: String?
        var last: String?
        let isValue = profile.columns.map(\.isValue)
        let placeColumn = profile.columns.firstIndex { $0.type == .place }
        while let batch = try ingester.next() {
            for row in 0..<batch.rowCount where batch.origins[row].heldCount == 0 {
                let cells = batch.row(row)
                if firstRows.count < Self.rowsShown { firstRows.append(cells.map(\.plainText)) }
                if let place = placeColumn.flatMap({ cells[$0].text }), seenPlaces.insert(place).inserted {
                    places.append(place)
                }
                for case .period(let period) in cells {
                    first = min(first ?? period.firstMonth.id, period.firstMonth.id)
                    last = max(last ?? period.lastMonth.id, period.lastMonth.id)
                }
                if keys.count < Self.keysWatched {
                    let key = zip(cells, isValue).filter { !$0.1 }.map(\.0.plainText)
                    if !keys.insert(key).inserted { hasDuplicates = true }
                }
            }
        }
        outcome = ingester.outcome
        layout = ingester.layoutFingerprint
        self.places = places
        if let first, let last { months = first...last }
        unknownPlaces = []
        var known: [String: Int] = [:]
        for diagnostic in outcome.held.flatMap(\.diagnostics) where diagnostic.code == "place.unknown" {
            let label = diagnostic.value ?? ""
            if let index = known[label] {
                unknownPlaces[index].rows += 1
            } else {
                known[label] = unknownPlaces.count
                unknownPlaces.append((label, 1))
            }
        }
    }
}
