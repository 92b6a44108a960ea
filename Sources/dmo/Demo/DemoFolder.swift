import Diagnostics
import FoundationEssentials
import Languages

/// A fresh workspace for the demonstration: definitions and sample files copied, so that the originals stay untouched.
struct DemoFolder {
    /// The workspace with the good files.
    let path: String
    /// A second workspace beside it for the files with faults, whose numbers must not count.
    var faultsPath: String { path + "/with-faults" }

    /// Copies everything.
    ///
    /// - Parameters:
    ///   - path: A folder that is empty or not there yet; `nil` for a new one among the temporary files.
    ///   - source: The folder that holds `Pipelines` and `SampleData`.
    /// - Throws: `DiagnosticsError` when the folder is in use or the samples are not found.
    init(at path: String?, from source: String) throws(DiagnosticsError) {
        let files = FileManager.default
        guard files.fileExists(atPath: source + "/Pipelines"), files.fileExists(atPath: source + "/SampleData") else {
            throw DiagnosticsError(.noSamples(source))
        }
        let folder = path ?? files.temporaryDirectory.path + "/dmo-demo-" + UUID().uuidString.prefix(8).lowercased()
        if let content = try? files.contentsOfDirectory(atPath: folder), !content.isEmpty {
            throw DiagnosticsError(.folderInUse(folder))
        }
        self.path = folder
        do {
            try files.createDirectory(atPath: faultsPath, withIntermediateDirectories: true)
            try files.copyItem(atPath: source + "/Pipelines", toPath: folder + "/Pipelines")
            try files.copyItem(atPath: source + "/Pipelines", toPath: faultsPath + "/Pipelines")
            try files.createDirectory(atPath: folder + "/inbox", withIntermediateDirectories: true)
            for part in ["published", "illustrative"] {
                try files.copyItem(atPath: source + "/SampleData/" + part, toPath: folder + "/inbox/" + part)
            }
            try files.copyItem(atPath: source + "/SampleData/with-faults", toPath: faultsPath + "/inbox")
        } catch {
            throw DiagnosticsError(.cannotCopy(to: folder, detail: "\(error)"))
        }
    }
}

extension Diagnostic {
    fileprivate static func noSamples(_ source: String) -> Diagnostic {
        Diagnostic(
            code: "demo.no-samples", position: SourcePosition(file: source),
            message: BilingualText(
                ja: "Pipelines と SampleData が見つかりません。", en: "Pipelines and SampleData are not here."),
            remedy: BilingualText(
                ja: "プロジェクトのフォルダーで実行するか、--source で指定してください。",
                en: "Run in the project's folder, or name it with --source."))
    }

    fileprivate static func folderInUse(_ folder: String) -> Diagnostic {
        Diagnostic(
            code: "demo.folder-in-use", position: SourcePosition(file: folder),
            message: BilingualText(ja: "フォルダーが空ではありません。", en: "The folder is not empty."),
            remedy: BilingualText(ja: "別の名前を --out で指定してください。", en: "Name another one with --out."))
    }

    fileprivate static func cannotCopy(to folder: String, detail: String) -> Diagnostic {
        Diagnostic(
            code: "demo.cannot-copy", position: SourcePosition(file: folder), value: detail,
            message: BilingualText(ja: "見本のファイルを写せません。", en: "The samples cannot be copied."),
            remedy: BilingualText(ja: "空き容量と権限を確認してください。", en: "Check free space and permissions."))
    }
}
