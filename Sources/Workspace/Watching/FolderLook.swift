import FoundationEssentials

/// What stood in a watched folder at one moment.
///
/// Only files in the folder itself: what lies in folders below is somebody's order, `done` and `failed` are ours.
public struct FolderLook: Sendable, Equatable {
    /// Files that may be complete, by name.
    var arrivals: [String: FileStamp] = [:]
    /// Files under a temporary name, by name: somebody is still writing them.
    var underway: [String: FileStamp] = [:]
    /// Names that are left alone for good: links, pipes, and names that are no UTF-8 and cannot be opened by name.
    public private(set) var strangers: [String] = []

    init() {}

    /// Looks into a folder.
    ///
    /// - Throws: When the folder cannot be listed.
    init(at path: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
            let stamp = FileStamp(path: path + "/" + name)
            if stamp.isFile {
                if Self.isTemporary(name) { underway[name] = stamp } else { arrivals[name] = stamp }
            } else if !stamp.isFolder, !name.hasPrefix(".") {
                strangers.append(name)
            }
        }
    }

    /// Whether nothing is there that may be taken, now or at the next look.
    public var isEmpty: Bool { arrivals.isEmpty && underway.isEmpty }

    /// What copying, downloading and saving programs call a file before it is whole.
    static func isTemporary(_ name: String) -> Bool {
        let lower = name.lowercased()
        return lower.hasPrefix(".") || lower.hasPrefix("~$") || lower.hasSuffix("~")
            || endings.contains { lower.hasSuffix($0) }
    }

    private static let endings = [".part", ".partial", ".filepart", ".tmp", ".temp", ".crdownload", ".download"]
}
