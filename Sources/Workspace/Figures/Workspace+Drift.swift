import Diagnostics
import Languages
import PipelineDefinition
public import Reporting
public import VisitorLedger
import VisitorMetrics
public import VisitorModel

extension Workspace {
    /// The series of other sources that are watched beside one's own.
    ///
    /// - Parameters:
    ///   - name: One that states a rule; `nil` for all that do.
    ///   - asOf: What was known at a moment.
    ///   - through: The last month to look at.
    /// - Throws: `DiagnosticsError` when the name is unknown or states no rule, or none does; `LedgerError`.
    public func driftChecks(
        of name: String? = nil, asOf: Timestamp? = nil, through: Month? = nil
    ) throws -> [DriftSheet] {
        let watched = try name.map { [try metric(named: $0)] } ?? definition.definitions.filter { $0.driftRule != nil }
        guard !watched.isEmpty, watched.allSatisfy({ $0.driftRule != nil }) else {
            throw DiagnosticsError(
                .noRule(name, among: definition.definitions.filter { $0.driftRule != nil }.map(\.id)))
        }
        let view = try view(of: watched, asOf: asOf, through: through)
        return watched.compactMap { driftCheck(of: $0, in: view) }.map(DriftSheet.init)
    }

    /// One series beside one's own; `nil` when its definition states no rule.
    func driftCheck(of other: MetricDefinition, in view: LedgerView) -> DriftCheck? {
        guard let rule = other.driftRule, let own = definition.definition(rule.own) else { return nil }
        let grain = FigureQuery.Grain(rawValue: rule.span.rawValue) ?? .month
        return DriftCheck(
            own: own, other: other, rule: rule, ownFigures: view.figures(of: own, by: grain),
            otherFigures: view.figures(of: other, by: grain))
    }
}

extension Diagnostic {
    fileprivate static func noRule(_ name: String?, among names: [String]) -> Diagnostic {
        let list = names.joined(separator: ", ")
        return Diagnostic(
            code: "drift.no-rule", value: name,
            message: BilingualText(
                ja: "見張りの基準（drift-check）のある定義ではありません。", en: "No drift-check is stated for this."),
            remedy: BilingualText(
                ja: names.isEmpty ? "definitions.yaml の照合用の定義に drift-check を書いてください。" : "あるもの: \(list)",
                en: names.isEmpty
                    ? "State a drift-check with a cross-check in definitions.yaml." : "There are: \(list)."))
    }
}
