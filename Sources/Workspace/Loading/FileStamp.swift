import Diagnostics
import FoundationEssentials
import Ingestion
import Languages

/// How a file looked from outside, to notice when somebody writes it while it is read: half the old text and half the
/// new would be a mixture nobody ever wrote.
struct FileStamp: Equatable {
    private let byteCount: UInt64?
    private let modified: Date?

    init(path: String) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        byteCount = (attributes?[.size] as? UInt64) ?? (attributes?[.size] as? Int).map { UInt64($0) }
        modified = attributes?[.modificationDate] as? Date
    }
}

extension Diagnostic {
    static func changedWhileRead(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: "file.changed-while-read", position: SourcePosition(file: file.displayName),
            message: BilingualText(
                ja: "読み込んでいる間にファイルが書き換えられました。何も記録していません。",
                en: "The file was written while it was being read. Nothing was recorded."),
            remedy: BilingualText(
                ja: "保存やコピーが終わってから、もう一度読み込んでください。", en: "Load it again when whoever is writing it has finished."))
    }
}
