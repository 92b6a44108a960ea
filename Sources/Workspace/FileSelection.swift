import Diagnostics
import FoundationEssentials
import Ingestion
import Languages

/// The files a person meant by naming files and folders.
struct FileSelection {
    /// The files to read, in the order of their paths, so that a correction sorted behind its original comes after it.
    private(set) var files: [SourceFile] = []
    /// Names that lead nowhere.
    private(set) var missing: [Diagnostic] = []
    /// How many files in folders were passed over because they are no counts: notes, pictures, definitions.
    private(set) var passedOver = 0

    /// The endings of files that may hold counts, or that must be refused by name rather than passed over in silence.
    private static let endings: Set<String> = ["csv", "tsv", "txt", "xml", "parquet", "gz", "xlsx", "xls", "xlsm", "pdf"]

    /// The workspace's folder with a final slash: files inside are called by their path from there.
    private let home: String

    init(paths: [String], in folder: String) {
        home = URL(filePath: folder).standardizedFileURL.path.withFinalSlash
        for path in paths {
            var isDirectory = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
                missing.append(.noFile(path))
                continue
            }
            if isDirectory { addFolder(path) } else { add(path) }
        }
    }

    /// The files in a folder that fit a pattern.
    init(matching patterns: [String], in folder: String) {
        let everything = FileSelection(paths: [folder], in: folder)
        home = everything.home
        let compiled = patterns.map { FilePattern($0) }
        files = everything.files.filter { file in compiled.contains { $0.matches(file.path) } }
    }

    private mutating func addFolder(_ path: String) {
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        for name in names.sorted() {
            if name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
            let full = folder + "/" + name
            var isDirectory = false
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isDirectory), !isDirectory else { continue }
            let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
            if Self.endings.contains(ending) { add(full) } else { passedOver += 1 }
        }
    }

    private mutating func add(_ path: String) {
        guard !files.contains(where: { $0.path == path }) else { return }
        let full = URL(filePath: path).standardizedFileURL.path
        let name = full.hasPrefix(home) ? String(full.dropFirst(home.count)) : path
        files.append(SourceFile(path: path, displayName: name))
    }
}

extension String {
    fileprivate var withFinalSlash: String { hasSuffix("/") ? self : self + "/" }
}

extension Diagnostic {
    fileprivate static func noFile(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "file.not-found", position: SourcePosition(file: path),
            message: BilingualText(ja: "ファイルもフォルダーもありません。", en: "There is no such file or folder."),
            remedy: BilingualText(ja: "名前と場所を確認してください。", en: "Check its name and where you are."))
    }
}
