import Diagnostics
public import Languages
public import Reporting
public import VisitorLedger
import VisitorMetrics
import VisitorModel

extension Workspace {
    /// A figure's passport, with everything that is known of what it was computed from.
    ///
    /// - Parameters:
    ///   - identity: Which figure.
    ///   - asOf: What was known at a moment.
    ///   - language: Of the passport's words.
    /// - Throws: `DiagnosticsError` when there is no such figure, `LedgerError`.
    public func explanation(
        of identity: FigureIdentity, asOf: Timestamp? = nil, language: Language
    ) throws -> (passport: FigurePassport, detail: PassportDetail) {
        let view = try view(of: identity, asOf: asOf)
        let figure = try figure(identity, in: view)
        return (
            passport(of: figure, in: view, language: language), try passportDetail(of: figure, in: view, asOf: asOf)
        )
    }

    /// One step of a bridge between two definitions.
    ///
    /// - Throws: `DiagnosticsError` when there is no such bridge or step, `LedgerError`.
    public func explanation(
        of identity: BridgeIdentity, asOf: Timestamp? = nil
    ) throws -> BridgeStepPassport {
        let bridge = try bridge(from: identity.from, to: identity.to, in: identity.period, asOf: asOf)
        guard let passport = BridgeStepPassport(of: bridge, step: identity.step) else {
            throw DiagnosticsError(.noStep(identity.step, of: bridge.steps.count))
        }
        return passport
    }
}
