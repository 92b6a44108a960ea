import ByteStreams

/// Where a document's bytes come from.
enum XMLByteSource: ~Copyable {
    case file(ContentChunks)
    case memory(bytes: [UInt8], position: Int, bytesPerChunk: Int)

    /// Opens a file.
    ///
    /// - Throws: `XMLReadingError` of kind `fileNotFound` or `fileUnreadable`.
    static func file(
        path: String, displayName: String, limits: XMLReadingLimits
    ) throws(XMLReadingError) -> XMLByteSource {
        do throws(FileReadingError) {
            return .file(
                try ContentChunks(
                    path: path, displayName: displayName, bytesPerChunk: 64 * 1024,
                    maximumInflation: limits.maximumInflation))
        } catch {
            throw XMLReadingError(.unreadable(error), displayName)
        }
    }

    /// The next piece; empty at the end.
    ///
    /// - Throws: `XMLReadingError` of kind `fileUnreadable`.
    mutating func next() throws(XMLReadingError) -> [UInt8] {
        switch consume self {
        case .file(var chunks):
            do throws(FileReadingError) {
                let bytes = try chunks.next() ?? []
                self = .file(chunks)
                return bytes
            } catch {
                self = .memory(bytes: [], position: 0, bytesPerChunk: 1)
                throw XMLReadingError(.unreadable(error), error.path)
            }
        case .memory(let bytes, let position, let bytesPerChunk):
            let end = min(bytes.count, position + bytesPerChunk)
            self = .memory(bytes: bytes, position: end, bytesPerChunk: bytesPerChunk)
            return Array(bytes[position..<end])
        }
    }
}

extension XMLReadingError {
    /// A file that cannot be read, or is a workbook or an archive.
    init(_ error: FileSurveyError, _ displayName: String) {
        var kind = Kind.fileUnreadable
        if case .unreadable(let reason) = error, reason.code == .notFound { kind = .fileNotFound }
        self.init(kind, file: displayName)
        fileError = error
    }
}
