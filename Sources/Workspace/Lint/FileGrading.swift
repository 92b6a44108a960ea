import CSVReading
public import Diagnostics
import ByteStreams
import Ingestion
import Languages
public import OfficeTables

/// How well one file can be read by programs.
public struct FileGrade: Sendable {
    /// The file as it was named.
    public var file: String
    /// What was found; `nil` when the file could not be looked at.
    public var findings: [ReadabilityRule: ReadabilityCheck.Finding]? { check?.findings }
    /// The look at the whole table; `nil` when the file could not be looked at.
    var check: ReadabilityCheck?
    /// Where the file is.
    var path: String?
    /// Why it could not be looked at, whole or in part.
    public var problems: [Diagnostic] = []

    /// A for no rule broken, B for up to two, C for up to five, D for more; `nil` when it could not be looked at.
    public var letter: String? {
        findings.map { $0.isEmpty ? "A" : $0.count <= 2 ? "B" : $0.count <= 5 ? "C" : "D" }
    }
}

extension FileInspections {
    /// Grades files, and the files of folders, by the government's rules for tables that programs read.
    public func grades(of paths: [String]) -> [FileGrade] {
        let selection = FileSelection(paths: paths, in: ".")
        return selection.missing.map { FileGrade(file: $0.position?.file ?? "", check: nil, problems: [$0]) }
            + selection.files.map { file in
                do throws(CSVReadingError) {
                    return try Self.grade(file)
                } catch {
                    return FileGrade(file: file.displayName, problems: [error.diagnostic])
                }
            }
    }

    private static func grade(_ file: SourceFile) throws(CSVReadingError) -> FileGrade {
        var head: [[String]] = []
        var reader = try CSVRecordReader(path: file.path, displayName: file.displayName, encoding: nil, delimiter: nil)
        while head.count < SheetInspector.rowsLookedAt, let record = try reader.next() {
            head.append((try? record.texts()) ?? [record.rawText])
        }
        guard head.contains(where: { $0.count > 1 }) else {
            return FileGrade(file: file.displayName, problems: [.noTable(in: file.displayName)])
        }
        let guess = SheetInspector(rows: head, fileName: file.displayName).guess()
        var check = ReadabilityCheck(head: head, guess: guess, isUTF8: reader.encoding == .utf8)
        // Again from the top: the head had to be known before the first row could be judged.
        var all = try CSVRecordReader(path: file.path, displayName: file.displayName, encoding: nil, delimiter: nil)
        while let record = try all.next() {
            check.take((try? record.texts()) ?? [record.rawText], row: record.row)
        }
        return FileGrade(file: file.displayName, check: check, path: file.path)
    }
}

extension Diagnostic {
    fileprivate static func noTable(in file: String) -> Diagnostic {
        Diagnostic(
            code: "lint.no-table", position: SourcePosition(file: file),
            message: BilingualText(ja: "表が見つかりません。", en: "No table was found."),
            remedy: BilingualText(ja: "見出しとデータの行があるか確かめてください。", en: "See whether it has heads and rows of data."))
    }
}
