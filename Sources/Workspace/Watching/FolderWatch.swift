/// Decides, look by look, which files in a folder are complete.
///
/// A pure value: it neither waits nor reads a clock. Whoever looks decides how far apart the looks are.
public struct FolderWatch: Sendable {
    private var last: FolderLook?

    /// Begins to watch; nothing is known yet.
    public init() {}

    /// Takes in a look.
    ///
    /// A file is complete when nobody wrote it since the look before (same file, size and time of modification), or when
    /// it stood there under a temporary name and was given its own: whoever renames a file has finished it.
    ///
    /// - Returns: The complete files' names in the order to load them, so that a correction sorted behind its original
    ///   comes after it.
    public mutating func complete(at look: FolderLook) -> [String] {
        defer { last = look }
        guard let last else { return [] }
        return look.arrivals.filter { name, stamp in
            last.arrivals[name] == stamp || last.underway.values.contains { $0.isSameFile(as: stamp) }
        }.keys.sorted()
    }

    /// Files of the latest look that are not complete, in the order of their names.
    ///
    /// - Parameter complete: What `complete(at:)` found.
    public func unfinished(besides complete: [String]) -> [String] {
        guard let last else { return [] }
        return (last.underway.keys + last.arrivals.keys.filter { !complete.contains($0) }).sorted()
    }
}
