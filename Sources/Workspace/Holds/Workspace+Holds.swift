import ByteStreams
import Diagnostics
import FoundationEssentials
import Ingestion
import Languages
import PipelineDefinition
import PipelineRuntime
public import VisitorLedger

extension Workspace {
    /// The rows held by loads that stand, with what was decided about them.
    ///
    /// - Parameter load: Only those of one load.
    /// - Throws: `LedgerError`.
    public func holdEntries(ofLoad load: Int? = nil) throws(LedgerError) -> [HoldEntry] {
        guard let ledger = try readLedger() else { return [] }
        let decisions = try ledger.holdDecisions()
        let hashes = Dictionary(
            try ledger.loads().map { ($0.id, $0.header.sha256) }, uniquingKeysWith: { first, _ in first })
        return try ledger.holds(ofLoad: load).map {
            HoldEntry(hold: $0, sha256: hashes[$0.load] ?? "", decision: decisions[$0.id])
        }
    }

    /// The lines of the original around a held row, the row itself among them; empty when the original is gone.
    public func context(of entry: HoldEntry, lines: Int = 2) throws(LedgerError) -> [(number: Int, text: String)] {
        guard let original = original(of: entry), let number = entry.hold.row.diagnostic.position.flatMap({ $0.row ?? $0.line })
        else { return [] }
        let all = original.lines
        return (max(1, number - lines)...max(1, number + lines)).compactMap { line in
            all.indices.contains(line - 1) ? (line, String(all[line - 1])) : nil
        }
    }

    /// Sets rows aside for good.
    ///
    /// - Throws: `LedgerError` with `unknownHold` or `alreadyDecided`.
    public func dismiss(_ holds: [Int], reason: String, by: String) throws(LedgerError) {
        let entries = try holdEntries()
        try openLedger().decide(
            holds.map { id in
                HoldDecision(
                    hold: id, kind: .dismissed, oldText: entries.first { $0.id == id }?.hold.row.diagnostic.value,
                    reason: reason, by: by)
            })
    }

    /// Puts other values into held cells: the file is copied with the new values, `corrections/…`, and read by the same
    /// pipeline. The original stays as it is, old and new values are kept with reason and name, and withdrawing the load
    /// of the copy takes the decision back.
    ///
    /// - Throws: `DiagnosticsError` when the original is gone, the old value does not stand in the cell, or the new value
    ///   would be held as well; `LedgerError`.
    public func correct(_ corrections: [HoldCorrection], reason: String, by: String) async throws -> HoldOutcome {
        let entries = try openEntries(corrections.map(\.hold))
        var outcome = HoldOutcome(loads: [], decided: [])
        for (load, group) in Dictionary(grouping: entries, by: \.hold.load).sorted(by: { $0.key < $1.key }) {
            guard let first = group.first, var original = original(of: first) else { throw DiagnosticsError(.originalGone(group.first)) }
            // From the end of the file backwards, so that earlier places do not move.
            for entry in group.sorted(by: { Self.place($0) > Self.place($1) }) {
                let diagnostic = entry.hold.row.diagnostic
                guard let position = diagnostic.position, let value = corrections.first(where: { $0.hold == entry.id })?.value
                else { continue }
                original.bytes = try CellReplacement(position: position, old: diagnostic.value ?? "").applied(
                    to: original.bytes, in: original.encoding, new: value)
            }
            let name = "corrections/\(load)-\(ContentHash(of: original.bytes).hexadecimal.prefix(8))-"
                + original.nameOfCopy(Self.lastPart(first))
            try createFolder(folder.path + "/corrections")
            try write(Data(original.bytes), to: folder.path + "/" + name)
            let result = try await reread(
                SourceFile(path: folder.path + "/" + name, displayName: name), ofLoad: load, settling: group, mustSettleAll: true)
            try openLedger().decide(
                group.map { entry in
                    HoldDecision(
                        hold: entry.id, kind: .corrected, oldText: entry.hold.row.diagnostic.value,
                        newText: corrections.first { $0.hold == entry.id }?.value, load: result.load.id, reason: reason, by: by)
                })
            outcome.loads.append(result)
            outcome.decided += group.map(\.id)
        }
        return outcome
    }

    /// Lets rows count as they stand, after the definitions have been mended: the original is read again, and whatever is
    /// no longer held is released.
    ///
    /// - Parameter load: The load whose file is read again.
    /// - Throws: `DiagnosticsError` when the original is gone or nothing would be released; `LedgerError`.
    public func release(load: Int, reason: String, by: String) async throws -> HoldOutcome {
        let entries = try holdEntries(ofLoad: load).filter(\.isOpen)
        guard let first = entries.first, let path = originalPath(of: first) else {
            throw DiagnosticsError(.originalGone(entries.first))
        }
        let file = SourceFile(path: path, displayName: first.hold.row.diagnostic.position?.file ?? path)
        let plan = try planOfLoad(load)
        let trial = try await PipelineRunner(plan).run(file)
        let still = Set(trial.outcome.held.flatMap(\.diagnostics).map(HoldPlace.init))
        let settled = entries.filter { !still.contains(HoldPlace($0.hold.row.diagnostic)) }
        guard !settled.isEmpty else { throw DiagnosticsError(.nothingReleased(entries.count)) }
        let result = try await reread(file, ofLoad: load, settling: settled, mustSettleAll: false)
        try openLedger().decide(
            settled.map {
                HoldDecision(
                    hold: $0.id, kind: .released, oldText: $0.hold.row.diagnostic.value, newText: $0.hold.row.diagnostic.value,
                    load: result.load.id, reason: reason, by: by)
            })
        return HoldOutcome(loads: [result], decided: settled.map(\.id))
    }

    // MARK: steps

    private func openEntries(_ ids: [Int]) throws -> [HoldEntry] {
        let all = try holdEntries()
        return try ids.map { id in
            guard let entry = all.first(where: { $0.id == id }) else { throw DiagnosticsError(.noHold(id)) }
            guard entry.isOpen else { throw DiagnosticsError(.decided(entry)) }
            return entry
        }
    }

    private func planOfLoad(_ load: Int) throws -> PipelinePlan {
        guard let summary = try readLedger()?.loads().first(where: { $0.id == load }) else { throw DiagnosticsError(.noHold(load)) }
        return try plan(named: summary.header.pipeline)
    }

    /// Reads a file by the pipeline of an earlier load. Rows that are held there and still open are not held again: one
    /// question, one hold.
    private func reread(
        _ file: SourceFile, ofLoad load: Int, settling: [HoldEntry], mustSettleAll: Bool
    ) async throws -> LoadResult {
        let plan = try planOfLoad(load)
        let result = try await PipelineRunner(plan).run(file)
        let wanted = Set(settling.map { HoldPlace($0.hold.row.diagnostic).cell })
        let still = result.outcome.held.flatMap(\.diagnostics).filter { wanted.contains(HoldPlace($0).cell) }
        if mustSettleAll, !still.isEmpty { throw DiagnosticsError(still) }
        let open = Set(try holdEntries(ofLoad: load).map { HoldPlace($0.hold.row.diagnostic) })
        switch try record(result, by: plan, skippingHolds: { open.contains(HoldPlace($0)) }) {
        case .loaded(let loaded, _): return loaded
        case .failed(let error): throw error
        case .refused(let diagnostics): throw DiagnosticsError(diagnostics)
        case .tried, .unchanged: throw DiagnosticsError(.nothingReleased(settling.count))
        }
    }

    private func original(of entry: HoldEntry) -> OriginalText? {
        guard let path = originalPath(of: entry) else { return nil }
        let declared = (try? planOfLoad(entry.hold.load))?.profile.reading.encoding
        return OriginalText(path: path, declaring: declared.flatMap { TextEncoding(rawValue: $0) })
    }

    /// The original where it was, or among the inputs kept for a publication; only with the very bytes that were loaded.
    private func originalPath(of entry: HoldEntry) -> String? {
        originalPath(named: entry.hold.row.diagnostic.position?.file ?? "", sha256: entry.sha256)
    }

    /// Where a file lies that was loaded, with the very bytes it had then; `nil` when it is nowhere to be found.
    func originalPath(named name: String, sha256: String) -> String? {
        [folder.path + "/" + name, name, folder.path + "/archive/" + sha256].first { path in
            (try? fileContent(SourceFile(path: path)))?.hash.hexadecimal == sha256
        }
    }

    private static func place(_ entry: HoldEntry) -> (Int, Int) {
        let position = entry.hold.row.diagnostic.position
        return (position?.row ?? position?.line ?? 0, position?.column ?? 0)
    }

    private static func lastPart(_ entry: HoldEntry) -> String {
        entry.hold.row.diagnostic.position?.file.split(separator: "/").last.map(String.init) ?? "file"
    }
}

/// Where a row is held and why, whatever the file is called.
private struct HoldPlace: Hashable {
    struct Cell: Hashable {
        let row: Int?
        let line: Int?
        let column: Int?
        let path: String?
    }

    let cell: Cell
    let code: String
    let value: String?

    init(_ diagnostic: Diagnostic) {
        let position = diagnostic.position
        cell = Cell(row: position?.row, line: position?.line, column: position?.column, path: position?.path)
        code = diagnostic.code
        value = diagnostic.value
    }
}

extension Diagnostic {
    fileprivate static func noHold(_ id: Int) -> Diagnostic {
        Diagnostic(
            code: "holds.unknown", value: String(id),
            message: BilingualText(ja: "保留 \(id) 番はありません。", en: "There is no hold \(id)."),
            remedy: BilingualText(ja: "dmo holds list で番号を確かめてください。", en: "dmo holds list shows their numbers."))
    }

    fileprivate static func decided(_ entry: HoldEntry) -> Diagnostic {
        Diagnostic(
            code: "holds.decided", position: entry.hold.row.diagnostic.position, value: entry.decision?.reason,
            message: BilingualText(
                ja: "保留 \(entry.id) 番は \(entry.decision?.by ?? "") がすでに決めています。",
                en: "\(entry.decision?.by ?? "") has already decided on hold \(entry.id)."))
    }

    fileprivate static func originalGone(_ entry: HoldEntry?) -> Diagnostic {
        Diagnostic(
            code: "holds.original-gone", position: entry?.hold.row.diagnostic.position,
            message: BilingualText(
                ja: "元のファイルがないか、読み込んだときと内容が違います。", en: "The original file is gone, or no longer what was loaded."),
            remedy: BilingualText(ja: "元のファイルを戻すか、直したファイルを dmo load で読み込んでください。", en: "Put it back, or load a mended file with dmo load."))
    }

    fileprivate static func nothingReleased(_ count: Int) -> Diagnostic {
        Diagnostic(
            code: "holds.nothing-released", value: String(count),
            message: BilingualText(
                ja: "今の定義でも、保留中の \(count) 件はすべて保留になります。", en: "By the definitions as they are, all \(count) would be held again."),
            remedy: BilingualText(
                ja: "先に profile や destination.yaml（別名など）を直すか、dmo holds correct で値を直してください。",
                en: "Mend the profile or destination.yaml (an alias, say) first, or put the value right with dmo holds correct."))
    }
}
