public import Languages
import PipelineDefinition
public import Reporting
import VisitorLedger
import VisitorMetrics
public import VisitorModel

/// The published forecasts of a goal with their scores, for people and for machines.
public struct ForecastList: Sendable {
    /// The name of the JSON's schema.
    public static let schema = "dmo.forecasts/1"

    /// The goal.
    public var target: TargetDefinition
    /// The forecasts with their scores.
    public var record: ForecastRecord

    /// One row a forecast.
    public func table(in language: Language) -> ReportTable {
        let numbers = NumberFormat(language: language)
        return ReportTable(
            caption: target.titles(language),
            columns: [
                ReportColumn(Words.number(language)), ReportColumn(Words.time(language)),
                ReportColumn(Words.by(language)), ReportColumn(Words.lastMonth(language)),
                ReportColumn(Words.year(language), kind: .period), ReportColumn(Words.median(language), kind: .count),
                ReportColumn(Words.range(language)), ReportColumn(Words.chance(language), kind: .percent),
                ReportColumn(Words.counted(language)), ReportColumn(Words.in80(language)),
                ReportColumn(Words.error(language)), ReportColumn(Words.outcome(language)),
            ],
            rows: record.forecasts.map { scored in
                let forecast = scored.forecast
                let range = forecast.total.range80
                let scores = scored.scores
                let foretold = scored.months.count { $0.state != .knownBefore }
                let percent = (forecast.chance * 100).rounded()
                let cells: [ReportCell] = [
                    ReportCell(forecast.recordedAt.description), ReportCell(forecast.by),
                    ReportCell(forecast.lastMonth.id),
                    ReportCell(forecast.year.label(language), exact: forecast.year.id),
                    Self.count(forecast.median, numbers),
                    ReportCell(
                        numbers.range(
                            numbers.count(Self.whole(range.lowerBound)), numbers.count(Self.whole(range.upperBound)))),
                    ReportCell(Self.chance(forecast.chance)(language), exact: "\(percent / 100)"),
                    ReportCell("\(scores.count)/\(foretold)"),
                    ReportCell(scores.isEmpty ? "–" : "\(scores.count(where: \.isIn80))/\(scores.count)"),
                    ReportCell(Self.decimal(Self.mean(scores.compactMap(\.scaledError)), places: 2) ?? "–"),
                    ReportCell(outcome(scored)(language)),
                ]
                return ReportRow("\(forecast.id)", cells)
            })
    }

    /// One row a month of a forecast.
    public func months(in language: Language) -> ReportTable {
        let numbers = NumberFormat(language: language)
        return ReportTable(
            caption: Words.months(language),
            columns: [
                ReportColumn(Words.number(language)), ReportColumn(Words.month(language), kind: .period),
                ReportColumn(Words.foretold(language), kind: .count), ReportColumn(Words.range(language)),
                ReportColumn(Words.range95(language)), ReportColumn(Words.count(language), kind: .count),
                ReportColumn(Words.status(language)), ReportColumn(Words.in80(language)),
                ReportColumn(Words.in95(language)), ReportColumn(Words.error(language)),
            ],
            rows: record.forecasts.flatMap { scored in
                scored.months.map { month in
                    let said = month.ahead.said
                    func range(_ range: ClosedRange<Double>) -> ReportCell {
                        ReportCell(
                            numbers.range(
                                numbers.count(Self.whole(range.lowerBound)), numbers.count(Self.whole(range.upperBound))
                            ))
                    }
                    let score = month.score
                    return ReportRow(
                        "\(scored.forecast.id)",
                        [
                            ReportCell(Period.month(month.ahead.month).label(language), exact: month.ahead.month.id),
                            Self.count(said.mean, numbers), range(said.range80), range(said.range95),
                            score.map {
                                ReportCell(numbers.count(Self.whole($0.count.approximate)), exact: $0.count.description)
                            }
                                ?? ReportCell("–"),
                            ReportCell(state(month)(language)), ReportCell(Self.mark(score?.isIn80)),
                            ReportCell(Self.mark(score?.isIn95)),
                            ReportCell(score?.scaledError.flatMap { Self.decimal($0, places: 2) } ?? "–"),
                        ])
                }
            })
    }

    private func outcome(_ scored: ScoredForecast) -> BilingualText {
        if scored.isOrphan { return Words.orphan }
        if scored.isRepeat { return Words.isRepeat }
        guard let outcome = scored.outcome else { return Words.open }
        let brier = Self.decimal(outcome.brier, places: 3) ?? "–"
        let word = outcome.isReached ? Words.reached : Words.missed
        return BilingualText(ja: "\(word.ja)（Brier \(brier)）", en: "\(word.en) (Brier \(brier))")
    }

    /// How firm the count is that a month was scored against, and of which release, or why there is no score.
    private func state(_ month: ScoredMonth) -> BilingualText {
        switch month.state {
        case .knownBefore: return Words.knownBefore
        case .waiting(0): return Words.waiting
        case .waiting(let missing): return Words.lacking(missing)
        case .counted(let score):
            let vintages = score.vintages.filter { !$0.isEmpty }
            let status = score.status.name
            guard !vintages.isEmpty else { return status }
            let list = vintages.joined(separator: ", ")
            return BilingualText(ja: "\(status.ja)（\(list)）", en: "\(status.en) (\(list))")
        }
    }

    static func whole(_ value: Double) -> Int { Int(value.rounded()) }

    private static func count(_ value: Double, _ numbers: NumberFormat) -> ReportCell {
        ReportCell(numbers.count(whole(value)), exact: "\(whole(value))")
    }

    private static func mark(_ isInside: Bool?) -> String { isInside.map { $0 ? "✓" : "✗" } ?? "–" }

    static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    static func decimal(_ value: Double?, places: Int) -> String? {
        value.flatMap { value in
            let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
            return value.isFinite ? ((value * scale).rounded() / scale).description : nil
        }
    }

    private static func chance(_ share: Double) -> BilingualText {
        if share < 0.01 { return BilingualText(ja: "1 %未満", en: "<1 %") }
        if share > 0.99 { return BilingualText(ja: "99 %超", en: ">99 %") }
        return BilingualText(verbatim: "\(Int((share * 100).rounded())) %")
    }

    private enum Words {
        static let number = BilingualText(ja: "番号", en: "No.")
        static let time = BilingualText(ja: "公表日時(UTC)", en: "published (UTC)")
        static let by = BilingualText(ja: "公表者", en: "by")
        static let lastMonth = BilingualText(ja: "最後の実績", en: "seen from")
        static let year = BilingualText(ja: "年", en: "year")
        static let median = BilingualText(ja: "見通し（中央値）", en: "expected (median)")
        static let range = BilingualText(ja: "80 %の範囲", en: "80 % range")
        static let range95 = BilingualText(ja: "95 %の範囲", en: "95 % range")
        static let chance = BilingualText(ja: "目標に届く確率", en: "chance of goal")
        static let counted = BilingualText(ja: "実績の出た月", en: "months in")
        static let in80 = BilingualText(ja: "80 %内", en: "in 80 %")
        static let in95 = BilingualText(ja: "95 %内", en: "in 95 %")
        static let error = BilingualText(ja: "誤差（前年同月のまま=1）", en: "error (naive = 1)")
        static let outcome = BilingualText(ja: "結果", en: "outcome")
        static let month = BilingualText(ja: "月", en: "month")
        static let foretold = BilingualText(ja: "予測（平均）", en: "foretold (mean)")
        static let count = BilingualText(ja: "実績", en: "count")
        static let status = BilingualText(ja: "実績の状態（版）", en: "status (release)")
        static let months = BilingualText(
            ja: "月ごとの予測と、いまの実績", en: "What was foretold of each month, and its count as it stands")
        static let reached = BilingualText(ja: "目標達成", en: "reached")
        static let missed = BilingualText(ja: "目標未達", en: "missed")
        static let open = BilingualText(ja: "年が未確定", en: "year not over")
        static let orphan = BilingualText(ja: "定義が変わり比べられません", en: "definition changed: nothing to compare")
        static let isRepeat = BilingualText(ja: "同じ予測の再公表（数えません）", en: "published before (not counted again)")
        static let knownBefore = BilingualText(ja: "公表時に既知", en: "known when published")
        static let waiting = BilingualText(ja: "未到来・未報告", en: "not in yet")

        static func lacking(_ reports: Int) -> BilingualText {
            BilingualText(ja: "未報告\(reports)件", en: "\(reports) \(reports == 1 ? "report" : "reports") missing")
        }
    }
}
