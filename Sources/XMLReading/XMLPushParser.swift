import CXMLShims

/// libxml2's push parser, made safe: bytes go in, events come out of the collector.
///
/// The only file that sees the C parser. It owns the parser and frees it with itself.
@safe struct XMLPushParser: ~Copyable {
    /// What came out so far.
    let collector: XMLEventCollector

    private let parser: OpaquePointer
    private let room: CallbackRoom

    /// Makes a parser for UTF-8; `nil` when memory is out.
    init?(limits: XMLReadingLimits) {
        let collector = XMLEventCollector(limits: limits)
        let room = CallbackRoom(collector: collector)
        // The parser keeps the address only as long as it lives, and the room lives as long as this value.
        let address = unsafe Unmanaged.passUnretained(room).toOpaque()
        guard let opened = unsafe CXMLParserCreate(makeCallbacks(), address) else { return nil }
        unsafe room.parser = opened
        unsafe parser = opened
        self.collector = collector
        self.room = room
    }

    deinit {
        unsafe CXMLParserFree(parser)
    }

    /// Parses a piece that ends between two characters; a failure is kept in the collector.
    mutating func feed(_ bytes: [UInt8]) {
        guard !bytes.isEmpty, collector.failure == nil else { return }
        unsafe bytes.withUnsafeBufferPointer { buffer in
            // The buffer is not empty, so it has an address; a piece is far below 2 GiB.
            unsafe CXMLParserFeed(parser, buffer.baseAddress!, Int32(buffer.count))
        }
        guard collector.failure == nil else { return }
        let pending = unsafe CXMLParserPending(parser)
        let buffer = unsafe UnsafeBufferPointer(start: pending.bytes, count: Int(pending.count))
        switch unsafe collector.checkPending(buffer, line: pending.line) {
        case .mayGoOn: break
        case .isNoReference:
            // Told that nothing follows, the parser looks at the `&` now and names its fault.
            unsafe CXMLParserFinish(parser)
        }
    }

    /// Says that the document has ended; a failure is kept in the collector.
    mutating func finish() {
        guard collector.failure == nil else { return }
        collector.isFinishing = true
        unsafe CXMLParserFinish(parser)
    }
}

/// What the callbacks find behind the pointer they are given.
@safe private final class CallbackRoom {
    let collector: XMLEventCollector
    var parser: OpaquePointer?
    /// The line of the last callback.
    var line = 1
    /// Names by their address: libxml2 keeps one copy of each name as long as the parser lives.
    private var names: [UInt: String] = [:]

    init(collector: XMLEventCollector) {
        self.collector = collector
    }

    func name(_ pointer: UnsafePointer<UInt8>) -> String {
        let address = UInt(bitPattern: pointer)
        if let known = names[address] { return known }
        let name = unsafe String(cString: pointer)
        names[address] = name
        return name
    }

    func stopOnFailure() {
        if collector.failure != nil, let parser = unsafe parser { unsafe CXMLParserStop(parser) }
    }

    func attributes(_ pointer: UnsafePointer<CXMLAttribute>?, count: Int) -> [XMLAttribute] {
        guard let pointer = unsafe pointer, count > 0 else { return [] }
        var attributes: [XMLAttribute] = []
        attributes.reserveCapacity(count)
        for index in 0..<count {
            let attribute = unsafe pointer[index]
            let length = unsafe attribute.valueEnd - attribute.value
            let value = unsafe UnsafeBufferPointer(start: attribute.value, count: length)
            attributes.append(
                XMLAttribute(
                    name: unsafe name(attribute.localName),
                    namespace: unsafe attribute.namespaceURI.map { unsafe name($0) },
                    value: unsafe String(decoding: value, as: UTF8.self)))
        }
        return attributes
    }
}

private func callbackRoom(_ pointer: UnsafeMutableRawPointer) -> CallbackRoom {
    unsafe Unmanaged<CallbackRoom>.fromOpaque(pointer).takeUnretainedValue()
}

private func makeCallbacks() -> CXMLCallbacks {
    unsafe CXMLCallbacks(
        start: { pointer, localName, _, namespace, count, attributes, line in
            let room = unsafe callbackRoom(pointer)
            guard room.collector.failure == nil else { return }
            room.line = line
            if room.collector.admitsStart(attributeCount: Int(count), line: line) {
                room.collector.start(
                    XMLStartTag(
                        name: unsafe room.name(localName), namespace: unsafe namespace.map { unsafe room.name($0) },
                        attributes: unsafe room.attributes(attributes, count: Int(count)), line: line))
            }
            room.stopOnFailure()
        },
        end: { pointer, localName, line in
            let room = unsafe callbackRoom(pointer)
            guard room.collector.failure == nil else { return }
            room.line = line
            room.collector.end(name: unsafe room.name(localName), line: line)
        },
        text: { pointer, bytes, count in
            let room = unsafe callbackRoom(pointer)
            guard room.collector.failure == nil else { return }
            unsafe room.collector.append(UnsafeBufferPointer(start: bytes, count: Int(count)), line: room.line)
            room.stopOnFailure()
        },
        doctype: { pointer, name, publicID, systemID, line in
            let room = unsafe callbackRoom(pointer)
            guard let outside = unsafe systemID ?? publicID else { return }
            room.collector.note(.doctypeIgnored(unsafe String(cString: outside), line: line))
        },
        entity: { pointer, name, line in
            let room = unsafe callbackRoom(pointer)
            room.collector.fail(
                XMLReadingError(.entityDeclared, line: line, detail: unsafe String(cString: name)))
            room.stopOnFailure()
        },
        problem: { pointer, problem in
            let room = unsafe callbackRoom(pointer)
            let message = unsafe problem.message.map { unsafe String(cString: $0) } ?? ""
            room.collector.problem(
                message, isFatal: unsafe problem.isFatal != 0, isWithoutRoot: unsafe problem.isWithoutRoot != 0,
                isAtEnd: unsafe problem.isAtEnd != 0,
                line: unsafe Int(problem.line), column: unsafe Int(problem.column))
        })
}
