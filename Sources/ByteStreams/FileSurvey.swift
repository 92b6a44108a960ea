/// What one pass over a whole file tells before it is read: identity, size and encoding.
///
/// The encoding is never guessed from the head: a file may be plain ASCII for a megabyte before the first name.
public struct FileSurvey: Sendable, Hashable {
    /// The hash of all bytes as they were delivered, packed or not.
    public let hash: ContentHash
    /// The size in bytes.
    public let byteCount: Int
    /// The encoding to read the file in: the declared one, else what was found.
    public let encoding: TextEncoding
    /// What the bytes themselves look like.
    ///
    /// ASCII counts as UTF-8; `nil` when the bytes fit no encoding.
    public let detectedEncoding: TextEncoding?
    /// Whether the file begins with the byte order mark of its encoding.
    public let hasByteOrderMark: Bool

    /// Reads a whole file once, in bounded memory.
    ///
    /// - Parameters:
    ///   - path: Where the file is.
    ///   - displayName: The file as the user named it, for messages; the path when `nil`.
    ///   - encoding: The encoding somebody declared; `nil` to find it out.
    ///   - bytesPerChunk: How many bytes are read at a time.
    ///   - maximumInflation: How many times its size a gzip file may grow to.
    /// - Throws: `FileSurveyError` when the file cannot be read, is no text, or fits no encoding and none is declared.
    public init(
        path: String, displayName: String? = nil, declaring encoding: TextEncoding? = nil,
        bytesPerChunk: Int = FileByteChunks.defaultBytesPerChunk,
        maximumInflation: Int = ContentChunks.defaultMaximumInflation
    ) throws(FileSurveyError) {
        let name = displayName ?? path
        var examination = EncodingExamination()
        let content: (hash: ContentHash, byteCount: Int)
        do throws(FileReadingError) {
            var chunks = try ContentChunks(
                path: path, displayName: name, bytesPerChunk: bytesPerChunk, maximumInflation: maximumInflation)
            while let chunk = try chunks.next() { examination.examine(chunk) }
            content = try chunks.finish()
        } catch {
            throw .unreadable(error)
        }
        let verdict = examination.finish()
        if let format = verdict.nonTextFormat { throw .notText(file: name, format) }
        if let encoding, let marked = verdict.markedEncoding, marked != encoding {
            throw .contradictsByteOrderMark(file: name, declared: encoding, marked: marked)
        }
        guard let chosen = encoding ?? verdict.detected else {
            throw .unknownEncoding(file: name, verdict.misfit)
        }
        hash = content.hash
        byteCount = content.byteCount
        self.encoding = chosen
        detectedEncoding = verdict.detected
        hasByteOrderMark = verdict.markedEncoding != nil
    }
}
