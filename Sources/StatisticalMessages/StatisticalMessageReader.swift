public import ByteStreams
public import CSVReading
import Diagnostics
public import XMLReading

/// A kind of statistical message.
public enum MessageKind: Sendable, Hashable {
    /// An answer of e-Stat's data service, as XML or CSV.
    case eStat
    /// SDMX-ML or SDMX-CSV.
    case sdmx
}

/// How a message's file is to be read.
public struct MessageReadingOptions: Sendable, Hashable {
    /// The declared encoding of a message written as CSV; `nil` to find out.
    public var encoding: TextEncoding?
    /// The declared delimiter of a message written as CSV; `nil` to find out.
    public var delimiter: UInt8?
    /// What is put up with in CSV.
    public var csvLimits: CSVReadingLimits
    /// What is put up with in XML.
    public var xmlLimits: XMLReadingLimits

    /// Makes options; without arguments, everything is found out.
    public init(
        encoding: TextEncoding? = nil, delimiter: UInt8? = nil, csvLimits: CSVReadingLimits = .init(),
        xmlLimits: XMLReadingLimits = .init()
    ) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.csvLimits = csvLimits
        self.xmlLimits = xmlLimits
    }
}

/// Reads the numbers of a statistical message one after another, in bounded memory.
///
/// Whether the file is XML or CSV shows in its first bytes; the same fields are read from both.
public struct StatisticalMessageReader {
    private let decoder: any MessageDecoder

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: Where the file is.
    ///   - displayName: The file as the user named it, for messages.
    ///   - kind: What kind of message it is.
    ///   - fields: What is wanted of each number.
    ///   - options: How it is to be read.
    /// - Throws: `MessageReadingError` when the file cannot be read at all.
    public init(
        path: String, displayName: String, kind: MessageKind, fields: [MessageField],
        options: MessageReadingOptions = .init()
    ) throws(MessageReadingError) {
        switch try Self.syntax(path: path, displayName: displayName, options: options) {
        case .json: throw MessageReadingError(.jsonMessage(at: SourcePosition(file: displayName)))
        case .xml:
            let events: XMLEventReader
            do throws(XMLReadingError) {
                events = try XMLEventReader(path: path, displayName: displayName, limits: options.xmlLimits)
            } catch {
                throw MessageReadingError(error.diagnostic)
            }
            decoder = Self.decoder(of: events, kind: kind, fields: fields, displayName: displayName)
        case .csv:
            let reader: CSVRecordReader
            do throws(CSVReadingError) {
                reader = try CSVRecordReader(
                    path: path, displayName: displayName, encoding: options.encoding, delimiter: options.delimiter,
                    limits: options.csvLimits)
            } catch {
                throw MessageReadingError(error.diagnostic)
            }
            let source = MessageCSVSource(reader)
            switch kind {
            case .eStat: decoder = EStatCSVDecoder(source: source, fields: fields, file: displayName)
            case .sdmx: decoder = SDMXCSVDecoder(source: source, fields: fields, file: displayName)
            }
        }
    }

    /// Reads an XML message that is in memory.
    ///
    /// - Throws: `MessageReadingError` when memory is out.
    public init(
        xml bytes: [UInt8], displayName: String, kind: MessageKind, fields: [MessageField],
        limits: XMLReadingLimits = .init()
    ) throws(MessageReadingError) {
        let events: XMLEventReader
        do throws(XMLReadingError) {
            events = try XMLEventReader(bytes: bytes, displayName: displayName, limits: limits)
        } catch {
            throw MessageReadingError(error.diagnostic)
        }
        decoder = Self.decoder(of: events, kind: kind, fields: fields, displayName: displayName)
    }

    /// The next number; `nil` at the end.
    ///
    /// - Throws: `MessageReadingError` when the message is an error, breaks off, or cannot be read on.
    public func next() throws(MessageReadingError) -> MessageObservation? { try decoder.next() }

    /// What the message said about itself so far; complete when `next()` has returned `nil`.
    public var summary: MessageSummary { decoder.summary }

    private enum Syntax {
        case xml, csv, json
    }

    private static func decoder(
        of events: consuming XMLEventReader, kind: MessageKind, fields: [MessageField], displayName: String
    ) -> any MessageDecoder {
        switch kind {
        case .eStat: EStatXMLDecoder(events: events, fields: fields, file: displayName)
        case .sdmx: SDMXXMLDecoder(events: events, fields: fields, file: displayName)
        }
    }

    /// What the first character says, behind byte order marks, zeros of wide encodings and white space.
    private static func syntax(
        path: String, displayName: String, options: MessageReadingOptions
    ) throws(MessageReadingError) -> Syntax {
        do throws(FileReadingError) {
            var chunks = try ContentChunks(
                path: path, displayName: displayName, bytesPerChunk: 4096,
                maximumInflation: options.xmlLimits.maximumInflation)
            let head = try chunks.next() ?? []
            let first = head.first { ![0, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
            switch first {
            case UInt8(ascii: "<"): return .xml
            case UInt8(ascii: "{"), UInt8(ascii: "["): return .json
            default: return .csv
            }
        } catch {
            throw MessageReadingError(error.diagnostic)
        }
    }
}
