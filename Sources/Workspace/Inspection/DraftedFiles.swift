public import Diagnostics
import FoundationEssentials
import Languages

/// Definition files that were drafted and are to be written.
public struct DraftedFiles: Sendable {
    /// The files, by their paths below a folder, with their texts.
    public private(set) var files: [(path: String, text: String)] = []

    /// No files yet.
    public init() {}

    /// Adds a file.
    public mutating func add(_ path: String, _ text: String) { files.append((path, text)) }

    /// Writes all of them, or none when one is there already.
    ///
    /// - Parameters:
    ///   - folder: The folder, made when it is not there.
    ///   - overwriting: Whether files that are there may be replaced.
    /// - Returns: The paths written.
    /// - Throws: `DiagnosticsError` when a file is there or cannot be written.
    public func write(into folder: String, overwriting: Bool) throws(DiagnosticsError) -> [String] {
        let manager = FileManager.default
        let targets = files.map { (path: folder + "/" + $0.path, text: $0.text) }
        let present = targets.map(\.path).filter { manager.fileExists(atPath: $0) }
        guard overwriting || present.isEmpty else { throw DiagnosticsError(present.map { .alreadyThere($0) }) }
        for (path, text) in targets {
            do {
                let parent = URL(filePath: path).deletingLastPathComponent()
                try manager.createDirectory(at: parent, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
            } catch {
                throw DiagnosticsError(.cannotWrite(path, because: "\(error)"))
            }
        }
        return targets.map(\.path)
    }
}

extension Diagnostic {
    fileprivate static func alreadyThere(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "draft.already-there", position: SourcePosition(file: path),
            message: BilingualText(
                ja: "同じ名前のファイルがすでにあります。何も書きませんでした。", en: "A file of this name is there already. Nothing was written."),
            remedy: BilingualText(
                ja: "別の名前（--profile）にするか、置き換えてよければ --force を付けてください。",
                en: "Choose another name with --profile, or add --force to replace it."))
    }

    fileprivate static func cannotWrite(_ path: String, because reason: String) -> Diagnostic {
        Diagnostic(
            code: "draft.cannot-write", position: SourcePosition(file: path), value: reason,
            message: BilingualText(ja: "書けません。", en: "The file cannot be written."),
            remedy: BilingualText(ja: "フォルダーの権限と空き容量を確認してください。", en: "Check the folder's permissions and free space."))
    }
}
