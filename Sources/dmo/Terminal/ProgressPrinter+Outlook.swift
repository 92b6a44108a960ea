import Forecasting
import Languages
import Reporting
import VisitorModel
import Workspace

extension ProgressPrinter {
    /// Where the goal's year ends: the sentence to take away, and what stands behind it.
    var outlookSentences: [String] {
        switch outlook {
        case nil: []
        case .refused(let reason): [reason(language)]
        case .outlook(let outlook):
            sentences(
                of: outlook.text(
                    in: goal.definition.unit,
                    missing: forecast.missing?.text(of: outlook, in: goal.definition.unit, places: workspace.placeName)))
        }
    }

    private func sentences(of text: OutlookText) -> [String] {
        [text.headline(language)] + (text.details + gapSentences).map { "  " + $0(language) }
    }

    /// What was said by earlier forecasts against what came.
    var reliability: [String] {
        guard case .outlook(let outlook) = outlook else { return [] }
        let record = outlook.record
        let words = Self.reliabilityWords
        let factor = BilingualText.decimal(record.spreadFactor, places: 2)
        let lines = record.reliability.map { bin in
            BilingualText(
                ja: "  言った確率 \(Self.percent(bin.said)) → 実際 \(Self.percent(bin.came))（\(bin.count)件）",
                en: "  said \(Self.percent(bin.said)), came true \(Self.percent(bin.came)) (n = \(bin.count))")
        }
        let brier = record.brier.map { score in
            BilingualText(
                ja: "  Brierスコア \(Self.decimal(score))（0.25は五分五分と言い続けた場合）",
                en: "  Brier score \(Self.decimal(score)) (0.25 is always saying one half)")
        }
        let spread = BilingualText(ja: "  範囲の幅に掛けた係数 \(factor.ja)", en: "  factor on the width of ranges: \(factor.en)")
        let form = BilingualText(ja: "  モデル: \(outlook.form)", en: "  models: \(outlook.form)")
        let published = standing.record.text.map { [$0] } ?? []
        return (published + [words] + lines + [brier, spread, form].compactMap { $0 }).map { $0(language) }
    }

    private static let reliabilityWords = BilingualText(
        ja: "過去の時点から予測し直した結果（前年同期の0.95倍、1倍、1.05倍、1.1倍に届く確率）:",
        en: "Forecasts made again from earlier origins (chance of 0.95, 1, 1.05 and 1.1 times the same months before):")

    /// The outlook for machines.
    var outlookJSON: JSONValue {
        switch outlook {
        case nil: return .null
        case .refused(let reason): return ["refused": .bilingual(reason)]
        case .outlook(let outlook):
            let verdict = outlook.verdict
            func range(_ share: Double) -> JSONValue {
                let range = verdict.end.range(holding: share)
                return [.integer(Self.whole(range.lowerBound)), .integer(Self.whole(range.upperBound))]
            }
            return [
                "year": .string(outlook.year.id), "goal": .integer(outlook.goal),
                "lastMonth": .string(outlook.lastMonth.id), "median": .integer(Self.whole(verdict.end.median)),
                "range80": range(0.8), "range95": range(0.95),
                "probability": .decimal(Self.decimal(verdict.chance.share, places: 4)),
                "neededGrowthPercent": .optional(outlook.neededGrowthPercent?.description),
                "outOfReachFrom": .optional(outlook.outOfReachFrom?.id),
                "required": .array(
                    zip(outlook.monthsLeft, verdict.required.periods).map { month, count in
                        ["month": .string(month.id), "count": .integer(count)]
                    }),
                "filledMonths": .array(outlook.filledMonths.map { .string($0.id) }),
                "skippedMonths": .array(outlook.skippedMonths.map { .string($0.id) }),
                "eventMonths": .array(outlook.eventMonths.map { .string($0.id) }),
                "closedMonths": .array(outlook.closedMonths.map { .string($0.id) }),
                "zeroMonths": .array(outlook.zeroMonths.map { .string($0.id) }),
                "inputHash": .string(outlook.inputHash),
                "learntSince": .optional(outlook.learntSince?.id),
                "brier": .optional(outlook.record.brier.map { Self.decimal($0, places: 4) }),
                "origins": .integer(outlook.record.shares.count), "models": .string(outlook.form),
            ]
        }
    }

    static func whole(_ value: Double) -> Int { Int(value.rounded()) }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    static func decimal(_ value: Double, places: Int = 3) -> String {
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        return ((value * scale).rounded() / scale).description
    }
}

extension BilingualText {
    fileprivate static func decimal(_ value: Double, places: Int) -> BilingualText {
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        return BilingualText(verbatim: ((value * scale).rounded() / scale).description)
    }
}
