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
        var measures: Set<String> = []
        return try definitions.compactMap { definition in
            guard definition.derivation == .sum, definition.markets.isEmpty,
                measures.insert(definition.measure).inserted
            else { return nil }
            let recorded = try ledger.observations(
                matching: ObservationQuery(measures: [definition.measure], through: request.through), asOf: request.asOf
            )
            let checks = view(of: recorded, through: request.through).figures.parentChecks(
                of: definition, in: self.definition.destination.places, through: request.through)
            return ParentCheckSheet(checks, of: definition)
        }
    }
}
