public import Diagnostics
import Ingestion
import Languages

/// What became of one file that arrived.
public struct TakenFile: Sendable {
    /// Where it is after it was dealt with.
    public enum Whereabouts: Sendable {
        /// Moved here.
        case moved(String)
        /// Left where it was, to be tried again: written anew meanwhile, the ledger cannot be written, the disk is full.
        case left([Diagnostic])
    }

    /// What loading it came to.
    public var report: FileLoadReport
    /// Where it is now.
    public var whereabouts: Whereabouts
}

extension Workspace {
    /// Loads one complete file of a watched folder, then moves it to `done`, or to `failed` with the reasons beside it.
    ///
    /// Nothing is remembered but in the ledger: whoever stops the program between the two steps finds the file still
    /// there; the next start meets it as already loaded and only moves it.
    ///
    /// Outlooks are not worked out ahead here; see ``keepForecasts(after:)`` for that, once for many files.
    ///
    /// - Parameter name: The file's name in the folder.
    /// - Returns: What became of it; `nil` when it is no file any more.
    /// - Throws: `DiagnosticsError` when loading cannot even begin.
    public func take(_ name: String, from folder: WatchedFolder) async throws(DiagnosticsError) -> TakenFile? {
        let path = folder.path(of: name)
        let stamp = FileStamp(path: path)
        guard stamp.isFile, !FolderLook.isTemporary(name) else { return nil }
        var request = LoadRequest(paths: [path])
        request.namesAreLiteral = true
        guard let report = try await loadFiles(request).first else { return nil }
        // What was loaded is not what stands there now: that must be loaded, too.
        guard stamp == FileStamp(path: path) else {
            return TakenFile(report: report, whereabouts: .left([.writtenAgain(report.file.displayName)]))
        }
        do throws(DiagnosticsError) {
            switch report.fate {
            case .loaded, .tried, .unchanged:
                return TakenFile(report: report, whereabouts: .moved(try folder.move(name, to: .done)))
            case .refused:
                let note = Self.note(of: report.diagnostics)
                return TakenFile(report: report, whereabouts: .moved(try folder.move(name, to: .failed, note: note)))
            case .failed:
                return TakenFile(report: report, whereabouts: .left([]))
            }
        } catch {
            return TakenFile(report: report, whereabouts: .left(error.diagnostics))
        }
    }

    /// The messages as they are printed, in Japanese and then in English: nobody knows who will open the file.
    private static func note(of diagnostics: [Diagnostic]) -> String {
        [Language.japanese, .english].map { language in
            let renderer = DiagnosticRenderer(language: language)
            return diagnostics.map { renderer.render($0) + "\n" }.joined()
        }.joined(separator: "\n")
    }
}

extension Diagnostic {
    fileprivate static func writtenAgain(_ file: String) -> Diagnostic {
        Diagnostic(
            code: "watch.written-again", severity: .warning, position: SourcePosition(file: file),
            message: BilingualText(
                ja: "処理している間にファイルが変わりました。移さずに、書き込みが終わってからもう一度読み込みます。",
                en: "The file changed meanwhile. It was not moved and is loaded again when it is complete."))
    }
}
