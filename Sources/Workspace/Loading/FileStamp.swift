import Diagnostics
import FoundationEssentials
import Ingestion
import Languages

/// How a file looked from outside, to notice when somebody writes it while it is read: half the old text and half the
/// new would be a mixture nobody ever wrote.
struct FileStamp: Sendable, Hashable {
    private let byteCount: UInt64?
    private let modified: Date?
    /// The file's number and its disk's: another file under the same name has another.
    private let number: UInt64?
    private let disk: UInt64?
    /// What stands there: a file, a folder, a link; `nil` when nothing does.
    private let kind: FileAttributeType?

    init(path: String) {
        // Of a link these are its own, not those of what it leads to.
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        func number(_ key: FileAttributeKey) -> UInt64? {
            (attributes?[key] as? UInt64) ?? (attributes?[key] as? Int).map { UInt64($0) }
        }
        byteCount = number(.size)
        modified = attributes?[.modificationDate] as? Date
        self.number = number(.systemFileNumber)
        disk = number(.systemNumber)
        kind = attributes?[.type] as? FileAttributeType
    }

    /// How many bytes the file has; `nil` where a link or nothing stands, whose size is not the content's.
    var contentByteCount: Int? { isFile ? byteCount.flatMap { Int(exactly: $0) } : nil }

    /// Whether anything stands there, were it a link that leads nowhere.
    var exists: Bool { kind != nil }

    /// Whether nothing stands there, or nothing is in it.
    var isEmpty: Bool { (byteCount ?? 0) == 0 }

    /// Whether it is a file itself and no link to one.
    var isFile: Bool { kind == .typeRegular }

    /// Whether it is a folder itself and no link to one.
    var isFolder: Bool { kind == .typeDirectory }

    /// A text that differs where stamps differ, to the part of a second.
    var text: String {
        "\(disk ?? 0) \(number ?? 0) \(byteCount ?? 0) \(modified?.timeIntervalSinceReferenceDate ?? 0)"
    }

    /// Whether two names lead to one and the same file, whatever was written to it meanwhile.
    func isSameFile(as other: FileStamp) -> Bool {
        number != nil && number == other.number && disk == other.disk
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
