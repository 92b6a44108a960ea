import ByteStreams

/// A file's bytes as the tokenizer wants them: without byte order mark, in an encoding that keeps ASCII bytes.
struct CSVByteSource: ~Copyable {
    /// Bytes for the tokenizer, or why there are no more.
    enum Portion {
        case bytes([UInt8])
        /// A byte at this offset in the file cannot be transcoded; everything before it was delivered.
        case undecodable(byte: UInt8, fileOffset: Int)
        case end
    }

    private let displayName: String
    private let survey: FileSurvey
    private var chunks: ContentChunks
    private var transcoding: CharacterConversion?
    private var markBytesToSkip: Int
    private var failure: (byte: UInt8, fileOffset: Int)?
    private var isEnded = false

    init(
        path: String, displayName: String, survey: FileSurvey, bytesPerChunk: Int, maximumInflation: Int
    ) throws(CSVReadingError) {
        let transcoding: CharacterConversion?
        do throws(CharacterConversionError) {
            transcoding = survey.encoding.keepsASCIIBytes ? nil : try CharacterConversion(from: survey.encoding)
        } catch {
            throw .encodingUnavailable(file: displayName, survey.encoding)
        }
        let chunks: ContentChunks
        do throws(FileReadingError) {
            chunks = try ContentChunks(
                path: path, displayName: displayName, bytesPerChunk: bytesPerChunk, maximumInflation: maximumInflation)
        } catch {
            throw .unreadable(.unreadable(error))
        }
        self.displayName = displayName
        self.survey = survey
        self.transcoding = transcoding
        self.chunks = chunks
        markBytesToSkip = survey.hasByteOrderMark ? survey.encoding.byteOrderMark.count : 0
    }

    /// The next bytes; an empty array is possible and means nothing.
    ///
    /// - Throws: `CSVReadingError` when the file cannot be read on, or has changed since it was surveyed.
    mutating func next() throws(CSVReadingError) -> Portion {
        if let failure { return .undecodable(byte: failure.byte, fileOffset: failure.fileOffset) }
        guard !isEnded else { return .end }
        guard var chunk = try nextChunk() else {
            isEnded = true
            return try lastPortion()
        }
        if markBytesToSkip > 0 {
            let skipped = min(markBytesToSkip, chunk.count)
            chunk.removeFirst(skipped)
            markBytesToSkip -= skipped
        }
        return .bytes(transcode(chunk))
    }

    private mutating func nextChunk() throws(CSVReadingError) -> [UInt8]? {
        do throws(FileReadingError) {
            return try chunks.next()
        } catch {
            throw .unreadable(.unreadable(error))
        }
    }

    /// The end of the file: the second pass must have seen the bytes of the first.
    private mutating func lastPortion() throws(CSVReadingError) -> Portion {
        do throws(FileReadingError) {
            let content = try chunks.finish()
            guard content.hash == survey.hash else { throw FileReadingError(.changedWhileReading, path: displayName) }
        } catch {
            throw error.code == .changedWhileReading
                ? .changedWhileReading(file: displayName) : .unreadable(.unreadable(error))
        }
        var rest: [UInt8] = []
        do throws(CharacterConversionError) {
            try transcoding?.finish(into: &rest)
        } catch {
            note(error)
        }
        return rest.isEmpty && failure == nil ? .end : .bytes(rest)
    }

    private mutating func transcode(_ chunk: [UInt8]) -> [UInt8] {
        guard transcoding != nil else { return chunk }
        var output: [UInt8] = []
        output.reserveCapacity(chunk.count * 2)
        do throws(CharacterConversionError) {
            try transcoding?.append(chunk, to: &output)
        } catch {
            note(error)
        }
        return output
    }

    private mutating func note(_ error: CharacterConversionError) {
        guard case .undecodable(_, let byte, let offset) = error else { return }
        let markBytes = survey.hasByteOrderMark ? survey.encoding.byteOrderMark.count : 0
        failure = (byte, markBytes + offset)
    }
}
