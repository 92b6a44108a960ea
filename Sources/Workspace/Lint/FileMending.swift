import CSVReading
public import Diagnostics
import FoundationEssentials
import Ingestion
import Languages
public import OfficeTables
import Reporting

/// What became of each row of a table that was mended: all that were read are somewhere.
public struct MendingAccount: Sendable, Hashable {
    /// Rows of the file.
    public var read = 0
    /// Rows of the mended table.
    public var written = 0
    /// Rows of heads, which are one now.
    public var heads = 0
    /// Rows that summed others up, in a file of their own.
    public var totals = 0
    /// Titles and notes, in a file of their own.
    public var notes = 0
    /// Rows with nothing in them, left out.
    public var blank = 0
    /// Label cells that were empty, as merged cells are, and repeat the one above now.
    public var filledLabels: [ReadabilityCheck.Place] = []
}

/// What became of a table that was to be mended.
public struct MendedFile: Sendable {
    /// The table, mended as far as it could be.
    public var table: String
    /// What stood around and below it, if anything did.
    public var notes: String?
    /// The sums that stood in it, if any did.
    public var totals: String?
    /// What became of each row.
    public var account: MendingAccount
    /// What is still wrong with the mended table.
    public var grade: FileGrade
}

extension FileInspections {
    /// Writes a table anew as the rules ask for.
    ///
    /// What may not stand in it goes to `NAME.notes.txt` and `NAME.totals.csv` beside it. The file itself stays as it is.
    ///
    /// - Parameters:
    ///   - grade: What was found in the file.
    ///   - target: The mended table's file; a folder gets `NAME.mended.csv`.
    /// - Throws: `DiagnosticsError` when the file cannot be read, or one of that name is there already.
    public func mend(_ grade: FileGrade, to target: String) throws(DiagnosticsError) -> MendedFile? {
        guard let check = grade.check, let path = grade.path else { return nil }
        let name = URL(filePath: path).deletingPathExtension().lastPathComponent
        let output = Self.isFolder(target) ? target + "/" + name + ".mended.csv" : target
        let stem = Self.stem(of: output)
        var account = MendingAccount()
        var mending = ReadabilityMending(check)
        guard !mending.areHeadsDoubtful else { throw DiagnosticsError(.unclearHeads(grade.file, mending.header)) }
        var table = DelimitedTextWriter()
        table.append(mending.header)
        var notes: [String] = []
        var totals: [ReadabilityMending.Total] = []
        do throws(CSVReadingError) {
            var reader = try CSVRecordReader(path: path, displayName: grade.file, encoding: nil, delimiter: nil)
            while let record = try reader.next() {
                account.read += 1
                switch mending.take((try? record.texts()) ?? [record.rawText], row: record.row) {
                case .row(let cells):
                    account.written += 1
                    table.append(cells)
                case .totals(let found):
                    account.totals += 1
                    totals += found
                case .note(let text):
                    account.notes += 1
                    notes.append(text)
                case .heads: account.heads += 1
                case .blank: account.blank += 1
                }
                totals += mending.columnTotals
            }
        } catch {
            throw DiagnosticsError(error.diagnostic)
        }
        account.filledLabels = mending.filledLabels
        let written = try Self.write(table.text, to: output)
        let noted = try notes.isEmpty ? nil : Self.write(notes.joined(separator: "\n") + "\n", to: stem + ".notes.txt")
        let summed = try totals.isEmpty ? nil : Self.write(Self.text(of: totals), to: stem + ".totals.csv")
        let again = grades(of: [written]).first ?? FileGrade(file: written)
        return MendedFile(table: written, notes: noted, totals: summed, account: account, grade: again)
    }

    /// Whether a path names a folder.
    public static func isFolder(_ path: String) -> Bool {
        var isFolder = false
        return path.hasSuffix("/")
            || FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }

    /// What the files beside a mended table begin with.
    private static func stem(of output: String) -> String {
        for ending in [".mended.csv", ".csv"] where output.hasSuffix(ending) {
            return String(output.dropLast(ending.count))
        }
        return output
    }

    private static func text(of totals: [ReadabilityMending.Total]) -> String {
        var writer = DelimitedTextWriter()
        writer.append(["もとの行", "行の内容", "項目", "値"])
        for total in totals {
            writer.append([String(total.row), total.labels.joined(separator: " "), total.head, total.value])
        }
        return writer.text
    }

    /// Writes a file that is not there yet.
    private static func write(_ text: String, to path: String) throws(DiagnosticsError) -> String {
        do {
            try FileManager.default.createDirectory(
                at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
        } catch {
            throw DiagnosticsError(.cannotWrite(path))
        }
        return path
    }
}

extension Diagnostic {
    fileprivate static func unclearHeads(_ file: String, _ heads: [String]) -> Diagnostic {
        Diagnostic(
            code: "lint.unclear-heads", position: SourcePosition(file: file), value: heads.joined(separator: ","),
            message: BilingualText(
                ja: "見出しの行を数値の行と区別できないため、直した表を書きませんでした。",
                en: "The heads cannot be told from the counts, so no mended table was written."),
            remedy: BilingualText(
                ja: "表題と空行を消し、見出しを1行目に置いてから、もう一度試してください。",
                en: "Delete titles and blank rows, put the heads into the first row and try again."))
    }

    fileprivate static func cannotWrite(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "lint.cannot-write", position: SourcePosition(file: path),
            message: BilingualText(
                ja: "書けません。同じ名前のファイルがあるか、書込み権限がありません。",
                en: "This cannot be written: there is such a file already, or it is not permitted."),
            remedy: BilingualText(
                ja: "前のファイルを移すか、--fix で別の名前を指定してください。",
                en: "Move the former file away, or name another with --fix."))
    }
}
