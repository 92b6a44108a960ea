import FoundationEssentials

/// A file that lives as long as the value.
package final class TemporaryFile: Sendable {
    /// Where it lies.
    package let path: String

    /// A file with these bytes.
    package init(_ bytes: [UInt8]) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "dmo-\(UUID().uuidString)").path()
        try write(bytes)
    }

    /// A file with a text in UTF-8.
    package convenience init(_ text: String) throws { try self.init(Array(text.utf8)) }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes other bytes in place of those that are there.
    package func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path)) }
}
