public import Diagnostics
import Languages
import PipelineDefinition
public import VisitorLedger
public import VisitorMetrics
public import VisitorModel

/// Which figures somebody wants, whether on the command line or over the network.
public struct FigureRequest: Sendable, Hashable {
    /// The definition, with or without version; `nil` for all that are no cross-checks.
    public var definition: String?
    /// The span of each figure.
    public var grain = FigureQuery.Grain.calendarYear
    /// Whether there is a figure for each place or market.
    public var split = FigureQuery.Split.none
    /// The first month.
    public var from: Month?
    /// The last month to look at.
    public var through: Month?
    /// As if no event had been held.
    public var withoutEvents = false
    /// The one release to use.
    public var vintage: String?
    /// What was known at a moment.
    public var asOf: Timestamp?

    /// All figures by calendar year.
    public init() {}

    /// Reads a span and a split, such as `calendar-year,place`; a span left out is a calendar year.
    ///
    /// - Throws: `DiagnosticsError` that says what may be asked for.
    public mutating func setSpan(_ text: String) throws(DiagnosticsError) {
        (grain, split) = (.calendarYear, .none)
        for word in text.split(separator: ",").map(String.init) {
            if let found = FigureQuery.Grain(rawValue: word) {
                grain = found
            } else if let found = FigureQuery.Split(rawValue: word), found != .none {
                split = found
            } else {
                throw DiagnosticsError(.unknownSpan(word))
            }
        }
    }
}

/// Figures with what they were asked by and computed from.
public struct SelectedFigures: Sendable {
    /// The figures.
    public var figures: [Figure]
    /// The definitions they were asked by.
    public var definitions: [MetricDefinition]
    /// The counts behind them.
    public var view: LedgerView
}

extension Workspace {
    /// The figures that are meant.
    ///
    /// - Throws: `DiagnosticsError` for a definition nobody knows, `LedgerError` when the ledger cannot be read.
    public func figures(_ request: FigureRequest) throws -> SelectedFigures {
        let definitions =
            try request.definition.map { [try metric(named: $0)] }
            ?? definition.definitions.filter { !$0.isCrossCheck }
        // Beside the markets of a measure stands their share of a whole, where one is defined.
        let measures = Set(definitions.map(\.measure))
        let shares = definition.definitions.filter {
            request.split == .market && $0.derivation.shareTotal != nil && measures.contains($0.measure)
        }
        let view = try view(
            of: definitions + shares, asOf: request.asOf, through: request.through,
            onlySegments: request.split == .market && definitions.contains { $0.markets.isEmpty } ? nil : [])
        let shown = request.withoutEvents ? withoutEvents(view) : view
        let meant = request.withoutEvents ? definitions.map(definitionWithoutEvents) : definitions
        let figures = meant.flatMap {
            shown.figures(
                of: $0, by: request.grain, split: request.split, from: request.from, vintage: request.vintage)
        }
        return SelectedFigures(figures: figures, definitions: definitions, view: view)
    }
}

extension Diagnostic {
    fileprivate static func unknownSpan(_ word: String) -> Diagnostic {
        let spans = FigureQuery.Grain.allCases.map(\.rawValue).joined(separator: ", ")
        return Diagnostic(
            code: "figures.span", value: word,
            message: BilingualText(ja: "by に「\(word)」は使えません。", en: "“by” does not take “\(word)”."),
            remedy: BilingualText(
                ja: "使えるもの: \(spans) と、place または market。", en: "It takes \(spans), and place or market."))
    }
}
