import ByteStreams
import Diagnostics
import FoundationEssentials
import Languages
import PipelineDefinition
import Reporting
public import VisitorLedger
import VisitorModel

extension Workspace {
    /// Records a count by hand.
    ///
    /// The entry is written as a file of its own, `entries/…csv`, and is a load like any other: it has a hash, a row and a
    /// cell, it can be withdrawn, and a passport leads to it.
    ///
    /// - Throws: `DiagnosticsError` for names nobody defined, a count that is none, no source or no name; `LedgerError`.
    public func enter(_ entry: HandEntry) throws -> LoadResult {
        let measure = try checked(entry)
        let moment = now.description
        let header = ["place", "month", "measure", "market", "value", "unit", "status", "source", "entered by", "entered at"]
        let row = [
            entry.place, entry.month.id, entry.measure, entry.market ?? "", entry.value.description,
            measure.unit.rawValue, entry.status.rawValue, entry.source, entry.by, moment,
        ]
        var writer = DelimitedTextWriter()
        writer.append(header)
        writer.append(row)
        let bytes = Array(writer.text.utf8)
        let hash = ContentHash(of: bytes).hexadecimal
        let name = "entries/\(moment.filter { $0 != ":" })-\(hash.prefix(8)).csv"
        try createFolder(folder.path + "/entries")
        try write(Data(bytes), to: folder.path + "/" + name)
        let observation = Observation(
            series: SeriesKey(
                measure: entry.measure, place: entry.place, segment: Segment(market: entry.market)),
            period: .month(entry.month), value: ObservedValue(entry.value, status: entry.status), unit: measure.unit,
            provenance: Provenance(row: 2, column: 5))
        do {
            return try openLedger().load(
                LoadHeader(
                    pipeline: Self.handEntryPipeline, profile: Self.handEntryPipeline, profileHash: "1", fileName: name,
                    sha256: hash, byteCount: bytes.count, dataOrigin: .reported)
            ) { writer in
                try writer.append([observation])
                return LoadOutcome(
                    LoadAccount(
                        rowsRead: 2, rowsAccepted: 1, ignored: [.init(reason: BilingualText(ja: "見出し", en: "header"), rows: 1)]))
            }
        } catch {
            // An entry that is not in the ledger must not lie about as if it were.
            try? FileManager.default.removeItem(atPath: folder.path + "/" + name)
            throw error
        }
    }

    /// What loads of hand entries name as their pipeline.
    public static let handEntryPipeline = "hand-entry"

    private func checked(_ entry: HandEntry) throws(DiagnosticsError) -> DestinationDefinition.Measure {
        let destination = definition.destination
        var problems: [Diagnostic] = []
        if destination.places[entry.place] == nil {
            problems.append(.unknownHere(entry.place, Kinds.place, among: destination.places.places.map(\.id)))
        }
        if let market = entry.market, !destination.markets.contains(where: { $0.id == market }) {
            problems.append(.unknownHere(market, Kinds.market, among: destination.markets.map(\.id)))
        }
        let measure = destination.measure(entry.measure)
        if measure == nil {
            problems.append(.unknownHere(entry.measure, Kinds.measure, among: destination.measures.map(\.id)))
        }
        if entry.value.isNegative || (measure?.unit.isCount ?? false) && entry.value.whole == nil {
            problems.append(.notACount(entry.value))
        }
        for (text, what) in [(entry.source, "--source"), (entry.by, "--by")] where text.allSatisfy(\.isWhitespace) {
            problems.append(.unsaid(what))
        }
        guard problems.isEmpty, let measure else { throw DiagnosticsError(problems) }
        return measure
    }

    private enum Kinds {
        static let place = BilingualText(ja: "場所", en: "place")
        static let market = BilingualText(ja: "市場", en: "market")
        static let measure = BilingualText(ja: "指標", en: "measure")
    }
}

extension Diagnostic {
    static func unknownHere(_ name: String, _ kind: BilingualText, among names: [String]) -> Diagnostic {
        let near = closestNames(to: name, among: names)
        let list = (near.isEmpty ? Array(names.prefix(10)) : near).joined(separator: ", ")
        return Diagnostic(
            code: "entry.unknown-name", value: name,
            message: BilingualText(ja: "\(kind.ja)「\(name)」はありません。", en: "There is no \(kind.en) “\(name)”."),
            remedy: near.isEmpty
                ? BilingualText(ja: "あるもの: \(list)", en: "There are: \(list).")
                : BilingualText(ja: "もしかして: \(list)", en: "Did you mean \(list)?"))
    }

    fileprivate static func notACount(_ value: ExactDecimal) -> Diagnostic {
        Diagnostic(
            code: "entry.not-a-count", value: value.description,
            message: BilingualText(ja: "人数は0以上の整数で書きます。", en: "A count is a whole number, zero or more."))
    }

    fileprivate static func unsaid(_ option: String) -> Diagnostic {
        Diagnostic(
            code: "entry.unsaid", value: option,
            message: BilingualText(ja: "\(option) がありません。出所と記入者のない数値は記録しません。", en: "\(option) is missing: no count without source and name."))
    }
}
