import FoundationEssentials

/// A folder of its own for each test, gone when the test is.
package final class ScratchFolder: Sendable {
    /// Where it lies.
    package let path: String

    /// An empty folder.
    package init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "dmo-test-" + UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, making its folders.
    package func write(_ text: String, to name: String) throws {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}
