public import ByteStreams
import Diagnostics

/// Reads a CSV file record by record, in bounded memory, and loses none.
///
/// The file is read twice: a survey of the whole finds encoding and hash, then the records are cut from chunks. When
/// the bytes of the two passes differ, the last call of `next()` throws instead of ending.
public struct CSVRecordReader: ~Copyable {
    private let survey: FileSurvey
    private let context: CSVRecordContext
    private let encodingWasDeclared: Bool
    private let delimiterWasDeclared: Bool
    private var source: CSVByteSource
    private var assembler: CSVRecordAssembler

    /// What was learnt about the file; `nil` before its end.
    public private(set) var summary: CSVReadingSummary?

    /// Opens a file and finds out how it is to be read.
    ///
    /// - Parameters:
    ///   - path: Where the file is.
    ///   - displayName: The file as the user named it, for messages.
    ///   - encoding: The declared encoding; `nil` to detect it.
    ///   - delimiter: The declared delimiter, an ASCII character; `nil` to detect it.
    ///   - limits: How much is put up with.
    /// - Throws: `CSVReadingError` when the file cannot be read, is no text, or its encoding is unknown.
    public init(
        path: String, displayName: String, encoding: TextEncoding?, delimiter: UInt8?,
        limits: CSVReadingLimits = .init()
    ) throws(CSVReadingError) {
        try self.init(
            path: path, displayName: displayName, encoding: encoding, delimiter: delimiter, limits: limits,
            bytesPerChunk: FileByteChunks.defaultBytesPerChunk)
    }

    init(
        path: String, displayName: String, encoding: TextEncoding?, delimiter: UInt8?, limits: CSVReadingLimits,
        bytesPerChunk: Int
    ) throws(CSVReadingError) {
        let survey = try Self.survey(
            path: path, displayName: displayName, encoding: encoding, limits: limits, bytesPerChunk: bytesPerChunk)
        let isTranscoded = !survey.encoding.keepsASCIIBytes
        let bytesEncoding = isTranscoded ? .utf8 : survey.encoding
        let decoder: CellTextDecoder
        do throws(CharacterConversionError) {
            decoder = try CellTextDecoder(encoding: bytesEncoding)
        } catch {
            throw .encodingUnavailable(file: displayName, survey.encoding)
        }
        var source = try CSVByteSource(
            path: path, displayName: displayName, survey: survey, bytesPerChunk: bytesPerChunk,
            maximumInflation: limits.maximumInflation)
        let head = try Self.head(of: &source)
        var dialect =
            delimiter.map { CSVDialect(delimiter: $0) }
            ?? detectDialect(of: head.bytes, isWholeFile: head.isWholeFile, encoding: bytesEncoding)
        if showsBackslashEscapes(head.bytes, delimiter: dialect.delimiter, encoding: bytesEncoding) {
            dialect.hasBackslashEscapes = true
        }
        let markBytes = survey.hasByteOrderMark ? survey.encoding.byteOrderMark.count : 0
        let context = CSVRecordContext(
            displayName: displayName, encoding: bytesEncoding, dialect: dialect, limits: limits, decoder: decoder,
            detectedEncoding: isTranscoded ? nil : survey.detectedEncoding,
            fileOffset: isTranscoded ? nil : markBytes)
        var assembler = CSVRecordAssembler(context: context)
        assembler.append(head.bytes)
        if head.isWholeFile { assembler.markEnd() }
        self.survey = survey
        self.context = context
        self.source = source
        self.assembler = assembler
        encodingWasDeclared = encoding != nil
        delimiterWasDeclared = delimiter != nil
    }

    /// The next record, problems included; `nil` at the end of the file.
    ///
    /// - Throws: `CSVReadingError` when the file cannot be read on, or changed since it was opened.
    public mutating func next() throws(CSVReadingError) -> CSVRecord? {
        while true {
            switch assembler.next() {
            case .record(let record):
                return record
            case .end:
                summarise()
                return nil
            case .needsMoreBytes:
                switch try source.next() {
                case .bytes(let bytes): assembler.append(bytes)
                case .end: assembler.markEnd()
                case .undecodable(let byte, let fileOffset): throw undecodable(byte, at: fileOffset)
                }
            }
        }
    }

    /// The dialect the file is read in.
    public var dialect: CSVDialect { context.dialect }

    /// The encoding the file is read in.
    public var encoding: TextEncoding { survey.encoding }

    /// The hash of the file as it was when it was opened.
    public var hash: ContentHash { survey.hash }

    /// The size of the file as it was when it was opened.
    public var byteCount: Int { survey.byteCount }

    /// Finds out about the file; one that is plainly meant to be in an encoding, but for a few bytes, is read in it, so
    /// that only the rows with these bytes are kept aside.
    private static func survey(
        path: String, displayName: String, encoding: TextEncoding?, limits: CSVReadingLimits, bytesPerChunk: Int
    ) throws(CSVReadingError) -> FileSurvey {
        func survey(_ encoding: TextEncoding?) throws(FileSurveyError) -> FileSurvey {
            try FileSurvey(
                path: path, displayName: displayName, declaring: encoding, bytesPerChunk: bytesPerChunk,
                maximumInflation: limits.maximumInflation)
        }
        do throws(FileSurveyError) {
            do throws(FileSurveyError) {
                return try survey(encoding)
            } catch {
                guard case .unknownEncoding(_, let misfit) = error, let likeliest = misfit.likeliest else {
                    throw error
                }
                return try survey(likeliest)
            }
        } catch {
            throw .unreadable(error)
        }
    }

    private static let bytesForDialect = 64 * 1024

    private static func head(
        of source: inout CSVByteSource
    ) throws(CSVReadingError) -> (bytes: [UInt8], isWholeFile: Bool) {
        var bytes: [UInt8] = []
        while bytes.count < bytesForDialect {
            switch try source.next() {
            case .bytes(let more): bytes.append(contentsOf: more)
            case .end: return (bytes, true)
            // The reader meets the same failure again, after the records before it.
            case .undecodable: return (bytes, false)
            }
        }
        return (bytes, false)
    }

    private func undecodable(_ byte: UInt8, at fileOffset: Int) -> CSVReadingError {
        .undecodable(
            UndecodableByte(
                position: SourcePosition(file: context.displayName, line: assembler.line, row: assembler.row),
                encoding: survey.encoding, byte: byte, fileOffset: fileOffset, suspicion: nil, cellText: nil))
    }

    private mutating func summarise() {
        summary = CSVReadingSummary(
            hash: survey.hash, byteCount: survey.byteCount, recordCount: assembler.row - 1,
            lineEnds: assembler.lineEnds, encoding: survey.encoding, encodingWasDeclared: encodingWasDeclared,
            hasByteOrderMark: survey.hasByteOrderMark, dialect: context.dialect,
            delimiterWasDeclared: delimiterWasDeclared)
    }
}
