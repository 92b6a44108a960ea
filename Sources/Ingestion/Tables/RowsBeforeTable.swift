import CSVReading
import Diagnostics
import Languages
import OfficeTables

/// The rows above the one that begins a table among several in a file.
struct RowsBeforeTable {
    /// How many there are, the beginning row included.
    private(set) var count = 0

    /// Reads on until a row begins with a text.
    ///
    /// - Throws: `DiagnosticsError` when no row does.
    mutating func skip(
        to beginning: String, in reader: inout CSVRecordReader, file: String
    ) throws(DiagnosticsError) {
        let wanted = LabelKey(beginning).text
        do throws(CSVReadingError) {
            while let record = try reader.next() {
                count += 1
                let texts = (try? record.texts()) ?? []
                guard let first = texts.first(where: { !LabelKey.isBlank($0) }) else { continue }
                if LabelKey(first).text.hasPrefix(wanted) { return }
            }
        } catch {
            throw DiagnosticsError(error.diagnostic)
        }
        throw DiagnosticsError(.noBeginning(beginning, file: file))
    }
}

extension Diagnostic {
    fileprivate static func noBeginning(_ text: String, file: String) -> Diagnostic {
        Diagnostic(
            code: "table.begin-not-found", position: SourcePosition(file: file), value: text,
            message: BilingualText(
                ja: "「\(text)」で始まる行がありません。", en: "No row begins with “\(text)”."),
            remedy: BilingualText(
                ja: "profile の table/begin を、このファイルの表題に合わせてください。",
                en: "Make the profile's table/begin fit this file's title."))
    }
}
