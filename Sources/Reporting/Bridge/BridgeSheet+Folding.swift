import Languages
import VisitorMetrics
import VisitorModel

extension BridgeSheet {
    /// A step as it is shown: one of the bridge's, or many small ones in a line of their own.
    struct Line: Sendable, Hashable {
        var label: BilingualText
        var change: ExactDecimal
        /// The sum after it, in the order of the lines.
        var running: ExactDecimal
        var detail: BilingualText
        var figureID: String?
    }

    /// How many places of one kind are named one by one. A prefecture leaves out hundreds (Kyoto 2013: 380 of 595), and
    /// nobody finds the step that matters among them.
    static let namedAtMost = 12

    /// Every step as a line of its own.
    var everyLine: [Line] {
        bridge.steps.map {
            Line(label: $0.label, change: $0.change, running: $0.running, detail: $0.detail, figureID: $0.figureID)
        }
    }

    /// The steps as lines: where more than ``namedAtMost`` of a kind follow each other, the largest are named and the
    /// others stand in one line with their number and sum. What the lines arrive at is the same, to the person.
    var foldedLines: [Line] {
        // A sum too large for exact numbers cannot be shown as one line.
        folded() ?? everyLine
    }

    private func folded() -> [Line]? {
        var lines: [Line] = []
        var running = bridge.from.value ?? .zero
        func add(_ label: BilingualText, _ change: ExactDecimal?, _ detail: BilingualText, _ figureID: String?) -> Bool {
            guard let change, let sum = running.adding(change) else { return false }
            running = sum
            lines.append(Line(label: label, change: change, running: sum, detail: detail, figureID: figureID))
            return true
        }
        func add(_ step: MetricBridge.Step) -> Bool { add(step.label, step.change, step.detail, step.figureID) }
        var rest = bridge.steps[...]
        while let first = rest.first {
            let run = rest.prefix { $0.kind == first.kind }
            rest = rest.dropFirst(run.count)
            guard first.kind.isFolded, run.count > Self.namedAtMost else {
                guard run.allSatisfy(add) else { return nil }
                continue
            }
            // One less than could be named, since the others take a line too; ties stay in the bridge's order.
            let bySize = run.indices.sorted {
                (run[$1].change.unsigned, $0) < (run[$0].change.unsigned, $1)
            }
            let named = Set(bySize.prefix(Self.namedAtMost - 1))
            let others = run.indices.filter { !named.contains($0) }
            let sum = others.reduce(ExactDecimal.zero) { $0?.adding(run[$1].change) }
            guard run.indices.filter(named.contains).allSatisfy({ add(run[$0]) }),
                add(
                    BridgeWording.others(others.count, first.kind), sum,
                    BridgeWording.everyOne(from: run.startIndex + 1, through: run.endIndex), nil)
            else { return nil }
        }
        return lines
    }
}

extension MetricBridge.Kind {
    /// Whether many steps of this kind are shown as one: those that stand for single places.
    fileprivate var isFolded: Bool {
        switch self {
        case .place, .event, .designation: true
        case .residents, .places, .term: false
        }
    }
}
