public import Diagnostics
import FoundationEssentials
import Languages

/// A folder files arrive in, with `done` and `failed` in it, where they go when they have been dealt with.
public struct WatchedFolder: Sendable {
    /// Where a file goes.
    enum Shelf: String, CaseIterable {
        /// It is in the ledger.
        case done
        /// It could not be read; the reason stands beside it.
        case failed
    }

    /// Where it is.
    public let path: String

    /// Opens a folder and makes `done` and `failed` in it.
    ///
    /// - Throws: `DiagnosticsError` when it is none, or when one of the two cannot be made or leads elsewhere.
    public init(path: String) throws(DiagnosticsError) {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
            throw DiagnosticsError(.noFolder(path))
        }
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        for shelf in Shelf.allCases {
            // A failure shows in what stands there afterwards.
            try? FileManager.default.createDirectory(atPath: folder(of: shelf), withIntermediateDirectories: false)
            guard isWhole(shelf) else { throw DiagnosticsError(.noShelf(folder(of: shelf))) }
        }
    }

    /// Looks what stands in it.
    ///
    /// - Throws: `DiagnosticsError` when it cannot be listed any more.
    public func look() throws(DiagnosticsError) -> FolderLook {
        do { return try FolderLook(at: path) } catch { throw DiagnosticsError(.noFolder(path)) }
    }

    func path(of name: String) -> String { path + "/" + name }

    func folder(of shelf: Shelf) -> String { path + "/" + shelf.rawValue }

    /// Whether a shelf is a folder itself: a link would carry files out of the watched folder.
    func isWhole(_ shelf: Shelf) -> Bool { FileStamp(path: folder(of: shelf)).isFolder }
}

extension Diagnostic {
    static func noFolder(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "watch.no-folder", position: SourcePosition(file: path),
            message: BilingualText(
                ja: "見張るフォルダーがないか、開けません。", en: "There is no such folder to watch, or it cannot be opened."),
            remedy: BilingualText(ja: "名前と権限を確認してください。", en: "Check its name and its permissions."))
    }

    static func noShelf(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "watch.no-shelf", position: SourcePosition(file: path),
            message: BilingualText(
                ja: "済んだファイルを移すフォルダーを作れないか、フォルダーではないもの（リンクなど）があります。",
                en: "The folder for files already dealt with cannot be made, or something else (a link) has its name."),
            remedy: BilingualText(
                ja: "書き込みの権限を確認し、同じ名前のファイルやリンクがあれば名前を変えてください。",
                en: "Check the permission to write; rename a file or a link of that name."))
    }
}
