import Diagnostics
public import Languages
public import Reporting
public import VisitorLedger

/// Rows kept aside, as a table for people.
public struct HoldList: Sendable, Hashable {
    /// The rows.
    public var entries: [HoldEntry]

    /// A list of the rows given.
    public init(_ entries: [HoldEntry]) { self.entries = entries }

    /// One line a row: cell, value, reason, what to do.
    ///
    /// - Parameter showsDecisions: Whether a column says what was decided.
    public func table(in language: Language, showsDecisions: Bool = true) -> ReportTable {
        ReportTable(
            caption: Words.caption(language),
            columns: [
                ReportColumn("No."), ReportColumn(Words.place(language)), ReportColumn(Words.load(language)),
                ReportColumn(Words.value(language)), ReportColumn(Words.reason(language)),
                ReportColumn(Words.remedy(language)), ReportColumn(Words.code(language)),
            ] + (showsDecisions ? [ReportColumn(Words.decision(language))] : []),
            rows: entries.map { entry in
                let diagnostic = entry.hold.row.diagnostic
                let cells = [
                    diagnostic.position?.description ?? "", String(entry.hold.load), diagnostic.value ?? "",
                    diagnostic.message(language), diagnostic.remedy?(language) ?? "", diagnostic.code,
                ]
                let decision = showsDecisions ? [entry.decision?.summary(language) ?? ""] : []
                return ReportRow(String(entry.id), (cells + decision).map { ReportCell($0) })
            })
    }

    private enum Words {
        static let caption = BilingualText(ja: "保留中の行", en: "Held rows")
        static let place = BilingualText(ja: "場所", en: "where")
        static let load = BilingualText(ja: "読込", en: "load")
        static let value = BilingualText(ja: "値", en: "value")
        static let reason = BilingualText(ja: "理由", en: "reason")
        static let remedy = BilingualText(ja: "対処", en: "what to do")
        static let decision = BilingualText(ja: "決定", en: "decision")
        static let code = BilingualText(ja: "符号", en: "code")
    }
}

extension HoldDecision {
    /// The decision in one line.
    public func summary(_ language: Language) -> String {
        let kind =
            switch self.kind {
            case .corrected:
                BilingualText(
                    ja: "訂正 \(oldText ?? "") → \(newText ?? "")", en: "corrected \(oldText ?? "") → \(newText ?? "")")
            case .released: BilingualText(ja: "採用", en: "released")
            case .dismissed: BilingualText(ja: "不採用", en: "dismissed")
            }
        return "\(kind(language)) (\(by), \(recordedAt): \(reason))"
    }
}
