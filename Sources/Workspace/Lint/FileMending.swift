import CSVReading
public import Diagnostics
import FoundationEssentials
import Ingestion
import Languages
import OfficeTables
import Reporting

/// What became of a table that was to be mended.
public struct MendedFile: Sendable {
    /// The table, mended as far as it could be.
    public var table: String
    /// What stood around and below it, if anything did.
    public var notes: String?
    /// The sums that stood in it, if any did.
    public var totals: String?
    /// What is still wrong with the mended table.
    public var grade: FileGrade
}

extension FileInspections {
    /// Writes a table anew as the rules ask for.
    ///
    /// It becomes `NAME.mended.csv`; what may not stand in it goes to `NAME.notes.txt` and `NAME.totals.csv`. The file
    /// itself stays as it is.
    ///
    /// - Parameters:
    ///   - grade: What was found in the file.
    ///   - folder: Where to write; beside the file when left out.
    /// - Throws: `DiagnosticsError` when the file cannot be read, or one of that name is there already.
    public func mend(_ grade: FileGrade, in folder: String? = nil) throws(DiagnosticsError) -> MendedFile? {
        guard let check = grade.check, let path = grade.path else { return nil }
        let url = URL(filePath: path)
        let stem =
            (folder ?? url.deletingLastPathComponent().path) + "/" + url.deletingPathExtension().lastPathComponent
        var mending = ReadabilityMending(check)
        var table = DelimitedTextWriter()
        table.append(mending.header)
        var notes: [String] = []
        var totals: [ReadabilityMending.Total] = []
        do throws(CSVReadingError) {
            var reader = try CSVRecordReader(path: path, displayName: grade.file, encoding: nil, delimiter: nil)
            while let record = try reader.next() {
                switch mending.take((try? record.texts()) ?? [record.rawText], row: record.row) {
                case .row(let cells): table.append(cells)
                case .totals(let found): totals += found
                case .note(let text): notes.append(text)
                case .nothing: break
                }
                totals += mending.columnTotals
            }
        } catch {
            throw DiagnosticsError(error.diagnostic)
        }
        let written = try Self.write(table.text, to: stem + ".mended.csv")
        let noted = try notes.isEmpty ? nil : Self.write(notes.joined(separator: "\n") + "\n", to: stem + ".notes.txt")
        let summed = try totals.isEmpty ? nil : Self.write(Self.text(of: totals), to: stem + ".totals.csv")
        let again = grades(of: [written]).first ?? FileGrade(file: written)
        return MendedFile(table: written, notes: noted, totals: summed, grade: again)
    }

    private static func text(of totals: [ReadabilityMending.Total]) -> String {
        var writer = DelimitedTextWriter()
        writer.append(["もとの行", "見出し", "項目", "値"])
        for total in totals {
            writer.append([String(total.row), total.labels.joined(separator: " "), total.head, total.value])
        }
        return writer.text
    }

    /// Writes a file that is not there yet.
    private static func write(_ text: String, to path: String) throws(DiagnosticsError) -> String {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
        } catch {
            throw DiagnosticsError(.cannotWrite(path))
        }
        return path
    }
}

extension Diagnostic {
    fileprivate static func cannotWrite(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "lint.cannot-write", position: SourcePosition(file: path),
            message: BilingualText(
                ja: "書けません。同じ名前のファイルがあるか、書込み権限がありません。",
                en: "This cannot be written: there is such a file already, or it is not permitted."),
            remedy: BilingualText(
                ja: "前のファイルを移すか、--out で別のフォルダーを指定してください。",
                en: "Move the former file away, or name another folder with --out."))
    }
}
