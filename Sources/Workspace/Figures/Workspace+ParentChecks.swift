import PipelineDefinition
public import Reporting
import VisitorLedger
import VisitorMetrics
public import VisitorModel

extension Workspace {
    /// Figures somebody printed for a place as a whole, held against the sums of the places inside it.
    ///
    /// - Parameters:
    ///   - definitions: Plain sums of one count a place; others have no printed wholes to check.
    ///   - request: What moment and last month are meant.
    /// - Throws: `LedgerError`.
    public func parentChecks(of definitions: [MetricDefinition], _ request: FigureRequest) throws -> [ParentCheckSheet]
    {
        guard let ledger = try readLedger() else { return [] }
        let tree = definition.destination.places
        let parents = Set(tree.places.map(\.id).filter { !tree.children(of: $0).isEmpty })
        var measures: Set<String> = []
        return try definitions.compactMap { definition in
            guard definition.derivation == .sum, definition.markets.isEmpty,
                measures.insert(definition.measure).inserted
            else { return nil }
            var query = ObservationQuery(
                measures: [definition.measure], places: parents, segments: [definition.segment],
                through: request.through)
            // Few wholes are printed, if any; only their parts are read.
            let printed = Set(try ledger.observations(matching: query, asOf: request.asOf).map(\.observation.series.place))
            guard !printed.isEmpty else { return nil }
            query.places = printed.union(printed.flatMap(tree.children))
            let recorded = try ledger.observations(matching: query, asOf: request.asOf)
            let checks = view(of: recorded, through: request.through).figures.parentChecks(
                of: definition, in: tree, through: request.through)
            return ParentCheckSheet(checks, of: definition)
        }
    }
}
