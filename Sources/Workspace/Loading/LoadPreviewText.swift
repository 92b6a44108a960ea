import Diagnostics
import Forecasting
public import Languages
public import Reporting
import VisitorLedger
import VisitorMetrics
import VisitorModel

/// What a preview has to say, in a language: lines and tables for any face to show.
public struct LoadPreviewText: Sendable {
    private let preview: LoadPreview
    private let workspace: Workspace
    private let language: Language
    private let numbers: NumberFormat

    /// Some lines under a title.
    public struct Lines: Sendable, Hashable {
        /// What they are about.
        public var title: String
        /// The lines.
        public var lines: [String]

        /// Lines under a title.
        public init(title: String, lines: [String]) {
            self.title = title
            self.lines = lines
        }
    }

    /// The words for a preview.
    public init(_ preview: LoadPreview, of workspace: Workspace, in language: Language) {
        self.preview = preview
        self.workspace = workspace
        self.language = language
        numbers = NumberFormat(language: language)
    }

    /// The counts that would be revised.
    public var revisions: Lines { Lines(title: Words.revisions(language), lines: preview.revisions.map(text)) }

    /// The indicators that would change.
    public var indicators: Lines {
        Lines(
            title: Words.indicators(language),
            lines: preview.indicators.map { effect in
                let value = "\(written(effect.before.value)) → \(written(effect.after.value))"
                let light = "\(effect.before.light.name(language)) → \(effect.after.light.name(language))"
                return "\(effect.after.indicator.titles(language)): \(value)\(bracketed(light))"
            })
    }

    /// The doubts that would be settled.
    public var settled: Lines {
        Lines(
            title: Words.settled(language),
            lines: preview.settledFindings.map { $0.finding.message(naming: workspace.placeName)(language) })
    }

    /// The doubts that would be new.
    public var doubtsTitle: String { Words.doubts(preview.newFindings.count)(language) }

    /// Each goal that would be touched: its years, verdict and outlook, now and after.
    public var goals: [Lines] {
        preview.goals.map { goal in
            var lines: [String] = []
            for (before, after) in goal.years {
                let value = "\(written(before.figure?.value)) → \(written(after.figure?.value))"
                let change = before.figure?.value.flatMap { after.figure?.value?.subtracting($0) }.map {
                    " (\(signed($0)))"
                }
                let rates = [
                    (Words.achievement, before.achievement, after.achievement),
                    (Words.progress, before.progress, after.progress),
                ].filter { $0.1.number != nil || $0.2.number != nil }
                    .map { word, old, new in "; \(word(language)) \(percent(old)) → \(percent(new))" }
                lines.append("\(after.period.label(language)): \(value)\(change ?? "")" + rates.joined())
            }
            let sides = [(Words.before, goal.before), (Words.after, goal.after)]
            let isSame = goal.before.verdict == goal.after.verdict
            for (word, side) in isSame ? [(Words.unchanged, goal.after)] : sides {
                lines.append("\(word(language)): " + (side.verdict.first?(language) ?? ""))
            }
            let outlooks = sides.compactMap { word, side in outlook(side.outlook).map { (word, $0) } }
            for (word, text) in outlooks { lines.append("\(Words.outlook(language)), \(word(language)): \(text)") }
            return Lines(title: goal.target.titles(language), lines: lines)
        }
    }

    /// One row a figure that would change, the first so many.
    public func figures(first limit: Int = .max) -> ReportTable {
        ReportTable(
            caption: Words.figures(language),
            columns: [
                ReportColumn(Words.figure(language)), ReportColumn(Words.before(language), kind: .count),
                ReportColumn(Words.after(language), kind: .count),
                ReportColumn(Words.difference(language), kind: .count),
                ReportColumn(Words.reports(language)),
            ],
            rows: preview.figures.prefix(limit).map { effect in
                func side(_ figure: Figure?) -> ReportCell {
                    guard let value = figure?.value else { return ReportCell("–") }
                    return ReportCell(written(value), exact: value.description)
                }
                func coverage(_ figure: Figure?) -> String {
                    figure.map { "\($0.coverage.reported)/\($0.coverage.expected)" } ?? "–"
                }
                let difference = effect.difference.map { ReportCell(signed($0), exact: $0.description) }
                return ReportRow(
                    effect.label(language),
                    [
                        side(effect.before), side(effect.after), difference ?? ReportCell("–"),
                        ReportCell("\(coverage(effect.before)) → \(coverage(effect.after))"),
                    ])
            })
    }

    private func text(of revised: LoadPreview.Revised) -> String {
        let revision = revised.revision
        func side(_ side: Revision.Side?) -> String {
            guard let side else { return "–" }
            guard side.value.number != nil else { return side.value.status.name(language) }
            return written(side.value.number) + bracketed(side.value.status.name(language))
        }
        let cell = revised.position.map { " [\(DiagnosticRenderer.printable($0.description))]" } ?? ""
        let market = revision.series.segment.market.map { " " + workspace.marketName($0)(language) } ?? ""
        return "\(workspace.placeName(revision.series.place)(language))\(market) \(revision.period.label(language)): "
            + "\(side(revision.old)) → \(side(revision.new))\(cell)"
    }

    private func outlook(_ outlook: GoalOutlook?) -> String? {
        switch outlook {
        case nil: return nil
        case .refused(let reason): return reason(language)
        case .outlook(let outlook):
            let range = outlook.verdict.end.range(holding: 0.8)
            func count(_ value: Double) -> String { numbers.count(Int(value.rounded())) }
            let text = numbers.range(count(range.lowerBound), count(range.upperBound))
            return Words.end(
                outlook.year.label, median: count(outlook.verdict.end.median), range: text,
                chance: outlook.verdict.chance.text)(language)
        }
    }

    private func bracketed(_ text: String) -> String { language == .japanese ? "（\(text)）" : " (\(text))" }

    private func written(_ number: ExactDecimal?) -> String {
        guard let number else { return "–" }
        return number.whole.map { numbers.count($0) } ?? number.description
    }

    private func signed(_ number: ExactDecimal) -> String {
        number.whole.map { numbers.signedCount($0) } ?? number.description
    }

    private func percent(_ value: IndicatorValue) -> String {
        value.number.flatMap { DecimalText($0.description) }.map { numbers.percent($0) } ?? "–"
    }

    private enum Words {
        static let revisions = BilingualText(ja: "改訂される数値", en: "Counts that would be revised")
        static let indicators = BilingualText(ja: "変わる指標", en: "Indicators that would change")
        static let figures = BilingualText(ja: "変わる数値", en: "Figures that would change")
        static let settled = BilingualText(ja: "解消する指摘", en: "Doubts that would be settled")
        static let figure = BilingualText(ja: "数値", en: "figure")
        static let before = BilingualText(ja: "現在", en: "now")
        static let after = BilingualText(ja: "読み込み後", en: "after loading")
        static let unchanged = BilingualText(ja: "判定は変わりません", en: "verdict, unchanged")
        static let difference = BilingualText(ja: "差", en: "difference")
        static let reports = BilingualText(ja: "報告", en: "reports")
        static let achievement = BilingualText(ja: "達成率", en: "A/T")
        static let progress = BilingualText(ja: "進捗率", en: "(A−B)/(T−B)")
        static let outlook = BilingualText(ja: "見通し", en: "outlook")

        static func doubts(_ count: Int) -> BilingualText {
            BilingualText(ja: "新しい指摘 \(count) 件", en: "New doubts: \(count)")
        }

        static func end(
            _ year: BilingualText, median: String, range: String, chance: BilingualText
        ) -> BilingualText {
            BilingualText(
                ja: "\(year.ja)は\(median)（80 %の範囲: \(range)）、目標に届く確率 \(chance.ja)",
                en: "\(year.en) ends at \(median) (80 %: \(range)); chance of the goal \(chance.en)")
        }
    }
}
