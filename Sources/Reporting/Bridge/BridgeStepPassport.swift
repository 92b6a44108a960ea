public import Languages
public import VisitorMetrics
import VisitorModel

/// One step of a bridge as a figure of its own: what it does, why, and the calculation in numbers.
public struct BridgeStepPassport: Sendable, Hashable {
    /// The bridge.
    public let bridge: MetricBridge
    /// Which step, from 1.
    public let number: Int

    /// The passport of a step; `nil` when the bridge has no such step.
    public init?(of bridge: MetricBridge, step number: Int) {
        guard bridge.steps.indices.contains(number - 1) else { return nil }
        self.bridge = bridge
        self.number = number
    }

    /// The step.
    public var step: MetricBridge.Step { bridge.steps[number - 1] }

    /// What stands before it.
    private var before: ExactDecimal? { number == 1 ? bridge.from.value : bridge.steps[number - 2].running }

    /// The passport in sentences, the first being its title.
    public func lines(in language: Language) -> [String] {
        let unit = bridge.from.unit
        var lines = [
            BridgeWording.place(number, of: bridge.steps.count, bridge), step.label,
            BridgeWording.effect(
                before: before.map { .amount($0, unit) }, change: .written { $0.signedExact(step.change) },
                after: .amount(step.running, unit)),
            BridgeWording.meaning(step.kind),
        ]
        if !step.detail.en.isEmpty { lines.append(BridgeWording.calculation(step.detail)) }
        for figure in [bridge.from, bridge.to] { lines.append(BridgeWording.definition(figure.definition)) }
        return lines.map { $0(language) }
    }

    /// The name of the JSON's schema.
    public static let schema = "dmo.bridge-step/1"

    /// The passport for machines, `dmo.bridge-step/1`.
    public var json: JSONValue {
        [
            "schema": .string(Self.schema), "id": .string(bridge.id(ofStep: number)), "bridge": .string(bridge.id),
            "number": .integer(number), "of": .integer(bridge.steps.count), "kind": .string(step.kind.rawValue),
            "label": .bilingual(step.label), "before": .optional(before?.description),
            "change": .string(step.change.description), "after": .string(step.running.description),
            "unit": .string(bridge.from.unit.rawValue), "meaning": .bilingual(BridgeWording.meaning(step.kind)),
            "detail": .bilingual(step.detail), "figure": .optional(step.figureID),
        ]
    }
}
