import ByteStreams
import Diagnostics
import FoundationEssentials
import Languages
import PipelineDefinition
import Reporting
import VisitorLedger
import VisitorMetrics
import VisitorModel

extension Workspace {
    /// Publishes a report: writes it, no longer as a draft, and records figures, inputs, definitions and the files.
    ///
    /// - Parameters:
    ///   - request: Which report; its `asOf` plays no part, what is published is what is known now.
    ///   - by: Who answers for it.
    ///   - note: What the publisher has to say; needed while doubts are open.
    /// - Throws: `DiagnosticsError` when doubts are open and nothing is said about them, or there is nothing to report;
    ///   `LedgerError`.
    public func publish(_ request: ReportRequest, by: String, note: String = "") async throws -> PublishResult {
        let last = request.year.flatMap { Month(year: $0.number, number: 12) } ?? request.month
        let open = try openFindings(through: last, note: note)
        let printer = try await printer(for: request)
        let draft = try ReportGathering(self, request: request)
        // Worked out before the ledger is locked, and kept: then it is looked up.
        _ = try draft.documents(in: [], draft.outlook())
        draft.view.shelf.flush()
        var files: [Publication.PublishedFile] = []
        let publication = try openLedger().publish(
            Publication(
                by: by, month: draft.through, year: request.year, target: request.target, languages: request.languages.map(\.rawValue),
                formats: request.formats.map(\.rawValue), product: Self.product, note: note)
        ) { moment in
            let request = published(request, draft.through, moment)
            let gathering = try ReportGathering(self, request: request)
            let outlook = gathering.outlook()
            files = try render(gathering, outlook, request: request)
            return PublicationContent(
                files: files, figures: gathering.shownFigures.map(Publication.PublishedFigure.init),
                definitions: try folder.definitionFiles().map { .init(path: $0.path, text: $0.text) },
                tables: tablesInUse(),
                forecast: try gathering.publishedForecast(outlook, by: by, note: note))
        }
        var written = try write(files, to: request.folder)
        if let printer {
            // A browser's bytes differ from one to the next; the page it prints is on record.
            let gathering = try ReportGathering(self, request: published(request, draft.through, publication.recordedAt))
            for document in try gathering.documents(in: request.languages, gathering.outlook()) {
                let path = request.folder + "/" + gathering.fileName(document.language, .pdf)
                try write(await printer.pdf(of: HTMLRenderer().render(document)), to: path)
                written.append(path)
            }
        }
        let (kept, lost) = try keepInputs(ofPublication: publication.id)
        let revealing = try differencingWarnings(before: publication.recordedAt)
        return PublishResult(
            publication: publication, files: written, keptInputs: kept, lostInputs: lost, openFindings: open,
            revealing: revealing)
    }

    private func published(_ request: ReportRequest, _ month: Month, _ moment: Timestamp) -> ReportRequest {
        var request = request
        request.month = month
        request.asOf = moment
        request.publishedAt = moment
        return request
    }

    /// Makes the files of an earlier publication again: from the ledger as it stood, by the definitions as they stood.
    ///
    /// - Throws: `LedgerError` with `unknownPublication`; `DiagnosticsError` when a file cannot be written.
    public func rebuild(publication id: Int, into folder: String) throws -> [RebuiltFile] {
        guard let ledger = try readLedger(), let publication = try ledger.publications().first(where: { $0.id == id })
        else { throw LedgerError.unknownPublication(id) }
        let content = try ledger.content(ofPublication: id)
        let scratch = try scratchFolder(with: content.tables)
        defer { if let scratch { try? FileManager.default.removeItem(atPath: scratch.path) } }
        let then = try Workspace(
            scratch ?? self.folder,
            files: content.definitions.map {
                WorkspaceDefinition.File(path: $0.path, displayName: "Pipelines/" + $0.path, text: $0.text)
            }, clock: { publication.recordedAt })
        var request = ReportRequest(
            month: publication.month, year: publication.year, folder: folder,
            languages: publication.languages.compactMap(Language.init(rawValue:)),
            formats: publication.formats.compactMap(ReportFormat.init(rawValue:)), target: publication.target,
            asOf: publication.recordedAt)
        request.publishedAt = publication.recordedAt
        request.product = publication.product
        let gathering = try ReportGathering(then, request: request)
        let made = try then.render(gathering, gathering.outlook(), request: request)
        let paths = try write(made, to: folder)
        let hashes = Dictionary(content.files.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        return zip(made, paths).map { file, path in
            RebuiltFile(
                name: file.name, isIdentical: hashes[file.name] == file.sha256,
                mustBeIdentical: !file.name.hasSuffix(".xlsx"), path: path)
        }
    }

    /// The tables beside the definitions that figures and indicators are drawn from.
    private func tablesInUse() -> [Publication.TableFile] {
        let surveys = definition.parameters.compactMap { parameter -> String? in
            if case .survey(let file, _) = parameter.content { file } else { nil }
        }
        return Set(surveys + [Self.kpiActualsName]).sorted().compactMap { name in
            FileManager.default.contents(atPath: folder.definitionsPath + "/" + name).map {
                .init(path: name, content: Array($0))
            }
        }
    }

    /// A folder with tables as they were published, on the same ledger; `nil` where none were kept.
    private func scratchFolder(with tables: [Publication.TableFile]) throws(DiagnosticsError) -> WorkspaceFolder? {
        guard !tables.isEmpty else { return nil }
        var scratch = WorkspaceFolder(path: FileManager.default.temporaryDirectory.path + "/dmo-rebuild-" + UUID().uuidString)
        scratch.ledgerPath = folder.ledgerPath
        for table in tables {
            let path = scratch.definitionsPath + "/" + table.path
            try createFolder(URL(filePath: path).deletingLastPathComponent().path)
            try write(Data(table.content), to: path)
        }
        return scratch
    }

    private func render(
        _ gathering: ReportGathering, _ outlook: GoalOutlook?, request: ReportRequest
    ) throws -> [Publication.PublishedFile] {
        try gathering.documents(in: request.languages, outlook).flatMap { document in
            try request.formats.filter { $0 != .pdf }.map { format in
                let bytes = Array(try bytes(of: document, as: format))
                return Publication.PublishedFile(
                    name: gathering.fileName(document.language, format), sha256: ContentHash(of: bytes).hexadecimal,
                    content: bytes)
            }
        }
    }

    private func write(_ files: [Publication.PublishedFile], to folder: String) throws(DiagnosticsError) -> [String] {
        try createFolder(folder)
        var written: [String] = []
        for file in files {
            try write(Data(file.content), to: folder + "/" + file.name)
            written.append(folder + "/" + file.name)
        }
        return written
    }

    /// Puts the input files of a publication aside under their hashes, so that the proof outlives a tidied inbox.
    private func keepInputs(ofPublication id: Int) throws -> (kept: [String], lost: [String]) {
        guard let ledger = try readLedger() else { return ([], []) }
        let archive = folder.path + "/archive"
        try createFolder(archive)
        var (kept, lost): ([String], [String]) = ([], [])
        var seen: Set<String> = []
        for load in try ledger.loads(ofPublication: id) where seen.insert(load.header.sha256).inserted {
            let (name, hash) = (load.header.fileName, load.header.sha256)
            let target = archive + "/" + hash
            let candidates = [target, name.hasPrefix("/") ? name : folder.path + "/" + name, name]
            let bytes = candidates.lazy.compactMap { FileManager.default.contents(atPath: $0) }.first {
                ContentHash(of: Array($0)).hexadecimal == hash
            }
            guard let bytes else {
                lost.append(name)
                continue
            }
            if !FileManager.default.fileExists(atPath: target) {
                do {
                    try bytes.write(to: URL(filePath: target), options: .atomic)
                } catch {
                    throw DiagnosticsError(.cannotWrite(target, detail: "\(error)"))
                }
            }
            kept.append(name)
        }
        return (kept, lost)
    }
}

extension Publication.PublishedFigure {
    init(_ figure: Figure) {
        self.init(
            id: figure.id, value: figure.value?.description, status: figure.status, reported: figure.coverage.reported,
            expected: figure.coverage.expected)
    }
}
