import Languages
import Reporting
import Testing
import VisitorModel

@testable import VisitorLedger
@testable import Workspace

struct PassportInputGroupTests {
    /// A count for each place and month from 2018-04, the places of a file below one another: place 3 in its month 2 has 302.
    private func counts(places: Int, months: Int, files: Int = 1) throws -> [RecordedObservation] {
        let first = try #require(Month(id: "2018-04"))
        let sources = (1...files).map { file in
            RecordedObservation.Source(
                LoadSummary(
                    id: file, recordedAt: Timestamp(secondsSinceEpoch: 0),
                    header: LoadHeader(
                        pipeline: "p", profile: "p", profileHash: "p", fileName: "\(file).csv", sha256: "hash\(file)",
                        byteCount: 1, dataOrigin: .illustrative),
                    account: LoadAccount(rowsRead: 1, rowsAccepted: 1), disposition: .committed, newKeys: 0,
                    unchangedKeys: 0, revisedKeys: 0))
        }
        return (0..<months).flatMap { month in
            (0..<places).map { place in
                RecordedObservation(
                    Observation(
                        series: SeriesKey(measure: "visitors", place: "p\(place)"),
                        period: .month(first.advanced(by: month)),
                        value: ObservedValue(ExactDecimal(100 * place + month), status: .reported), unit: .personSpots,
                        provenance: Provenance(row: 2 + month * places + place, column: 6)),
                    from: sources[month % files])
            }
        }
    }

    private func line(_ group: PassportInputGroup) -> FigureInput {
        group.line(
            in: .english, placeName: { BilingualText(verbatim: $0) }, marketName: { BilingualText(verbatim: $0) })
    }

    @Test func `as many as are read one by one stay so`() throws {
        let inputs = try counts(places: 40, months: 10)
        let (groups, folding) = PassportInputGroup.readable(inputs, keepingBack: [])
        #expect(groups.count == 400 && folding == .none)
        #expect(folding.notice(of: "x", count: 400, NumberFormat(language: .english)) == nil)
        #expect(line(groups[41]).place == "p1")
        #expect(line(groups[41]).cell == "F43")
    }

    @Test func `more are put together by place and file, with their sum, span and rows`() throws {
        let (groups, folding) = PassportInputGroup.readable(try counts(places: 41, months: 12, files: 2), keepingBack: [])
        #expect(folding == .placeAndFile && groups.count == 82)
        let line = self.line(groups[3])
        #expect(line.place == "p3" && line.file == "1.csv" && line.count == 6)
        #expect(line.period == "April 2018 to February 2019")
        // 300 + 302 + … + 310
        #expect(line.value == "1,830")
        #expect(line.row == "5–415" && line.cell == "F")
        let counts = groups.map { self.line($0).count }
        #expect(counts.reduce(0, +) == 492)
    }

    @Test func `where even places are too many, a file is a line, and the notice says how to see each`() throws {
        let (groups, folding) = PassportInputGroup.readable(try counts(places: 500, months: 2), keepingBack: [])
        #expect(folding == .file && groups.count == 1)
        let line = self.line(groups[0])
        #expect(line.place == "500 places" && line.count == 1_000)
        // Twice 100 × (0 + … + 499), and 1 for each place in the second month.
        #expect(line.value == "24,950,500")
        let notice = folding.notice(of: "visitors@1:x:2018:*", count: 1_000, NumberFormat(language: .english))
        #expect(notice?.en.contains("dmo explain 'visitors@1:x:2018:*' --rows") ?? false)
        #expect(notice?.en.hasPrefix("1,000 counts") ?? false)
    }

    @Test func `no sum is told beside counts that a published report keeps back`() throws {
        let inputs = try counts(places: 41, months: 12)
        let (groups, _) = PassportInputGroup.readable(inputs, keepingBack: [KeptBackCell(inputs[0].observation)])
        #expect(groups.map { self.line($0) }.allSatisfy { $0.value.isEmpty && $0.count == 12 })
    }
}
