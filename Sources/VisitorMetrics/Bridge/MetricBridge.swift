public import Languages
public import VisitorModel

/// Every step from one official number to another, to the person: why both are right.
///
/// `A + Σ steps = B`. What A does to its sum is undone, places are exchanged, then what B does is done.
public struct MetricBridge: Sendable, Hashable {
    /// What sort of step it is.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A place that only one side counts.
        case place
        /// An event that only one side counts.
        case event
        /// A place that the rule of designation leaves out on one side.
        case designation
        /// Residents left out, or back in.
        case residents
        /// A segment divided by the places it visits, or undone.
        case places = "mean-places"
        /// A term of another formula.
        case term
    }

    /// One step.
    public struct Step: Sendable, Hashable {
        /// What sort of step.
        public let kind: Kind
        /// What happens.
        public let label: BilingualText
        /// What it changes.
        public let change: ExactDecimal
        /// The sum after it.
        public let running: ExactDecimal
        /// The calculation, in numbers.
        public let detail: BilingualText
        /// The figure behind it, where there is one of its own.
        public let figureID: String?
    }

    /// The first number.
    public let from: Figure
    /// The second number.
    public let to: Figure
    /// The steps between them.
    public let steps: [Step]

    /// The name of the bridge: `bridge:exchange-population@1..visitor-trips@1:2017`.
    public var id: String { "bridge:\(from.definition.id)..\(to.definition.id):\(from.period.id)" }

    /// The name of a step, counted from 1.
    public func id(ofStep number: Int) -> String { "\(id):\(number)" }

    /// B minus where the steps arrive: zero when the bridge closes.
    public var remainder: ExactDecimal? { to.value?.subtracting(steps.last?.running ?? from.value ?? .zero) }

    /// Whether the steps arrive at the second number exactly.
    public var closes: Bool { remainder == .zero }

    /// Why there is no bridge.
    public enum Refusal: Error, Sendable, Hashable {
        /// One of the two has no value in the period, and why.
        case noValue(String, [BilingualText])
        /// The two count different things, so that no step leads from one to the other.
        case differentMeasures(String, String)
    }

    /// Builds a bridge.
    ///
    /// - Parameters:
    ///   - from: The first number with its derivation.
    ///   - to: The second.
    ///   - places: The figure of each place alone, in the period, by place: first of A's cut and rule, then of B's.
    ///   - tree: All places, for what is an event.
    ///   - naming: What places are called.
    ///   - standings: Why a place is not designated on either side, by place.
    /// - Throws: ``Refusal``.
    public init(
        from: DerivedFigure, to: DerivedFigure, places: (from: [Figure], to: [Figure]), in tree: PlaceTree,
        naming: PlaceNaming, standings: [String: BilingualText] = [:]
    ) throws(Refusal) {
        guard from.base.definition.measure == to.base.definition.measure, from.base.unit == to.base.unit else {
            throw .differentMeasures(from.figure.definition.id, to.figure.definition.id)
        }
        for figure in [from.figure, to.figure] where figure.value == nil {
            throw .noValue(figure.definition.id, figure.notices)
        }
        var builder = Builder(running: from.figure.value ?? .zero)
        for term in from.terms.reversed() { builder.undo(term) }
        builder.exchange(places, in: tree, naming: naming, standings: standings)
        for term in to.terms { builder.apply(term) }
        self.from = from.figure
        self.to = to.figure
        steps = builder.steps
    }
}
