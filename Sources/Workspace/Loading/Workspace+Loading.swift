public import ByteStreams
public import Diagnostics
import FoundationEssentials
public import Ingestion
import Languages
import PipelineDefinition
import PipelineRuntime
public import Tables
import VisitorLedger
import VisitorModel

/// What a person asked to load.
public struct LoadRequest: Sendable {
    /// Files and folders, as named.
    public var paths: [String]
    /// The pipeline to use for all of them; `nil` to find each file's own.
    public var pipeline: String?
    /// Whether `*` and `?` in the paths stand for themselves: a program names files as they are, a person types patterns.
    public var namesAreLiteral = false
    /// The SHA-256 of the bytes that are meant; a file that holds others is refused. `nil` for whatever is there.
    public var expectedHash: ContentHash?

    /// Whether the outlooks of goals whose counts changed are worked out at once and kept.
    public var keepsForecasts = true

    /// Makes a request.
    public init(paths: [String], pipeline: String? = nil) {
        self.paths = paths
        self.pipeline = pipeline
    }
}

extension Workspace {
    /// Reads files into the ledger, each in one transaction: all of it or nothing. Then works out the outlook of every
    /// goal whose counts changed, so that whoever looks at it next need not wait.
    ///
    /// - Parameters:
    ///   - request: What to load.
    ///   - onProgress: Told which file is being read and how many rows so far.
    /// - Returns: A report a file, in the order they were loaded; names that lead nowhere come first.
    /// - Throws: `DiagnosticsError` when the request itself is wrong.
    public func load(
        _ request: LoadRequest, onProgress: @escaping @Sendable (SourceFile, Int) -> Void = { _, _ in }
    ) async throws(DiagnosticsError) -> [FileLoadReport] {
        let reports = try await loadFiles(request, onProgress: onProgress)
        if request.keepsForecasts { keepForecasts(after: reports) }
        return reports
    }

    /// Works out the outlooks that some loads changed. It is done ahead for speed alone: what fails is done when asked.
    public func keepForecasts(after reports: [FileLoadReport]) {
        guard let touched = TouchedCounts(reports, in: definition.destination.places) else { return }
        let names = Set(definition.definitions.filter(touched.concern).map(\.id))
        for target in definition.targets where names.contains(target.definition) {
            _ = try? goalStanding(target: target.id)
        }
    }

    /// Reads files into the ledger and nothing else.
    func loadFiles(
        _ request: LoadRequest, onProgress: @escaping @Sendable (SourceFile, Int) -> Void = { _, _ in }
    ) async throws(DiagnosticsError) -> [FileLoadReport] {
        let forced = try request.pipeline.map { name throws(DiagnosticsError) in try plan(named: name) }
        if let forced, forced.pipeline.output == nil {
            throw DiagnosticsError(.surveyIsNotLoaded(forced.pipeline.name))
        }
        let selection = selection(of: request, forced: forced)
        var reports = selection.missing.map { diagnostic in
            FileLoadReport(
                file: SourceFile(path: diagnostic.position?.file ?? ""), pipeline: nil, fate: .refused([diagnostic]))
        }
        let hash = request.expectedHash
        var upcoming: Task<Reading, Never>?
        for (index, file) in selection.files.enumerated() {
            let reading: Reading
            if let upcoming {
                reading = await upcoming.value
            } else {
                reading = await read(file, forced: forced, expecting: hash, onProgress: onProgress)
            }
            // The next file is read while this one is written. Should both have the same bytes, recording tells.
            upcoming = selection.files.dropFirst(index + 1).first.map { next in
                Task { await read(next, forced: forced, expecting: hash, onProgress: onProgress) }
            }
            reports.append(recorded(reading))
        }
        return reports
    }

    /// The files named; without any, those in the workspace that fit the named pipeline's patterns.
    func selection(of request: LoadRequest, forced: PipelinePlan?) -> FileSelection {
        if request.paths.isEmpty, let forced {
            return FileSelection(matching: forced.pipeline.filePatterns, in: folder.path)
        }
        let patterns = request.namesAreLiteral ? [] : request.paths.filter { $0.contains("*") || $0.contains("?") }
        // A shell leaves a pattern alone when nothing fits it, or when it is quoted.
        guard !patterns.isEmpty, patterns.count == request.paths.count else {
            return FileSelection(paths: request.paths, in: folder.path)
        }
        return FileSelection(matching: patterns, in: folder.path)
    }

    /// Runs a pipeline over files and hands its result's rows on, instead of recording observations.
    ///
    /// - Returns: A report a file, as from `load(_:onProgress:)`.
    /// - Throws: `DiagnosticsError` when there is no such pipeline.
    public func run(
        _ name: String, over paths: [String], onBatch: @escaping (RecordBatch) -> Void
    ) async throws(DiagnosticsError) -> [FileLoadReport] {
        let plan = try plan(named: name)
        let selection = selection(of: LoadRequest(paths: paths), forced: plan)
        var reports = selection.missing.map { diagnostic in
            FileLoadReport(file: SourceFile(path: diagnostic.position?.file ?? ""), fate: .refused([diagnostic]))
        }
        for file in selection.files {
            do throws(DiagnosticsError) {
                let result = try await PipelineRunner(plan).run(file, onBatch: onBatch)
                reports.append(FileLoadReport(file: file, pipeline: name, fate: .tried(result)))
            } catch {
                reports.append(FileLoadReport(file: file, pipeline: name, fate: .refused(error.diagnostics)))
            }
        }
        return reports
    }

    /// A file that was read, and what is to be recorded of it, if anything.
    private struct Reading: Sendable {
        var report: FileLoadReport
        var content: (result: PipelineResult, plan: PipelinePlan)?
    }

    private func recorded(_ reading: Reading) -> FileLoadReport {
        var report = reading.report
        guard let (result, plan) = reading.content else { return report }
        do throws(DiagnosticsError) {
            report.fate = try record(result, by: plan, onlyOnce: true)
        } catch {
            report.fate = .refused(error.diagnostics)
        }
        guard case .loaded(let load, var kept) = report.fate else { return report }
        // What is in the ledger need not stay in memory until the last file is read.
        for observation in kept.observations {
            report.counted[observation.series.measure, default: []].insert(observation.series.place)
        }
        kept.observations = []
        report.fate = .loaded(load, kept)
        return report
    }

    private func read(
        _ file: SourceFile, forced: PipelinePlan?, expecting hash: ContentHash?,
        onProgress: @escaping @Sendable (SourceFile, Int) -> Void
    ) async -> Reading {
        var report = FileLoadReport(file: file, pipeline: nil, fate: .refused([]))
        do throws(DiagnosticsError) {
            let choice: (plan: PipelinePlan, notice: Diagnostic?)
            if let forced { choice = (forced, nil) } else { choice = try PipelineChoice(plans: plans).plan(for: file) }
            report.pipeline = choice.plan.pipeline.name
            report.notices = choice.notice.map { [$0] } ?? []
            let stamp = FileStamp(path: file.path)
            if let known = try earlierLoad(of: file, by: choice.plan, stamp: stamp) {
                report.fate = .unchanged(known)
                return Reading(report: report)
            }
            let result = try await PipelineRunner(choice.plan).run(file) { onProgress(file, $0) }
            guard stamp == FileStamp(path: file.path), hash == nil || hash == result.outcome.hash else {
                throw DiagnosticsError(.changedWhileRead(file))
            }
            return Reading(report: report, content: (result, choice.plan))
        } catch {
            report.fate = .refused(error.diagnostics)
        }
        return Reading(report: report)
    }

    /// The load that brought the same bytes, if there is one. Only a file as long as one that was loaded is hashed here;
    /// any other is hashed once, while it is read.
    func earlierLoad(
        of file: SourceFile, by plan: PipelinePlan, stamp: FileStamp
    ) throws(DiagnosticsError) -> LoadSummary? {
        // A ledger that cannot be read is told when the load is recorded.
        guard let ledger = (try? readLedger()) ?? nil else { return nil }
        let (pipeline, profileHash) = (plan.pipeline.name, definitionHash(of: plan))
        if let byteCount = stamp.contentByteCount,
            (try? ledger.hasLoad(ofByteCount: byteCount, pipeline: pipeline, profileHash: profileHash)) == false
        {
            return nil
        }
        let hash = try fileContent(file).hash.hexadecimal
        return (try? ledger.recordedLoad(sha256: hash, pipeline: pipeline, profileHash: profileHash)) ?? nil
    }

    /// Records what was read.
    ///
    /// - Parameters:
    ///   - onlyOnce: Whether nothing is recorded when the same bytes stand already.
    ///   - skippingHolds: Which messages are held already, by an earlier load of the same rows.
    func record(
        _ result: PipelineResult, by plan: PipelinePlan, onlyOnce: Bool = false,
        skippingHolds: (Diagnostic) -> Bool = { _ in false }
    ) throws(DiagnosticsError) -> FileLoadReport.Fate {
        let outcome = result.outcome
        let header = LoadHeader(
            pipeline: plan.pipeline.name, profile: plan.profile.name, profileHash: definitionHash(of: plan),
            fileName: result.file.displayName, sha256: outcome.hash.hexadecimal, byteCount: outcome.byteCount,
            dataOrigin: plan.profile.dataOrigin)
        let account = LoadAccount(
            rowsRead: outcome.account.read, rowsAccepted: outcome.account.accepted, rowsHeld: outcome.account.held,
            ignored: outcome.account.ignored.map { LoadAccount.Ignored(reason: $0.reason, rows: $0.rows) })
        func write(_ writer: inout LoadWriter) throws -> LoadOutcome {
            try writer.append(result.observations)
            for entry in outcome.held {
                let held = entry.diagnostics.filter { !skippingHolds($0) }
                try writer.hold(held.map { HeldRow($0, rawText: entry.rawText) })
            }
            try writer.note(outcome.notes)
            let disposition: LoadDisposition = outcome.truncation.map { .held(reason: $0.message) } ?? .committed
            return LoadOutcome(account, disposition: disposition)
        }
        do {
            let ledger = try openLedger()
            guard onlyOnce else { return .loaded(try ledger.load(header, write), result) }
            switch try ledger.loadOnce(header, write) {
            case .loaded(let recorded): return .loaded(recorded, result)
            case .known(let known): return .unchanged(known)
            }
        } catch let error as LedgerError {
            return .failed(error)
        } catch {
            // The body throws nothing but the ledger's own errors.
            throw error as? DiagnosticsError ?? DiagnosticsError([])
        }
    }
}
