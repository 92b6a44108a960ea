import Crypto
import Glibc

/// A file's bytes in chunks of bounded size, hashed on the way.
///
/// The file is closed when the value goes out of scope.
public struct FileByteChunks: ~Copyable {
    /// The size of a chunk unless another is asked for: 256 KiB.
    public static let defaultBytesPerChunk = 256 * 1024

    private let descriptor: Int32
    private let displayName: String
    private let bytesPerChunk: Int
    private let stampAtStart: FileStamp
    private let isHashed: Bool
    private var hasher = SHA256()
    private var byteCount = 0

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: Where the file is.
    ///   - displayName: The file as the user named it, for messages; the path when `nil`.
    ///   - bytesPerChunk: How many bytes a chunk holds at most.
    ///   - isHashed: Whether the bytes are hashed here; a caller that hashes them elsewhere ends with `finishUnhashed()`.
    /// - Throws: `FileReadingError` when it is no regular file, or cannot be opened.
    public init(
        path: String, displayName: String? = nil, bytesPerChunk: Int = defaultBytesPerChunk, isHashed: Bool = true
    ) throws(FileReadingError) {
        let name = displayName ?? path
        // Without O_NONBLOCK, opening a named pipe would wait for a writer, perhaps for ever.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileReadingError(errorNumber: errno, path: name) }
        let stamp: FileStamp
        do {
            stamp = try FileStamp(descriptor: descriptor, path: name)
        } catch {
            // No deinit runs for a value that was never made.
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
        self.displayName = name
        self.bytesPerChunk = max(1, bytesPerChunk)
        self.isHashed = isHashed
        stampAtStart = stamp
    }

    deinit {
        close(descriptor)
    }

    /// The size of the file when it was opened.
    public var sizeAtStart: Int { stampAtStart.byteCount }

    /// The next bytes, never an empty array; `nil` at the end of the file.
    ///
    /// - Throws: `FileReadingError` when the operating system cannot read on.
    public mutating func next() throws(FileReadingError) -> [UInt8]? {
        let descriptor = self.descriptor
        var failure: Int32 = 0
        let chunk = unsafe [UInt8](unsafeUninitializedCapacity: bytesPerChunk) { buffer, count in
            var result: Int
            repeat {
                result = unsafe read(descriptor, buffer.baseAddress, buffer.count)
            } while result < 0 && errno == EINTR
            if result < 0 { failure = errno }
            count = max(0, result)
        }
        guard failure == 0 else { throw FileReadingError(errorNumber: failure, path: displayName) }
        guard !chunk.isEmpty else { return nil }
        if isHashed { hasher.update(data: chunk) }
        byteCount += chunk.count
        return chunk
    }

    /// Reads what is left and tells the hash and the size of the whole file.
    ///
    /// - Throws: `FileReadingError`, with `changedWhileReading` when the size or the time of the last change
    ///   differs from when the file was opened, or the size from what was read.
    public mutating func finish() throws(FileReadingError) -> (hash: ContentHash, byteCount: Int) {
        precondition(isHashed)
        let byteCount = try finishUnhashed()
        return (ContentHash(digest: hasher.finalize()), byteCount)
    }

    /// Reads what is left and tells the size of the whole file, for a caller that hashed every chunk itself.
    ///
    /// - Throws: As `finish()`.
    public mutating func finishUnhashed() throws(FileReadingError) -> Int {
        while try next() != nil {}
        let stamp = try FileStamp(descriptor: descriptor, path: displayName)
        guard stamp == stampAtStart, stamp.byteCount == byteCount else {
            throw FileReadingError(.changedWhileReading, path: displayName)
        }
        return byteCount
    }
}

/// What tells cheaply that a file was written to.
private struct FileStamp: Equatable {
    let byteCount: Int
    let seconds: Int
    let nanoseconds: Int

    init(descriptor: Int32, path: String) throws(FileReadingError) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw FileReadingError(errorNumber: errno, path: path) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw FileReadingError(.isDirectory, path: path)
        default: throw FileReadingError(.notRegularFile, path: path)
        }
        byteCount = Int(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }
}
