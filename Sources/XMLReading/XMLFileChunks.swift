import Glibc

/// A file's bytes in pieces, closed when the value goes away.
struct XMLFileChunks: ~Copyable {
    /// The most bytes of one piece.
    static let bytesPerChunk = 64 * 1024

    private let descriptor: Int32
    private let displayName: String

    /// Opens a file for reading.
    ///
    /// - Throws: `XMLReadingError` of kind `fileNotFound` or `fileUnreadable`.
    init(path: String, displayName: String) throws(XMLReadingError) {
        let opened = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard opened >= 0 else { throw Self.failure(errno, displayName) }
        descriptor = opened
        self.displayName = displayName
    }

    deinit {
        close(descriptor)
    }

    /// The next piece; empty at the end of the file.
    ///
    /// - Throws: `XMLReadingError` of kind `fileUnreadable`.
    mutating func next() throws(XMLReadingError) -> [UInt8] {
        var outcome = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Self.bytesPerChunk) { buffer, count in
            repeat {
                outcome = unsafe read(descriptor, buffer.baseAddress, Self.bytesPerChunk)
            } while outcome < 0 && errno == EINTR
            count = max(0, outcome)
        }
        guard outcome >= 0 else { throw Self.failure(errno, displayName) }
        return bytes
    }

    private static func failure(_ code: Int32, _ displayName: String) -> XMLReadingError {
        let reason = unsafe strerror(code).map { unsafe String(cString: $0) }
        return XMLReadingError(
            code == ENOENT || code == ENOTDIR ? .fileNotFound : .fileUnreadable, file: displayName, detail: reason)
    }
}
