public import Diagnostics
public import Languages
public import VisitorLedger
public import VisitorMetrics
import VisitorModel

/// A doubtful count with the cell to look at.
public struct LocatedFinding: Sendable, Hashable, Identifiable {
    /// What is doubtful, and why.
    public var finding: PlausibilityFinding
    /// The cell it was read from.
    public var position: SourcePosition?
    /// The load that brought it.
    public var load: Int?
    /// Who says that it is right nonetheless, and why; `nil` while nobody has.
    public var acknowledgement: Acknowledgement?

    /// The identity.
    public var id: String { finding.id }

    /// The finding as a message.
    public func diagnostic(naming: PlaceNaming) -> Diagnostic {
        let causes = finding.causesText
        return Diagnostic(
            code: "plausibility.\(finding.kind.rawValue)", severity: .warning, position: position,
            value: finding.value.description, message: finding.message(naming: naming),
            remedy: BilingualText(
                ja: "考えられる原因: \(causes.ja)。正しければ dmo findings acknowledge '\(id)' で理由を残してください。",
                en: "Likely: \(causes.en). If it is right, say so with dmo findings acknowledge '\(id)'."))
    }
}
