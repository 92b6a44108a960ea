/// Where a document's bytes come from.
enum XMLByteSource: ~Copyable {
    case file(XMLFileChunks)
    case memory(bytes: [UInt8], position: Int, bytesPerChunk: Int)

    /// The next piece; empty at the end.
    ///
    /// - Throws: `XMLReadingError` of kind `fileUnreadable`.
    mutating func next() throws(XMLReadingError) -> [UInt8] {
        switch consume self {
        case .file(var chunks):
            do throws(XMLReadingError) {
                let bytes = try chunks.next()
                self = .file(chunks)
                return bytes
            } catch {
                self = .memory(bytes: [], position: 0, bytesPerChunk: 1)
                throw error
            }
        case .memory(let bytes, let position, let bytesPerChunk):
            let end = min(bytes.count, position + bytesPerChunk)
            self = .memory(bytes: bytes, position: end, bytesPerChunk: bytesPerChunk)
            return Array(bytes[position..<end])
        }
    }
}
