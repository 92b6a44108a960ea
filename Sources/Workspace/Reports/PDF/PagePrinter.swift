import Diagnostics
import FoundationEssentials
import Languages
import Subprocess
import SystemPackage

/// Prints a page to PDF with a renderer, in a folder of its own, with an end to its patience.
struct PagePrinter: Sendable {
    /// How long a page may take.
    static let patience = Duration.seconds(120)

    let renderer: PageRenderer

    /// The page as a PDF.
    ///
    /// - Throws: `DiagnosticsError` when the renderer fails, takes too long, or writes nothing.
    func pdf(of page: String) async throws -> Data {
        try await inFolder(holding: page) { source, folder, isRoot in
            let result = folder.appending(path: "report.pdf")
            let said = try await run(
                renderer.arguments(
                    printing: source.path, to: result.path, profile: folder.appending(path: "profile").path,
                    isRoot: isRoot))
            // It ends with 0 even when it could not write; the file itself is the proof.
            guard let data = try? Data(contentsOf: result), data.starts(with: Data("%PDF-".utf8)) else {
                throw DiagnosticsError(.pageNotPrinted(renderer.path, detail: said.messages))
            }
            return data
        }
    }

    /// The page as markup, once its own script has run.
    ///
    /// - Throws: `DiagnosticsError` when the renderer cannot be run or takes too long.
    func markup(of page: String) async throws -> String {
        try await inFolder(holding: page) { source, folder, isRoot in
            try await run(
                renderer.arguments(
                    reading: source.path, profile: folder.appending(path: "profile").path, isRoot: isRoot)
            ).output
        }
    }

    private func inFolder<Result: Sendable>(
        holding page: String, _ body: (_ source: URL, _ folder: URL, _ isRoot: Bool) async throws -> Result
    ) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dmo-pdf-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appending(path: "report.html")
        try Data(page.utf8).write(to: source)
        return try await body(source, folder, FileManager.default.isWritableFile(atPath: "/etc"))
    }

    /// Runs the renderer to its end, or to the end of our patience; what it printed and said on the way.
    private func run(_ arguments: [String]) async throws -> (output: String, messages: String) {
        let path = renderer.path
        return try await withThrowingTaskGroup(of: (output: String, messages: String).self) { group in
            group.addTask {
                do {
                    let outcome = try await Subprocess.run(
                        .path(FilePath(path)), arguments: Arguments(arguments), output: .string(limit: 1 << 20),
                        error: .string(limit: 1 << 20))
                    return (outcome.standardOutput, outcome.standardError)
                } catch let error as SubprocessError {
                    throw DiagnosticsError(.pageNotPrinted(path, detail: "\(error)"))
                }
            }
            group.addTask {
                try await Task.sleep(for: Self.patience)
                throw DiagnosticsError(.pageTookTooLong(path))
            }
            defer { group.cancelAll() }
            return try await group.next() ?? ("", "")
        }
    }
}

extension Diagnostic {
    /// There is no renderer.
    static let noPageRenderer = Diagnostic(
        code: "report.no-pdf-renderer",
        message: BilingualText(
            ja: "PDFを作るためのブラウザー（Chromium または Google Chrome）が見つかりません。",
            en: "No browser to make the PDF with was found (Chromium or Google Chrome)."),
        remedy: BilingualText(
            ja:
                "Scripts/setup-pdf を実行するか、Chromium と日本語フォントを入れてください。別の場所にある場合は、環境変数 DMO_CHROMIUM にその場所を指定します。HTML の報告書を手元のブラウザーから印刷しても同じ PDF になります。",
            en:
                "Run Scripts/setup-pdf, or install Chromium and a Japanese font. If it lies elsewhere, name it in the environment variable DMO_CHROMIUM. Printing the HTML report from any browser gives the same PDF."
        ))

    fileprivate static func pageTookTooLong(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "report.pdf-timeout", value: path,
            message: BilingualText(
                ja: "2分待ってもPDFができませんでした。", en: "The PDF was not ready after two minutes."),
            remedy: BilingualText(
                ja: "もう一度実行するか、HTML の報告書をブラウザーから印刷してください。",
                en: "Try again, or print the HTML report from a browser."))
    }

    fileprivate static func pageNotPrinted(_ path: String, detail: String) -> Diagnostic {
        let reason = detail.split(separator: "\n").last.map(String.init) ?? path
        return Diagnostic(
            code: "report.pdf-failed", value: reason,
            message: BilingualText(
                ja: "ブラウザー（\(path)）がPDFを作れませんでした。", en: "The browser (\(path)) did not make a PDF."),
            remedy: BilingualText(
                ja: "HTML の報告書をブラウザーから印刷してください。", en: "Print the HTML report from a browser."))
    }
}
