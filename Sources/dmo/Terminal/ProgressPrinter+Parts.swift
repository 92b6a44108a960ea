import Forecasting
import Languages
import Reporting
import VisitorModel
import Workspace

extension ProgressPrinter {
    /// The places and markets that lack most, or why that cannot be said.
    var gapSentences: [BilingualText] {
        let kinds: [(GapText.Kind, GoalPartsAnswer?)] = [(.places, forecast.places), (.markets, forecast.markets)]
        return kinds.compactMap { kind, answer in
            switch answer {
            case nil: nil
            case .refused(let reason): reason
            case .parts(let parts):
                GapText(
                    kind, parts: parts.byGap.map { GapText.Part(name: name($0.id, kind), gap: $0.gap.gap) },
                    unit: goal.definition.unit
                ).sentence
            }
        }
    }

    /// Every part with its goal, its end and its gap, which add up to the last row.
    var partTables: [ReportTable] {
        let kinds: [(GapText.Kind, GoalPartsAnswer?)] = [(.places, forecast.places), (.markets, forecast.markets)]
        return kinds.compactMap { kind, answer in
            answer?.parts.map { table(kind, $0) }
        }
    }

    private func table(_ kind: GapText.Kind, _ parts: GoalParts) -> ReportTable {
        let numbers = NumberFormat(language: language)
        func row(_ name: String, _ counts: [Int], gap: Int) -> ReportRow {
            ReportRow(
                name,
                counts.map { ReportCell(numbers.count($0), exact: $0.description) }
                    + [ReportCell(numbers.signedCount(gap), exact: gap.description)])
        }
        let all = parts.decomposition.parts
        let rows = parts.byGap.map { part in
            let mark = part.basis == .models ? "" : "*"
            return row(
                name(part.id, kind)(language) + mark,
                [part.gap.before, part.gap.known, part.gap.rest, part.gap.end, part.gap.goal], gap: part.gap.gap)
        }
        let total = row(
            Words.total(language),
            [all.map(\.before), all.map(\.known), all.map(\.rest), all.map(\.end), all.map(\.goal)].map {
                $0.reduce(0, +)
            },
            gap: parts.decomposition.gap)
        return ReportTable(
            caption: (kind == .places ? Words.places : Words.markets)(language),
            columns: [
                ReportColumn((kind == .places ? Words.place : Words.market)(language)),
                ReportColumn("\(parts.before.lowerBound.id)…\(parts.before.upperBound.id)", kind: .count),
                ReportColumn(Words.known(language), kind: .count), ReportColumn(Words.rest(language), kind: .count),
                ReportColumn(Words.end(language), kind: .count), ReportColumn(Words.goal(language), kind: .count),
                ReportColumn(Words.gap(language), kind: .count),
            ], rows: rows + [total])
    }

    private func name(_ id: String, _ kind: GapText.Kind) -> BilingualText {
        kind == .places ? workspace.placeName(id) : workspace.marketName(id)
    }

    /// The parts for machines, with their monthly forecasts.
    func json(_ answer: GoalPartsAnswer?) -> JSONValue {
        switch answer {
        case nil: return .null
        case .refused(let reason): return ["refused": .bilingual(reason)]
        case .parts(let parts):
            guard case .outlook(let outlook) = outlook else { return .null }
            func months(_ counts: [Int]) -> JSONValue {
                .array(zip(outlook.monthsLeft, counts).map { ["month": .string($0.id), "count": .integer($1)] })
            }
            return [
                "method": "top-down by forecast proportions", "goal": .integer(outlook.goal),
                "end": .integer(parts.decomposition.end), "gap": .integer(parts.decomposition.gap),
                "before": [.string(parts.before.lowerBound.id), .string(parts.before.upperBound.id)],
                "months": months(parts.forecasts.whole),
                "parts": .array(
                    zip(parts.parts, parts.forecasts.counts).map { part, counts in
                        [
                            "id": .string(part.id), "basis": .string(part.basis.rawValue),
                            "before": .integer(part.gap.before), "known": .integer(part.gap.known),
                            "rest": .integer(part.gap.rest), "end": .integer(part.gap.end),
                            "goal": .integer(part.gap.goal), "gap": .integer(part.gap.gap), "months": months(counts),
                        ]
                    }),
            ]
        }
    }

    private enum Words {
        static let places = BilingualText(
            ja: "目標との差の場所別内訳（合計は全体に一致。予測は全体の予測を場所別予測の比で配分。* はデータが短いか来訪のある月が少なく、直近の同月実績）",
            en:
                "The gap by place, adding up to the whole (the whole's forecast shared out by the places' own forecasts; * too short or too seldom for a model: the same month's latest count)"
        )
        static let markets = BilingualText(
            ja: "目標との差の市場別内訳（合計は全体に一致。予測は全体の予測を市場別予測の比で配分。* はデータが短いか来訪のある月が少なく、直近の同月実績）",
            en:
                "The gap by market, adding up to the whole (the whole's forecast shared out by the markets' own forecasts; * too short or too seldom for a model: the same month's latest count)"
        )
        static let place = BilingualText(ja: "場所", en: "place")
        static let market = BilingualText(ja: "市場", en: "market")
        static let known = BilingualText(ja: "今年の実績", en: "counted")
        static let rest = BilingualText(ja: "残りの予測", en: "still to come")
        static let end = BilingualText(ja: "年末の見通し", en: "end of year")
        static let goal = BilingualText(ja: "目標の配分", en: "share of goal")
        static let gap = BilingualText(ja: "不足", en: "gap")
        static let total = BilingualText(ja: "合計", en: "total")
    }
}
