public import Languages
public import VisitorMetrics
import VisitorModel

/// What a survey's answers come to, as tables, sentences, and for machines.
public struct SurveySheet: Sendable, Hashable {
    /// What became of the rows: answers that are used, and those without a segment or quarter.
    public struct Account: Sendable, Hashable {
        /// Rows the file had, after its own ignored and held ones.
        public var rows: Int
        /// Answers that are used.
        public var used: Int
        /// Rows that name no quarter, origin or stay this program knows, by the column that does not.
        public var withoutSegment: [String: Int]
        /// Single answers outside their scale, taken as no answer, by question.
        public var outsideScale: [String: Int]

        /// An account.
        public init(
            rows: Int = 0, used: Int = 0, withoutSegment: [String: Int] = [:], outsideScale: [String: Int] = [:]
        ) {
            self.rows = rows
            self.used = used
            self.withoutSegment = withoutSegment
            self.outsideScale = outsideScale
        }
    }

    /// What the answers come to.
    public let summary: SurveySummary
    /// What became of the rows.
    public let account: Account
    /// When a sample is small.
    public let rule = SampleSizeRule()

    /// Makes a sheet.
    public init(_ summary: SurveySummary, account: Account) {
        self.summary = summary
        self.account = account
    }

    /// The scores of visitors: satisfaction, returning, recommendation.
    public func scores(in language: Language) -> ReportTable {
        let format = NumberFormat(language: language)
        func row(_ title: BilingualText, _ value: SampleStatistic?, _ unit: String) -> ReportRow {
            guard let value else { return ReportRow(title(language), [.missing("—"), .missing("—"), .missing("0")]) }
            return ReportRow(
                title(language),
                [
                    ReportCell(format.exact(value.value) + unit, exact: value.value.description),
                    ReportCell("± " + format.exact(value.halfWidth95), exact: value.halfWidth95.description),
                    ReportCell(format.count(value.respondents), exact: String(value.respondents)),
                ])
        }
        return ReportTable(
            caption: SurveyWording.scores(language),
            columns: [
                ReportColumn(SurveyWording.question(language)),
                ReportColumn(SurveyWording.value(language), kind: .decimal),
                ReportColumn(SurveyWording.error(language), kind: .decimal),
                ReportColumn(SurveyWording.respondents(language), kind: .count),
            ],
            rows: [
                row(SurveyWording.satisfied, summary.satisfied, " %"),
                row(SurveyWording.verySatisfied, summary.verySatisfied, " %"),
                row(SurveyWording.returning, summary.repeaters, " %"),
                row(SurveyWording.promoters, summary.netPromoterScore, ""),
            ])
    }

    /// Share, mean places and spend of each segment and quarter.
    public func segments(in language: Language) -> ReportTable {
        let format = NumberFormat(language: language)
        func mean(_ mean: SegmentStatistics.Mean?) -> [ReportCell] {
            guard let mean else { return [.missing("—"), .missing("—"), .missing("0")] }
            return [
                ReportCell(format.exact(mean.value), exact: mean.value.description),
                mean.halfWidth95.map { ReportCell("± " + format.exact($0), exact: $0.description) } ?? .missing("—"),
                ReportCell(format.count(mean.respondents), exact: String(mean.respondents)),
            ]
        }
        let rows = statistics.map { line -> ReportRow in
            ReportRow(
                Period.quarter(line.quarter).label(language) + " " + line.segment.name(language),
                [
                    line.share.map { ReportCell(format.exact($0.value) + " %", exact: $0.value.description) }
                        ?? .missing("—"),
                    line.share.map {
                        ReportCell("± " + format.exact($0.halfWidth95), exact: $0.halfWidth95.description)
                    }
                        ?? .missing("—"),
                ] + mean(line.meanPlaces) + mean(line.unitSpend))
        }
        let (error, people) = (SurveyWording.error(language), SurveyWording.respondents(language))
        return ReportTable(
            caption: SurveyWording.segments(language),
            columns: [
                ReportColumn(SurveyWording.segment(language)),
                ReportColumn(SurveyWording.share(language), kind: .decimal),
                ReportColumn(error, kind: .decimal), ReportColumn(SurveyWording.places(language), kind: .decimal),
                ReportColumn(error, kind: .decimal), ReportColumn(people, kind: .count),
                ReportColumn(SurveyWording.spend(language), kind: .count), ReportColumn(error, kind: .count),
                ReportColumn(people, kind: .count),
            ], rows: rows)
    }

    /// By quarter, residents first, then in the standard's order.
    var statistics: [SegmentStatistics] {
        func rank(_ segment: SurveySegment) -> Int { SurveySegment.standard.firstIndex(of: segment) ?? -1 }
        return summary.waves.flatMap(SegmentStatistics.all).enumerated().sorted {
            ($0.element.quarter, rank($0.element.segment), $0.offset)
                < ($1.element.quarter, rank($1.element.segment), $1.offset)
        }.map(\.element)
    }

    /// What became of the rows, quarters without an estimate, small samples, and what the errors are.
    public func notes(in language: Language) -> [String] {
        var notes = [SurveyWording.account(account)]
        notes += account.withoutSegment.sorted { $0.key < $1.key }.map {
            SurveyWording.withoutSegment($0.value, $0.key)
        }
        notes += account.outsideScale.sorted { $0.key < $1.key }.map { SurveyWording.outsideScale($0.value, $0.key) }
        notes += summary.refusals.map(\.text)
        notes += summary.waves.flatMap(rule.warnings)
        notes.append(SurveyWording.errors)
        return notes.map { $0(language) }
    }

    /// The table of parameters the estimator reads: one row a segment and quarter.
    public var parameterTable: String {
        var writer = DelimitedTextWriter()
        writer.append([
            "quarter", "origin", "stay", "purpose", "respondents", "mean-places", "sd-places", "unit-spend", "sd-spend",
        ])
        for wave in summary.waves {
            for sample in wave.samples {
                let segment = sample.segment
                writer.append([
                    wave.quarter.id, segment.origin.rawValue, segment.stay.rawValue, segment.purpose.rawValue,
                    String(sample.respondents), sample.meanPlaces.description,
                    sample.placesDeviation?.description ?? "",
                    sample.unitSpend?.description ?? "", sample.spendDeviation?.description ?? "",
                ])
            }
        }
        return writer.text
    }
}
