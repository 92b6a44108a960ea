import CZlib
import Testing

struct POSIXFailure: Error {}

/// Writes gzip files with zlib's own writer.
enum GzipWriting {
    static func zeros(megabytes: Int, to path: String) throws {
        let opened = unsafe gzopen(path, "wb9")
        guard let file = unsafe opened else { throw POSIXFailure() }
        let zeros = [UInt8](repeating: 0, count: 1 << 20)
        for _ in 0..<megabytes {
            let written = unsafe gzwrite(file, zeros, UInt32(zeros.count))
            #expect(written == Int32(zeros.count))
        }
        let code = unsafe gzclose(file)
        #expect(code == Z_OK)
    }
}
