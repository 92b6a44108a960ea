import ByteStreams
import CSVReading
import Diagnostics
import Languages
import OfficeTables

/// The first rows of a file, and what its bytes say about it.
struct SheetHead {
    private(set) var rows: [[String]] = []
    private(set) var findings: [FileInspection.Finding] = []

    init(_ file: SourceFile) throws(DiagnosticsError) {
        do throws(CSVReadingError) {
            var reader = try CSVRecordReader(
                path: file.path, displayName: file.displayName, encoding: nil, delimiter: nil)
            while rows.count < SheetInspector.rowsLookedAt, let record = try reader.next() {
                rows.append((try? record.texts()) ?? [record.rawText])
            }
            let widths = Dictionary(grouping: rows.filter { $0.count > 1 }, by: \.count)
            let commonest = widths.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
            findings = [
                Self.encoding(reader.encoding),
                Self.delimiter(
                    reader.dialect.delimiter, width: commonest?.key ?? 1,
                    share: Double(commonest?.value.count ?? 0) / Double(max(1, rows.count))),
            ]
        } catch {
            throw DiagnosticsError(error.diagnostic)
        }
    }

    private static func encoding(_ encoding: TextEncoding) -> FileInspection.Finding {
        FileInspection.Finding(
            subject: BilingualText(ja: "文字コード", en: "encoding"), found: BilingualText(verbatim: encoding.rawValue),
            evidence: BilingualText(ja: "ファイル全体を調べて判定", en: "found from the whole file"), confidence: 0.99)
    }

    private static func delimiter(_ byte: UInt8, width: Int, share: Double) -> FileInspection.Finding {
        let name = byte == 0x09 ? "tab" : String(Unicode.Scalar(byte))
        return FileInspection.Finding(
            subject: BilingualText(ja: "区切り文字", en: "delimiter"), found: BilingualText(verbatim: name),
            evidence: BilingualText(
                ja: "調べた行の \(Int(share * 100))% が \(width) 列",
                en: "\(Int(share * 100))% of the rows looked at have \(width) cells"),
            confidence: min(0.99, 0.5 + share / 2))
    }
}
