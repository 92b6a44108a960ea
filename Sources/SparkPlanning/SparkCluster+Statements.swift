import ArrowReading
import FoundationEssentials
import Ingestion
import Languages

extension SparkCluster {
    /// Runs a statement and hands on what comes back, part by part.
    ///
    /// - Throws: ``SparkError``.
    func run(
        _ statement: String, _ onProgress: @Sendable (SparkProgress) -> Void, _ take: (ArrowTable) throws -> Void
    ) async throws {
        do {
            for try await event in session.events(of: statement) {
                switch event {
                case .rows(let bytes): try take(try ArrowStreamReader.table(of: bytes))
                case .progress(let progress): onProgress(progress)
                }
            }
            try checkCancellation()
        } catch let error as ArrowError {
            throw SparkError(.unreadableAnswer, server: address, detail: error.message.en)
        } catch let error as GroupTable.Unreadable {
            throw SparkError(.unreadableAnswer, server: address, detail: error.reason)
        } catch is CancellationError {
            throw SparkError(.cancelled, server: address)
        }
    }

    /// Ends the work when somebody asked for it.
    func checkCancellation() throws(SparkError) {
        if Task.isCancelled { throw SparkError(.cancelled, server: address) }
    }
}

extension SourceFile {
    /// The path as any machine that shares the file knows it.
    var wholePath: String {
        let whole = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        return URL(filePath: whole).standardizedFileURL.path
    }

    /// The folder as any machine that shares it knows it.
    var folder: String { URL(filePath: wholePath).deletingLastPathComponent().path }

    /// The file's size; of a link that of what it leads to.
    var byteCount: Int? {
        let size =
            (try? FileManager.default.attributesOfItem(atPath: URL(filePath: path).resolvingSymlinksInPath().path))?[
                .size]
        return (size as? UInt64).map { Int($0) } ?? size as? Int
    }
}
