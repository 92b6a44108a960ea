import Diagnostics
import Languages
public import VisitorLedger
import VisitorMetrics
import VisitorModel

/// What publishing a forecast came to.
public struct ForecastPublishResult: Sendable {
    /// The forecast as it is recorded.
    public var forecast: PublishedForecast
    /// The goal as it stood at that moment.
    public var standing: GoalStanding
    /// The doubts that were open when it was published.
    public var openFindings: [LocatedFinding]
}

extension Workspace {
    /// Publishes where a goal's year will end: records it as it is said now, to be set against what comes.
    ///
    /// - Parameters:
    ///   - target: The goal's identifier; the first goal when `nil`.
    ///   - by: Who answers for it.
    ///   - note: What the publisher has to say; needed while doubts are open.
    /// - Throws: `DiagnosticsError` when doubts are open and nothing is said about them, or there is no outlook to
    ///   publish; `LedgerError`.
    public func publishForecast(target: String?, by: String, note: String = "") throws -> ForecastPublishResult {
        let open = try openFindings(through: nil, note: note)
        // Worked out before the ledger is locked, and kept, so that it is locked for a moment only.
        var standing = try goalStanding(target: target)
        let goal = try self.target(named: target)
        let definition = try metric(named: goal.definition)
        let forecast = try openLedger().publishForecast { moment in
            standing = try goalStanding(target: target, asOf: moment)
            switch standing.forecast.outlook {
            case .outlook(let outlook):
                var forecast = outlook.published(
                    by: by, target: goal.id, definition: definition,
                    knownThrough: try knownThrough(of: definition, asOf: moment) ?? outlook.lastMonth,
                    product: Self.product)
                forecast.note = note
                return forecast
            case .refused(let reason): throw DiagnosticsError(.noOutlook(reason))
            case nil: throw DiagnosticsError(.noOutlook(nil))
            }
        }
        return ForecastPublishResult(forecast: forecast, standing: standing, openFindings: open)
    }

    /// The last month of which any count of a definition is known, whatever a report is about: later months alone can be
    /// foretold.
    func knownThrough(of definition: MetricDefinition, asOf: Timestamp?) throws(LedgerError) -> Month? {
        try view(of: [definition], asOf: asOf).figures.table.latestMonth(
            of: definition.measure, at: definition.cut.members)
    }

    /// The doubts nobody has acknowledged.
    ///
    /// - Throws: `DiagnosticsError` when there are some and nothing is said about them.
    func openFindings(through month: Month?, note: String) throws -> [LocatedFinding] {
        let open = try findings(through: month).filter { $0.acknowledgement == nil }
        guard open.isEmpty || !note.isEmpty else {
            throw DiagnosticsError(open.map { $0.diagnostic(naming: placeName) } + [.openFindings(open.count)])
        }
        return open
    }
}

extension Diagnostic {
    fileprivate static func openFindings(_ count: Int) -> Diagnostic {
        Diagnostic(
            code: "publish.open-findings", value: String(count),
            message: BilingualText(
                ja: "確認されていない指摘が \(count) 件あるため、公表しませんでした。",
                en: "Not published: \(count) doubts are open."),
            remedy: BilingualText(
                ja: "数値を直すか、dmo findings acknowledge で理由を残すか、--note に公表する理由を書いてください。",
                en:
                    "Mend the counts, give reasons with dmo findings acknowledge, or say with --note why it is published."
            ))
    }

    fileprivate static func noOutlook(_ reason: BilingualText?) -> Diagnostic {
        Diagnostic(
            code: "publish.no-outlook",
            message: BilingualText(
                ja: "公表できる見通しがありません。" + (reason?.ja ?? "目標の年は終わったか、下げる目標です。"),
                en: "There is no outlook to publish. "
                    + (reason?.en ?? "The goal's year is over, or the goal is to fall.")),
            remedy: BilingualText(ja: "dmo progress で状況を確かめてください。", en: "dmo progress shows where the goal stands."))
    }
}
