import Glibc

/// Why a file's bytes could not be read.
public struct FileReadingError: Error, Sendable, Hashable {
    /// The kind of failure.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// There is no file of that name.
        case notFound = "not-found"
        /// The name is a folder's.
        case isDirectory = "is-directory"
        /// The user may not read it.
        case permissionDenied = "permission-denied"
        /// A pipe, a socket or a device: it cannot be read twice.
        case notRegularFile = "not-regular-file"
        /// Its bytes changed between the beginning and the end of reading.
        case changedWhileReading = "changed-while-reading"
        /// A gzip file that ends before its content does.
        case gzipTruncated = "gzip-truncated"
        /// A gzip file whose content does not fit its checksum, or that is none after its beginning.
        case gzipDamaged = "gzip-damaged"
        /// A gzip file that grows to more than the limit times its size.
        case gzipGrowsTooMuch = "gzip-grows-too-much"
        /// The operating system reported another failure.
        case ioError = "io-error"
    }

    /// The kind of failure.
    public var code: Code
    /// The file as the user named it.
    public var path: String
    /// The operating system's error number (`errno`); 0 when the system reported none.
    public var errorNumber: Int32
    /// The limit that was passed, for the codes that have one.
    public var limit: Int?

    /// Makes an error.
    public init(_ code: Code, path: String, errorNumber: Int32 = 0, limit: Int? = nil) {
        self.code = code
        self.path = path
        self.errorNumber = errorNumber
        self.limit = limit
    }

    /// Makes an error from what `open` or `read` reported.
    init(errorNumber: Int32, path: String) {
        let code: Code =
            switch errorNumber {
            case ENOENT, ENOTDIR: .notFound
            case EISDIR: .isDirectory
            case EACCES, EPERM: .permissionDenied
            case ENXIO: .notRegularFile
            default: .ioError
            }
        self.init(code, path: path, errorNumber: errorNumber)
    }
}
