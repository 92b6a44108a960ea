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
    /// - Parameter isBrief: Whether load, code and decision are left out.
    public func table(in language: Language, isBrief: Bool = false) -> ReportTable {
        var columns: [(title: BilingualText, text: (HoldEntry) -> String)] = [
            (Words.place, { $0.hold.row.diagnostic.position?.description ?? "" }),
            (Words.load, { String($0.hold.load) }),
            (Words.value, { $0.hold.row.diagnostic.value ?? "" }),
            (Words.reason, { $0.hold.row.diagnostic.message(language) }),
            (Words.remedy, { $0.hold.row.diagnostic.remedy?(language) ?? "" }),
            (Words.code, { $0.hold.row.diagnostic.code }),
            (Words.decision, { $0.decision?.summary(language) ?? "" }),
        ]
        if isBrief { columns.removeAll { [Words.load, Words.code, Words.decision].contains($0.title) } }
        return ReportTable(
            caption: Words.caption(language),
            columns: [ReportColumn("No.")] + columns.map { ReportColumn($0.title(language)) },
            rows: entries.map { entry in ReportRow(String(entry.id), columns.map { ReportCell($0.text(entry)) }) })
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
