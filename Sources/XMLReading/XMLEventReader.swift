import ByteStreams
public import Diagnostics

/// Reads an XML document as a stream of events, in bounded memory.
///
/// Nothing but the document itself is ever opened: no entity is expanded, no DTD fetched. A failure is thrown only
/// after every event before it was handed out, and thrown again by each later call.
public struct XMLEventReader: ~Copyable {
    private let displayName: String
    private var source: XMLByteSource
    private var decoder = XMLTextDecoder()
    private var parser: XMLPushParser
    private var failure: XMLReadingError?
    private var isAtEnd = false
    private var hasLooked = false

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: Where the file is.
    ///   - displayName: The name used in messages.
    ///   - limits: What counts as hostile.
    /// - Throws: `XMLReadingError` of kind `fileNotFound` or `fileUnreadable`.
    public init(path: String, displayName: String, limits: XMLReadingLimits = .init()) throws(XMLReadingError) {
        let source = try XMLByteSource.file(path: path, displayName: displayName, limits: limits)
        try self.init(source: source, displayName: displayName, limits: limits)
    }

    /// Reads a document that is in memory.
    ///
    /// - Parameters:
    ///   - bytes: The document as it would stand in a file.
    ///   - displayName: The name used in messages.
    ///   - limits: What counts as hostile.
    ///   - bytesPerChunk: How much is parsed at a time.
    /// - Throws: `XMLReadingError` of kind `fileUnreadable` when memory is out.
    public init(
        bytes: [UInt8], displayName: String, limits: XMLReadingLimits = .init(), bytesPerChunk: Int = 64 * 1024
    ) throws(XMLReadingError) {
        let source = XMLByteSource.memory(bytes: bytes, position: 0, bytesPerChunk: max(1, bytesPerChunk))
        try self.init(source: source, displayName: displayName, limits: limits)
    }

    private init(
        source: consuming XMLByteSource, displayName: String, limits: XMLReadingLimits
    ) throws(XMLReadingError) {
        guard let parser = XMLPushParser(limits: limits) else {
            throw XMLReadingError(.fileUnreadable, file: displayName, detail: "out of memory")
        }
        self.displayName = displayName
        self.source = source
        self.parser = parser
    }

    /// The next event; `nil` after the root element has ended and the document with it.
    ///
    /// - Throws: `XMLReadingError` when the document breaks off, breaks a rule or a limit, or cannot be read.
    public mutating func next() throws(XMLReadingError) -> XMLEvent? {
        while true {
            if let event = parser.collector.takeEvent() { return event }
            if let failure { throw failure }
            if isAtEnd { return nil }
            advance()
        }
    }

    /// Things worth knowing about the document so far.
    public var notices: [Diagnostic] {
        var all = parser.collector.notices
        if let found = decoder.detection, found.contradictsDeclaration, let declared = found.declared {
            all.insert(.encodingDeclarationIgnored(declared, used: found.encoding.name), at: 0)
        }
        for index in all.indices { all[index].position?.file = displayName }
        return all
    }

    /// The encoding named in the XML declaration.
    public var declaredEncoding: String? { decoder.detection?.declared }

    /// The root element's local name, once it was parsed.
    public var rootName: String? { parser.collector.rootName }

    /// Elements parsed so far, taken or not.
    var elementCount: Int { parser.collector.elementCount }

    /// A workbook or archive is named as what it is, not as XML with a fault.
    private mutating func refuseOtherFormats(_ head: [UInt8]) throws(XMLReadingError) {
        hasLooked = true
        guard let format = NonTextFormat(firstBytes: head), format != .utf32 else { return }
        throw XMLReadingError(.notText(file: displayName, format), displayName)
    }

    /// Parses one more piece; whatever goes wrong is kept until the events before it are taken.
    private mutating func advance() {
        do throws(XMLReadingError) {
            let piece = try source.next()
            let isLast = piece.isEmpty
            if !hasLooked { try refuseOtherFormats(piece) }
            let decoded = decoder.decode(piece, isLast: isLast)
            parser.feed(decoded.text)
            if decoded.failure == nil, isLast {
                parser.finish()
                isAtEnd = true
            }
            failure = parser.collector.failure ?? decoded.failure
            if failure == nil, isAtEnd, !parser.collector.isRootClosed { failure = XMLReadingError(.truncated) }
        } catch {
            failure = error
        }
        failure?.file = displayName
        if failure?.kind == .truncated {
            // Where the parser gave up may be the start of the unfinished tag; what a person looks for is the end.
            failure?.line = decoder.line
            failure?.column = decoder.column
        }
    }
}
