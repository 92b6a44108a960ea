import Forecasting
import FoundationEssentials
import Languages
import Testing
import VisitorMetrics
import VisitorModel

@testable import VisitorLedger
@testable import Workspace

/// Two places' counts without a ledger: a cave and a plateau with a season each, six years to December 2018.
struct GoalViewFixture {
    /// What was counted; a month that is taken out is a report that is missing.
    var counts: [String: [Month: Int]] = [:]
    /// What is known beside the counts.
    var changes = KnownChanges()
    /// The goal for 2019.
    var goal: ExactDecimal = 900_000
    /// The places added up.
    var members = ["cave", "plateau"]

    init(months: Int = 72) {
        guard let first = Month(id: "2013-01") else { return }
        for step in 0..<months {
            let month = first.advanced(by: step)
            let wobble = (step * 7_919) % 613
            counts["cave", default: [:]][month] =
                [20, 19, 30, 38, 52, 27, 35, 58, 36, 41, 40, 21][step % 12] * 1_000 + wobble
            counts["plateau", default: [:]][month] =
                [9, 8, 14, 18, 25, 13, 16, 26, 17, 20, 19, 9][step % 12] * 1_000 + wobble / 2
        }
    }

    static func month(_ id: String) throws -> Month { try #require(Month(id: id)) }

    func definition() throws -> MetricDefinition {
        let tree = try PlaceTree(
            [Place(id: "city", names: BilingualText(verbatim: "city"), kind: .destination)]
                + ["cave", "plateau"].map {
                    Place(id: $0, names: BilingualText(verbatim: $0), kind: .spot, parent: "city")
                })
        return MetricDefinition(
            name: "visitors", version: 1, titles: BilingualText(verbatim: "visitors"),
            formula: BilingualText(verbatim: "sum"), measure: "visitors", unit: .personSpots,
            cut: try Cut(of: members.count == 1 ? members[0] : "city", members: members, in: tree),
            basis: .calendarYear,
            source: BilingualText(verbatim: "plan"))
    }

    var target: TargetDefinition {
        TargetDefinition(
            id: "goal", titles: BilingualText(verbatim: "goal"), definition: "visitors@1",
            baseline: ObservedValue(500_000, status: .final), baselineYear: 2013, target: goal, targetYear: 2019,
            source: BilingualText(verbatim: "plan"))
    }

    func view() throws -> LedgerView {
        let load = LoadSummary(
            id: 1, recordedAt: Timestamp(secondsSinceEpoch: 0),
            header: LoadHeader(
                pipeline: "p", profile: "p", profileHash: "p", fileName: "a.csv", sha256: "a", byteCount: 1,
                dataOrigin: .illustrative),
            account: LoadAccount(rowsRead: 1, rowsAccepted: 1), disposition: .committed, newKeys: 0, unchangedKeys: 0, revisedKeys: 0)
        let source = RecordedObservation.Source(load)
        let recorded = counts.sorted { $0.key < $1.key }.flatMap { place, months in
            months.sorted { $0.key < $1.key }.map { month, count in
                RecordedObservation(
                    Observation(
                        series: SeriesKey(measure: "visitors", place: place), period: .month(month),
                        value: ObservedValue(ExactDecimal(count), status: .final), unit: .personSpots,
                        provenance: Provenance(row: 2, column: 3)),
                    from: source)
            }
        }
        let expected = ExpectedReport(measure: "visitors", places: members, from: try Self.month("2013-01"))
        let shelf = ForecastShelf(
            path: "/nowhere", clock: { Timestamp(secondsSinceEpoch: 0) }, edition: nil)
        return LedgerView(recorded: recorded, expected: [expected], changes: changes, through: nil, shelf: shelf)
    }

    func outlook() throws -> YearOutlook {
        let answer = try view().outlook(towards: target, by: definition(), basis: .calendarYear)
        guard case .outlook(let outlook) = answer else {
            throw Refusal(answer: "\(String(describing: answer))")
        }
        return outlook
    }

    struct Refusal: Error { let answer: String }

    /// The middle of what is expected of a month.
    func expected(_ id: String) throws -> Double {
        let outlook = try outlook()
        let step = try #require(outlook.monthsLeft.firstIndex(of: try Self.month(id)))
        return outlook.paths.values(atStep: step).sorted()[outlook.paths.count / 2]
    }
}
