public import Languages
public import VisitorMetrics
import VisitorModel

/// A bridge between two numbers as a table with a drawn waterfall, as sentences, and for machines.
public struct BridgeSheet: Sendable, Hashable {
    /// The bridge.
    public let bridge: MetricBridge

    /// Makes a sheet.
    public init(_ bridge: MetricBridge) { self.bridge = bridge }

    /// One row a step; the last column draws where the sum stands, the change in full blocks.
    ///
    /// - Parameters:
    ///   - language: The language of labels and numbers.
    ///   - isWhole: Every step, for programs; else many places of one kind stand in one row.
    public func table(in language: Language, isWhole: Bool = false) -> ReportTable {
        let format = NumberFormat(language: language)
        func amount(_ number: ExactDecimal?, isSigned: Bool = false) -> ReportCell {
            guard let number else { return .missing("—") }
            let text = number.whole.map { isSigned ? format.signedCount($0) : format.count($0) } ?? number.description
            return ReportCell(text, exact: number.description)
        }
        let lines = isWhole ? everyLine : foldedLines
        let largest = ([bridge.from.value, bridge.to.value].compactMap(\.self) + lines.map(\.running)).max()?.approximate
        func bar(from before: ExactDecimal, to after: ExactDecimal) -> String {
            Self.bar(from: before, to: after, largest: largest ?? 0)
        }
        func end(_ figure: Figure) -> ReportRow {
            ReportRow(
                figure.definition.titles(language),
                [
                    .missing(""), amount(figure.value), ReportCell(bar(from: .zero, to: figure.value ?? .zero)),
                    ReportCell("\(figure.unit.name(language)) [\(figure.definition.id)]", figureID: figure.id),
                ], isTotal: true)
        }
        var running = bridge.from.value ?? .zero
        let steps = lines.map { step -> ReportRow in
            defer { running = step.running }
            return ReportRow(
                "　" + step.label(language),
                [
                    amount(step.change, isSigned: true), amount(step.running),
                    ReportCell(bar(from: running, to: step.running)),
                    ReportCell(step.detail(language), figureID: step.figureID),
                ])
        }
        return ReportTable(
            caption: BridgeWording.caption(bridge)(language),
            columns: [
                ReportColumn(BridgeWording.step(language)), ReportColumn(BridgeWording.change(language), kind: .count),
                ReportColumn(BridgeWording.running(language), kind: .count),
                ReportColumn(BridgeWording.drawing(language)), ReportColumn(BridgeWording.why(language)),
            ], rows: [end(bridge.from)] + steps + [end(bridge.to)])
    }

    /// Whether the bridge closes, what the estimate's error is, and what else must be known.
    public func notes(in language: Language) -> [String] {
        var notes = [BridgeWording.closing(bridge)]
        for figure in [bridge.from, bridge.to] {
            for notice in figure.notices where !notes.contains(notice) { notes.append(notice) }
            if !figure.coverage.isWhole { notes.append(BridgeWording.incomplete(figure)) }
        }
        if !bridge.steps.isEmpty { notes.append(BridgeWording.named(bridge.id(ofStep: 1))) }
        return notes.map { $0(language) }
    }

    /// Twenty-four characters for the largest sum: what stands is light, what a step changes is full.
    private static func bar(from before: ExactDecimal, to after: ExactDecimal, largest: Double) -> String {
        guard largest > 0 else { return "" }
        func width(_ number: ExactDecimal) -> Int { Int((number.approximate / largest * 24).rounded()) }
        let (low, high) = (min(width(before), width(after)), max(width(before), width(after)))
        if before == .zero { return String(repeating: "█", count: high) }
        return String(repeating: "░", count: low) + String(repeating: "█", count: max(high - low, 0))
    }

    /// The bridge for machines, `dmo.bridge/1`; `from` and `to` of a step are the ends of its bar in a waterfall chart.
    public var json: JSONValue {
        var running = bridge.from.value ?? .zero
        let steps = bridge.steps.enumerated().map { index, step -> JSONValue in
            defer { running = step.running }
            return [
                "id": .string(bridge.id(ofStep: index + 1)), "kind": .string(step.kind.rawValue),
                "label": .bilingual(step.label),
                "change": .string(step.change.description), "from": .string(running.description),
                "to": .string(step.running.description), "detail": .bilingual(step.detail),
                "figure": .optional(step.figureID),
            ]
        }
        return [
            "schema": "dmo.bridge/1", "id": .string(bridge.id), "period": .string(bridge.from.period.id),
            "from": Self.end(bridge.from), "to": Self.end(bridge.to), "steps": .array(steps),
            "closes": .bool(bridge.closes), "remainder": .optional(bridge.remainder?.description),
        ]
    }

    private static func end(_ figure: Figure) -> JSONValue {
        [
            "figure": .string(figure.id), "definition": .string(figure.definition.id),
            "title": .bilingual(figure.definition.titles), "unit": .string(figure.unit.rawValue),
            "value": .optional(figure.value?.description), "status": .string(figure.status.rawValue),
            "margin95": .optional(figure.marginOfError?.description),
            "isWhole": .bool(figure.coverage.isWhole), "notices": .array(figure.notices.map(JSONValue.bilingual)),
        ]
    }
}
