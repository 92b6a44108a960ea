// What libFuzzer calls with ever new bytes: they are read as an Arrow stream, as a Spark server sends its answers.

import ArrowReading
import Languages

/// Reads one input; stops the process when something does not hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let bytes = [UInt8](UnsafeBufferPointer(start: data, count: size))
    do throws(ArrowError) {
        let table = try ArrowStreamReader.table(of: bytes)
        precondition(table.names.count == table.columns.count, "columns without names")
        precondition(table.columns.allSatisfy { $0.count == table.rowCount }, "columns of unequal length")
        // Eight rows of yes or no, or of nothing but missing texts, take a byte at least.
        precondition(table.columns.isEmpty || table.rowCount <= 8 * size, "more rows than bytes")
    } catch {
        precondition(!error.message.en.isEmpty && !error.message.ja.isEmpty, "refused without a reason")
    }
    return 0
}
