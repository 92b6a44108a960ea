public import Diagnostics
import Glibc
import Languages
import SystemPackage

/// Sees to it that one program at a time takes files from a folder: two would load the same file side by side.
///
/// The lock is the system's own on the open folder, so it ends with the process, however that ends.
public final class FolderLock: Sendable {
    private let file: FileDescriptor

    /// Locks a folder until this value is gone.
    ///
    /// - Throws: `DiagnosticsError` when another process has it, or it cannot be opened.
    public init(_ folder: WatchedFolder) throws(DiagnosticsError) {
        do {
            file = try FileDescriptor.open(FilePath(folder.path), .readOnly, options: [.directory, .closeOnExec])
        } catch {
            throw DiagnosticsError(.noFolder(folder.path))
        }
        // A disk that knows no locks is no reason to refuse: there is one watcher as a rule.
        guard flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
            throw DiagnosticsError(.taken(folder.path))
        }
    }

    deinit { try? file.close() }
}

extension Diagnostic {
    fileprivate static func taken(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "watch.taken", position: SourcePosition(file: path),
            message: BilingualText(
                ja: "別の dmo watch がこのフォルダーを見張っています。何もしませんでした。",
                en: "Another dmo watch is at work in this folder. Nothing was done."),
            remedy: BilingualText(
                ja: "1つのフォルダーには1つだけ動かしてください。", en: "Let one at a time work in a folder."))
    }
}
