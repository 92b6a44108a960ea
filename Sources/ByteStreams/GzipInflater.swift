import CZlib

/// Unpacks gzip data (RFC 1952), one member at a time; owns a stream of zlib.
@safe struct GzipInflater: ~Copyable {
    /// How a step ended.
    enum Outcome {
        /// All input given was used; more is needed.
        case needsInput
        /// There is more output than there was room for.
        case hasMoreOutput
        /// The member is complete, its checksum and length right.
        case memberEnd
        /// This is no gzip data, or its checksum or length is wrong.
        case damaged
    }

    private let stream: UnsafeMutablePointer<z_stream>

    /// Opens a stream; `nil` when memory is out.
    init?() {
        guard let opened = unsafe CZlibGzipOpen() else { return nil }
        unsafe stream = opened
    }

    deinit {
        unsafe CZlibGzipClose(stream)
    }

    /// Makes ready for another member.
    mutating func reset() {
        unsafe inflateReset(stream)
    }

    /// Unpacks some input.
    ///
    /// - Parameters:
    ///   - input: Packed bytes.
    ///   - start: Where in them to go on.
    ///   - room: How many bytes may come out.
    /// - Returns: The unpacked bytes, how many packed ones were used, and how it ended.
    mutating func inflate(
        _ input: [UInt8], from start: Int, room: Int
    ) -> (output: [UInt8], consumed: Int, outcome: Outcome) {
        var consumed = 0
        var code: Int32 = Z_OK
        let output = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            unsafe input.withUnsafeBufferPointer { bytes in
                // zlib's prototype lacks `const`; it does not write to its input. Chunks are far below 4 GiB.
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress?.advanced(by: start))
                unsafe stream.pointee.avail_in = UInt32(bytes.count - start)
                unsafe stream.pointee.next_out = buffer.baseAddress
                unsafe stream.pointee.avail_out = UInt32(room)
                code = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
                consumed = unsafe bytes.count - start - Int(stream.pointee.avail_in)
                count = unsafe room - Int(stream.pointee.avail_out)
            }
        }
        let outcome: Outcome =
            switch code {
            case Z_STREAM_END: .memberEnd
            // Z_BUF_ERROR: nothing could be done for want of input, which is no fault.
            case Z_OK, Z_BUF_ERROR: output.count == room ? .hasMoreOutput : .needsInput
            default: .damaged
            }
        return (output, consumed, outcome)
    }
}
