import CXMLShims

/// The C reader of plain records, made safe: it owns the reader, the names it compares with, and frees both.
@safe struct XMLRowParser: ~Copyable {
    private let rows: OpaquePointer
    private let shape: CXMLRowsShape
    private let names: [UnsafeMutablePointer<CChar>]
    private let stepPointers: UnsafeMutablePointer<UnsafePointer<CChar>>
    private let fieldPointers: UnsafeMutablePointer<CXMLRowsField>
    private let stepNames: [String]
    private var blockCount = 0

    /// - Returns: `nil` when memory is out.
    init?(steps: [String], fields: [(name: String, isAttribute: Bool)], limits: XMLReadingLimits) {
        precondition(!steps.isEmpty)
        let copied = unsafe (steps + fields.map(\.name)).map { unsafe copy($0) }
        let stepPointers = UnsafeMutablePointer<UnsafePointer<CChar>>.allocate(capacity: steps.count)
        for at in steps.indices { unsafe (stepPointers + at).initialize(to: UnsafePointer(copied[at])) }
        let fieldPointers = UnsafeMutablePointer<CXMLRowsField>.allocate(capacity: max(1, fields.count))
        for (at, field) in fields.enumerated() {
            unsafe (fieldPointers + at).initialize(
                to: CXMLRowsField(name: copied[steps.count + at], isAttribute: field.isAttribute ? 1 : 0))
        }
        let shape = unsafe CXMLRowsShape(
            steps: stepPointers, stepCount: steps.count, fields: fieldPointers, fieldCount: fields.count)
        let opened = unsafe CXMLRowsCreate(
            shape,
            CXMLRowsLimits(
                depth: limits.maximumDepth, attributes: limits.maximumAttributes, textBytes: limits.maximumTextBytes))
        guard let rows = unsafe opened else {
            // No deinit runs for a value that was never made.
            unsafe release(copied, stepPointers, fieldPointers)
            return nil
        }
        unsafe self.rows = rows
        unsafe self.shape = shape
        unsafe names = copied
        unsafe self.stepPointers = stepPointers
        unsafe self.fieldPointers = fieldPointers
        stepNames = steps
    }

    deinit {
        unsafe CXMLRowsFree(rows)
        unsafe release(names, stepPointers, fieldPointers)
    }

    /// Parses a piece that ends between two characters.
    ///
    /// - Returns: Whether the document is still plain.
    mutating func feed(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty else { return true }
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            // The buffer is not empty, so it has an address; a piece is far below 2 GiB.
            unsafe CXMLRowsFeed(rows, buffer.baseAddress!, Int32(buffer.count)) != 0
        }
    }

    /// Says that the document has ended.
    ///
    /// - Returns: Whether it ended well.
    mutating func finish() -> Bool { unsafe CXMLRowsFinish(rows) != 0 }

    /// How many bytes the rows read so far have.
    var waitingBytes: Int { unsafe Int(CXMLRowsTake(rows).byteCount) }

    /// How many rows have been read since the last block.
    var waitingRows: Int { unsafe Int(CXMLRowsTake(rows).rowCount) }

    /// Takes the rows read so far.
    mutating func takeBlock() -> XMLRowBlock {
        let table = unsafe CXMLRowsTake(rows)
        let (rowCount, byteCount, width) = unsafe (Int(table.rowCount), Int(table.byteCount), shape.fieldCount + 1)
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteCount + XMLRowBlock.padding) { buffer, count in
            if let source = unsafe table.bytes, byteCount > 0 {
                unsafe buffer.baseAddress!.update(from: source, count: byteCount)
            }
            for at in byteCount..<(byteCount + XMLRowBlock.padding) { unsafe buffer[at] = 0 }
            count = byteCount + XMLRowBlock.padding
        }
        let block = unsafe XMLRowBlock(
            index: blockCount, bytes: bytes,
            words: Array(UnsafeBufferPointer(start: table.words, count: rowCount * width)),
            rowCount: rowCount, unmapped: unmapped(of: table),
            lines: Array(UnsafeBufferPointer(start: table.lines, count: rowCount * width)),
            positions: Array(UnsafeBufferPointer(start: table.positions, count: rowCount * stepNames.count)),
            stepNames: stepNames)
        blockCount += 1
        unsafe CXMLRowsClear(rows)
        return block
    }

    private func unmapped(of table: CXMLRowsTable) -> (row: Int, names: [String])? {
        let row = unsafe table.unmappedRow
        guard let start = unsafe table.unmapped, row >= 0, unsafe row < Int(table.rowCount) else { return nil }
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(table.unmappedLength))
        let found = unsafe bytes.split(separator: 0).map { unsafe String(decoding: $0, as: UTF8.self) }
        var names: [String] = []
        for name in found where names.count < XMLRecord.mostUnmappedNames && !names.contains(name) { names.append(name) }
        return (row, names)
    }
}

private func copy(_ name: String) -> UnsafeMutablePointer<CChar> {
    let bytes = name.utf8CString
    let copied = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    for (at, byte) in bytes.enumerated() { unsafe (copied + at).initialize(to: byte) }
    return unsafe copied
}

private func release(
    _ names: [UnsafeMutablePointer<CChar>], _ steps: UnsafeMutablePointer<UnsafePointer<CChar>>,
    _ fields: UnsafeMutablePointer<CXMLRowsField>
) {
    unsafe names.forEach { unsafe $0.deallocate() }
    unsafe steps.deallocate()
    unsafe fields.deallocate()
}
