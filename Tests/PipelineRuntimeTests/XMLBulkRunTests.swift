import Diagnostics
import Ingestion
import TestSupport
import Testing
import VisitorModel

@testable import PipelineRuntime

/// Records of XML added up in bulk are held against reading record by record: the same observations with their lines
/// and paths, account, holds, messages and hash, whatever the document holds and however many cores there are.
struct XMLBulkRunTests {
    @Test(arguments: RecordsFile.Kind.allCases, [UInt64](1...3))
    func `bulk and record by record come to the same`(kind: RecordsFile.Kind, seed: UInt64) async throws {
        let plan = try GateWorkspace.plan("records")
        for file in 0..<6 {
            let text = RecordsFile.text(kind, records: 5 + file * 40, seed: seed &* 100 &+ UInt64(file))
            let source = try TemporaryFile(text)
            let expected = await Self.end(plan, source, BulkOptions(workers: 0))
            for (bytes, workers) in [(100, 1), (700, 2), (1 << 20, 2), (64, 3)] {
                let found = await Self.end(
                    plan, source, BulkOptions(leastBytes: 0, bytesPerBlock: bytes, workers: workers))
                guard found == expected else {
                    Issue.record("blocks of \(bytes), \(workers) workers:\n\(found)\n\(expected)\n\(text)")
                    return
                }
            }
        }
    }

    @Test func `plain documents are really read in bulk, with faulty values too, and odd ones really are not`()
        async throws
    {
        let plan = try GateWorkspace.plan("records")
        for kind in [RecordsFile.Kind.plain, .faulty] {
            #expect(try await Self.isReadInBulk(plan, RecordsFile.text(kind, records: 80, seed: 5)))
        }
        let record = "<r datetime='2019-01-01'><site>cave</site><market>TW</market><persons>5</persons></r>"
        #expect(try await Self.isReadInBulk(plan, "<gates><day>\(record)</day></gates>"))
        let odd = [
            "<gates><day>\(record)</day>", "<gates><day>\(record)</day></gates><more/>", "<gates><day></day></gates>",
            "<!DOCTYPE gates SYSTEM 'x.dtd'><gates><day>\(record)</day></gates>",
            "<gates><day>\(record.replacing("<site>", with: "<site><b/>"))</day></gates>",
            "<gates><day>\(record.replacing("</r>", with: "<site>cave</site></r>"))</day></gates>",
            "<gates xmlns:x='u'><day>\(record.replacing("<r ", with: "<r x:datetime='2018-01-01' "))</day></gates>",
            "<gates><day>&amp\(record)</day></gates>",
        ]
        for text in odd { #expect(try await !Self.isReadInBulk(plan, text), "\(text)") }
    }

    @Test func `the sums are those of a plain calculation`() async throws {
        let plan = try GateWorkspace.plan("records")
        var text = "<gates>\n<day>\n"
        for row in 0..<20_000 {
            text += "<r datetime='2019-0\(row % 3 + 1)-11'><site>\(row % 2 == 0 ? "cave" : "plateau")</site>"
            text += "<market>TW</market><persons>\(row % 7)</persons></r>\n"
        }
        let file = try TemporaryFile(text + "</day>\n</gates>\n")
        let result = try await PipelineRunner(plan, bulk: BulkOptions(leastBytes: 0)).run(SourceFile(path: file.path))
        // 20,000 numbers 0 to 6 in turn: 2,857 whole rounds of 21, and then a 0.
        #expect(result.observations.compactMap { $0.value.number?.whole }.reduce(0, +) == 2_857 * 21)
        #expect(result.outcome.account.accepted == 20_000 && result.observations.count == 6)
        #expect(result.observations.map(\.provenance.firstRow).min() == 3)
        #expect(result.observations.map(\.provenance.lastRow).max() == 20_002)
    }

    // MARK: helpers

    /// How a run ends: with a result, or with messages.
    private struct End: Equatable {
        var observations: [Observation] = []
        var outcome: IngestionOutcome?
        var messages: [Diagnostic] = []
    }

    private static func end(_ plan: PipelinePlan, _ file: TemporaryFile, _ options: BulkOptions) async -> End {
        do throws(DiagnosticsError) {
            let source = SourceFile(path: file.path, displayName: "records.xml")
            let result = try await PipelineRunner(plan, bulk: options).run(source)
            return End(observations: result.observations, outcome: result.outcome)
        } catch {
            return End(messages: error.diagnostics)
        }
    }

    private static func isReadInBulk(_ plan: PipelinePlan, _ text: String) async throws -> Bool {
        let file = try TemporaryFile(text)
        var work = StageWork(plan: plan, destination: .batches { _ in })
        let run = BulkRun(
            plan: plan, file: SourceFile(path: file.path), options: BulkOptions(leastBytes: 0, bytesPerBlock: 300))
        return try await run?.run(&work, onProgress: { _ in }) != nil
    }
}

/// Documents somebody's program might write.
enum RecordsFile {
    enum Kind: String, CaseIterable {
        case plain, faulty, odd
    }

    static func text(_ kind: Kind, records: Int, seed: UInt64) -> String {
        var random = SeededGenerator(seed: seed)
        let end = random.pick(["\n", "", "\r\n"])
        var text = random.pick(["<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "", "\u{FEFF}"]) + "<gates>" + end
        if random.below(2) == 0 { text += "<!-- 秋芳洞 -->" + end + "<made>2019</made>" + end }
        text += "<day>"
        for _ in 0..<records {
            text += end + record(kind, &random)
            if random.below(30) == 0 { text += end + "</day><day>" }
            if random.below(30) == 0 { text += "<note>r</note>" }
        }
        if kind == .odd, random.below(2) == 0 { return text }
        return text + "</day>" + end + "</gates>" + random.pick(["", "\n", "<!-- end -->"])
    }

    private static func record(_ kind: Kind, _ random: inout SeededGenerator) -> String {
        var day = "2019-0\(random.below(4) + 1)-\(random.below(19) + 10)" + random.pick(["", " 10:05", "T23:59:59"])
        var site = random.pick([
            "cave", "plateau", "洞", " cave\n", "<![CDATA[cave]]>", "Akiyoshi-do Cave by the North Gate", "c&#97;ve",
        ])
        var market = random.pick(["TW", "KR", "台湾"])
        var persons = "\(random.below(9))"
        var more = ""
        if kind != .plain {
            switch random.below(25) {
            case 0: day = random.pick(["平成31年5月1日", "2019-13-01", "", "2019-01-01 25:00:00"])
            case 1: site = random.pick(["tower", "others", "caev", "", "合計", "小計", "※ 速報"])
            case 2: market = random.pick(["火星", "", "tw"])
            case 3:
                persons = random.pick(["-", "-5", "1,234", "１２", "1O", "", "12人", "3.5", "007", "9999999999999999"])
            case 4: more = random.pick(["<weather>晴</weather>", "<weather><cloud>1</cloud></weather>"])
            default: break
            }
        }
        let site2 = kind == .odd && random.below(60) == 0 ? "<site>\(site)</site>" : ""
        let inner = kind == .odd && random.below(60) == 0 ? "<b>1</b>" : ""
        let space = random.pick(["", "\n  ", " "])
        var parts = [
            "<site>\(site)\(inner)</site>\(site2)", "<market>\(market)</market>", "<persons>\(persons)</persons>", more,
        ]
        if kind != .plain, random.below(20) == 0 { parts.remove(at: random.below(3)) }
        let gate = random.pick(["", " gate='1'"])
        return "<r datetime=\"\(day)\"\(gate)\(random.pick(["", "\n"]))>" + parts.map { space + $0 }.joined() + "</r>"
    }
}
