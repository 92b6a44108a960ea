import FoundationEssentials
import GRDB
import Testing
import VisitorModel

@testable import VisitorLedger

/// Forecasts somebody answered for are kept word by word, for ever.
struct PublishedForecastTests {
    private static func said(_ mean: Double) -> PublishedForecast.Said {
        .init(mean: mean, range80: (mean - 10)...(mean + 10.25), range95: (mean - 20)...(mean + 20))
    }

    static func forecast(by: String = "Tanaka", inputHash: String = "a") throws -> PublishedForecast {
        let months = try ["2019-04", "2019-05"].map { id in
            PublishedForecast.MonthAhead(month: try #require(Month(id: id)), said: said(120.5))
        }
        let march = try #require(Month(id: "2019-03"))
        return PublishedForecast(
            by: by, target: "goal", definition: "visitors@1", unit: .personSpots,
            year: .calendarYear(CalendarYear(2019)), goal: 1_000, lastMonth: march, knownThrough: march, known: 300,
            chance: 0.125, total: said(541), percentiles: (1...99).map { 500 + Double($0) / 3 }, months: months,
            scale: 12.5, model: "ETS(M,A,M)", modelVersion: "ets/1", product: "dmo 0", seed: 1, pathCount: 2_000,
            inputHash: String(repeating: inputHash, count: 64))
    }

    @Test func `a forecast is read back as it was said`() throws {
        let fixture = try LedgerFixture()
        var said = try Self.forecast()
        said.note = "a doubt is open"
        let kept = try fixture.ledger.publishForecast { _ in said }
        #expect(kept.id == 1 && kept.recordedAt == Timestamp("2019-04-01T12:00:00Z"))
        let read = try Ledger.openReadOnly(path: fixture.path).publishedForecasts()
        #expect(read == [kept])
        #expect(read.first?.percentiles == said.percentiles && read.first?.months == said.months)
        #expect(read.first?.note == "a doubt is open")
    }

    @Test func `nothing shares a forecast's second, so that before it is one state`() throws {
        let fixture = try LedgerFixture()
        let first = try fixture.ledger.publishForecast { _ in try Self.forecast() }
        let second = try fixture.ledger.publishForecast { _ in try Self.forecast() }
        #expect(second.recordedAt.secondsSinceEpoch == first.recordedAt.secondsSinceEpoch + 1)
        #expect(try fixture.ledger.publishedForecasts(before: second.recordedAt) == [first])
        #expect(try fixture.ledger.publishedForecasts(before: first.recordedAt) == [])
    }

    @Test func `a forecast in a report carries the report's number, name and moment`() throws {
        let fixture = try LedgerFixture()
        let march = try #require(Month(id: "2019-03"))
        let publication = try fixture.ledger.publish(
            Publication(by: "Sato", month: march, target: nil, languages: ["ja"], formats: ["csv"], product: "dmo 0")
        ) { _ in PublicationContent(files: [], figures: [], definitions: [], forecast: try Self.forecast()) }
        let read = try #require(try fixture.ledger.publishedForecasts().first)
        #expect(read.publication == publication.id && read.by == "Sato" && read.recordedAt == publication.recordedAt)
    }

    @Test func `nobody changes or deletes what was said`() throws {
        let fixture = try LedgerFixture()
        _ = try fixture.ledger.publishForecast { _ in try Self.forecast() }
        let queue = try DatabaseQueue(path: fixture.path)
        for change in [
            #"UPDATE "publishedForecast" SET "chance" = 0.99"#, #"DELETE FROM "publishedForecast""#,
            #"UPDATE "publishedForecastMonth" SET "low80" = 0"#, #"DELETE FROM "publishedForecastMonth""#,
        ] {
            #expect(throws: DatabaseError.self, "\(change)") { try queue.write { try $0.execute(sql: change) } }
        }
    }

    @Test func `a forecast nobody answers for is not recorded`() throws {
        let fixture = try LedgerFixture()
        #expect(code { _ = try fixture.ledger.publishForecast { _ in try Self.forecast(by: " ") } } == .invalidKey)
        #expect(try fixture.ledger.publishedForecasts() == [])
    }

    @Test func `published forecasts are saved from a damaged ledger`() throws {
        let fixture = try LedgerFixture()
        let kept = try fixture.ledger.publishForecast { _ in try Self.forecast() }
        let saved = try LedgerRescue(from: fixture.path, into: fixture.folder + "/rescued")
        #expect(try Ledger.openReadOnly(path: saved.ledgerPath).publishedForecasts() == [kept])
    }

    @Test func `a ledger from before forecasts were kept gets its tables, with everything in it`() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/older-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/visitors.sqlite"
        let queue = try DatabaseQueue(path: path)
        try LedgerSchema.migrator.migrate(queue, upTo: "2 decisions and publications")
        try queue.close()
        #expect(try Ledger.openReadOnly(path: path).publishedForecasts() == [])
        let ledger = try Ledger(path: path) { Timestamp(secondsSinceEpoch: 1_600_000_000) }
        #expect(try ledger.publishForecast { _ in try Self.forecast() }.id == 1)
    }
}
