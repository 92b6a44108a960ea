import Diagnostics
import FoundationEssentials
import Languages
import SystemPackage

extension WatchedFolder {
    /// Moves a file to a shelf under its own name, or under a numbered one when something has that name already.
    ///
    /// - Parameter note: What to put beside it, as `NAME.txt`.
    /// - Returns: Where it is now.
    /// - Throws: `DiagnosticsError` when it cannot be moved; then it is where it was.
    func move(_ name: String, to shelf: Shelf, note: String? = nil) throws(DiagnosticsError) -> String {
        let source = path(of: name)
        do {
            guard isWhole(shelf) else { throw DiagnosticsError(.noShelf(folder(of: shelf))) }
            for candidate in Self.candidates(for: name, noted: note != nil) {
                let target = folder(of: shelf) + "/" + candidate
                let standing = FileStamp(path: target)
                if standing.isFile, standing == FileStamp(path: source) {
                    // An earlier move was stopped between its two steps.
                    try FileManager.default.removeItem(atPath: source)
                    return target
                }
                // The note first: a file among the failed ones never lacks its reason.
                guard !standing.exists, try put(note, at: target + ".txt") else { continue }
                guard try moveWithoutOverwriting(source, to: target) else { continue }
                return target
            }
            throw DiagnosticsError(.cannotMove(source, nil))
        } catch let error as DiagnosticsError {
            throw error
        } catch {
            throw DiagnosticsError(.cannotMove(source, Self.cause(error)))
        }
    }

    /// Puts a note where nothing stands, or where this very note does since an earlier move was stopped.
    private func put(_ note: String?, at path: String) throws -> Bool {
        guard let note else { return true }
        let stamp = FileStamp(path: path)
        if stamp.exists { return stamp.isFile && FileManager.default.contents(atPath: path) == Data(note.utf8) }
        // Written to a file of our own making only, never through a link.
        let file = try FileDescriptor.open(
            FilePath(path), .writeOnly, options: [.create, .exclusiveCreate],
            permissions: [.ownerReadWrite, .groupRead, .otherRead])
        try file.closeAfter { _ = try file.writeAll(note.utf8) }
        return true
    }

    /// A second name and then without the first: unlike renaming, that fails when somebody took the name meanwhile.
    private func moveWithoutOverwriting(_ source: String, to target: String) throws -> Bool {
        do {
            try FileManager.default.linkItem(atPath: source, toPath: target)
        } catch {
            if FileStamp(path: target).exists { return false }
            // Not every disk knows second names.
            try FileManager.default.moveItem(atPath: source, toPath: target)
            return true
        }
        try FileManager.default.removeItem(atPath: source)
        return true
    }

    /// `counts.csv`, `counts-2.csv`, `counts-3.csv`, …, cut where a disk takes no longer name.
    private static func candidates(for name: String, noted: Bool) -> some Sequence<String> {
        let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 } ?? name.endIndex
        let (stem, ending) = name[dot...].utf8.count > 20 ? (name[...], "") : (name[..<dot], name[dot...])
        let room = longestName - ending.utf8.count - (noted ? ".txt".utf8.count : 0)
        return (1...99_999).lazy.map { number in
            let suffix = number == 1 ? "" : "-\(number)"
            var scalars = stem.unicodeScalars
            while String(scalars).utf8.count + suffix.utf8.count > room, !scalars.isEmpty { scalars.removeLast() }
            return String(scalars) + suffix + ending
        }
    }

    /// How many bytes a file's name may have on the disks in use.
    private static let longestName = 255

    /// The machine's words for a failure.
    private static func cause(_ error: any Error) -> String? {
        switch error {
        case let error as Errno: error.description
        case let error as CocoaError where error.code == .fileWriteNoPermission: Errno.permissionDenied.description
        case let error as CocoaError where error.code == .fileWriteVolumeReadOnly: Errno.readOnlyFileSystem.description
        case let error as CocoaError where error.code == .fileWriteOutOfSpace: Errno.noSpace.description
        default: nil
        }
    }
}

extension Diagnostic {
    fileprivate static func cannotMove(_ path: String, _ cause: String?) -> Diagnostic {
        Diagnostic(
            code: "watch.cannot-move", position: SourcePosition(file: path), value: cause,
            message: BilingualText(
                ja: "処理の済んだファイルを移せません。もとの場所に残しました。",
                en: "The file was dealt with but cannot be moved; it was left where it is."),
            remedy: BilingualText(
                ja: "フォルダーの権限とディスクの空きを確認してください。次の回にもう一度試します。台帳に二重には入りません。",
                en: "Check the folder's permissions and the disk's space. It is tried again; nothing is recorded twice."
            ))
    }
}
