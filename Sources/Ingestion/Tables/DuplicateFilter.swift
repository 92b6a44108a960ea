import Diagnostics
import Languages
import PipelineDefinition
import Tables
import VisitorModel

/// Lets each key through once, by the profile's rule about duplicates.
///
/// Where the last row wins or nobody does, the file is read twice: the first time only to learn which rows those are.
/// Kept are 16 bytes of hash a key and the row that stands for it, about 60 MB for ``keyLimit`` keys; a file with more
/// is refused, since only a part of its duplicates could be found.
final class DuplicateFilter: TableReader {
    /// How many different keys a file may have.
    static let keyLimit = 1_000_000

    private struct Key: Hashable {
        var left: Int
        var right: Int
    }

    private struct Standing {
        var values: Int
        /// The row that wins so far, by its number among the rows read.
        var winner: Int
        var firstRow: Int
        var isConflict = false
    }

    private let makeReader: () throws(DiagnosticsError) -> any TableReader
    private let rule: DuplicateDefinition
    private let keyColumns: [Int]
    private let valueColumns: [Int]
    private let schema: TableSchema
    private let file: String
    private var reader: any TableReader
    private var standings: [Key: Standing] = [:]
    private var hasLearned = false
    private var rowNumber = 0
    private var repeated = 0
    private var outvoted = 0
    private var held: [HeldEntry] = []
    private var heldRows = 0
    private var notes: [Diagnostic] = []

    init(
        profile: ProfileDefinition, rule: DuplicateDefinition, file: String,
        makeReader: @escaping () throws(DiagnosticsError) -> any TableReader
    ) throws(DiagnosticsError) {
        self.makeReader = makeReader
        self.rule = rule
        self.file = file
        schema = profile.schema
        let isValue = profile.columns.map(\.isValue)
        valueColumns = isValue.indices.filter { isValue[$0] }
        keyColumns = isValue.indices.filter { index in
            rule.key.isEmpty ? !isValue[index] : rule.key.contains(profile.columns[index].name)
        }
        reader = try makeReader()
    }

    /// What reading came to; complete when `next()` has returned `nil`.
    var outcome: IngestionOutcome {
        var outcome = reader.outcome
        outcome.account.ignoreAccepted(repeated, because: IgnoredReason.duplicate)
        outcome.account.ignoreAccepted(outvoted, because: IgnoredReason.outvoted)
        outcome.account.holdAccepted(heldRows)
        if !held.isEmpty {
            let row = { (entry: HeldEntry) in entry.diagnostics.first?.position?.row ?? .max }
            outcome.held = Array((outcome.held + held).sorted { row($0) < row($1) }.prefix(IngestionOutcome.heldLimit))
        }
        for note in notes { outcome.note(note) }
        if outvoted > standings.count / 5 { outcome.note(.manyOutvoted(outvoted, in: file)) }
        return outcome
    }

    var rowsRead: Int { reader.rowsRead }

    var layoutFingerprint: String? { reader.layoutFingerprint }

    /// The next rows; `nil` at the end.
    func next() throws(DiagnosticsError) -> RecordBatch? {
        if !hasLearned { try learn() }
        while let batch = try reader.next() {
            let passed = filter(batch)
            if !passed.isEmpty { return passed }
        }
        return nil
    }

    /// Reads the file through once to know which row of each key wins.
    private func learn() throws(DiagnosticsError) {
        hasLearned = true
        let scout = try makeReader()
        var number = 0
        while let batch = try scout.next() {
            for row in 0..<batch.rowCount {
                defer { number += 1 }
                guard batch.origins[row].heldCount == 0 else { continue }
                let cells = batch.row(row)
                let key = key(of: cells)
                let values = hash(of: valueColumns.map { cells[$0] }, seed: 0)
                if var standing = standings[key] {
                    guard standing.values != values || standing.isConflict else { continue }
                    standing.isConflict = true
                    if rule.winner == .last {
                        standing.values = values
                        standing.winner = number
                    }
                    standings[key] = standing
                } else {
                    guard standings.count < Self.keyLimit else { throw DiagnosticsError(.tooManyKeys(in: file)) }
                    standings[key] = Standing(values: values, winner: number, firstRow: batch.origins[row].firstRow)
                }
            }
        }
    }

    private func filter(_ batch: RecordBatch) -> RecordBatch {
        var passed = RecordBatch(schema: schema)
        for row in 0..<batch.rowCount {
            let number = rowNumber
            rowNumber += 1
            var cells = batch.row(row)
            var origin = batch.origins[row]
            guard origin.heldCount == 0, let standing = standings[key(of: cells)] else {
                passed.append(cells, origin: origin)
                continue
            }
            if standing.isConflict, rule.winner == .hold {
                let described = described(cells)
                heldRows += 1
                held.append(
                    HeldEntry(
                        diagnostics: [
                            .duplicateConflict(described, origin: origin, first: standing.firstRow, in: file)
                        ],
                        rawText: described))
                // The group these rows belong to must know that a part of it is held.
                for column in valueColumns { cells[column] = .absent(.held) }
                origin.heldCount = 1
                passed.append(cells, origin: origin)
            } else if number == standing.winner {
                passed.append(cells, origin: origin)
            } else if hash(of: valueColumns.map { cells[$0] }, seed: 0) == standing.values {
                repeated += 1
                note(.duplicateRepeated(described(cells), origin: origin, in: file))
            } else {
                outvoted += 1
                note(.duplicateOutvoted(described(cells), origin: origin, winner: rule.winner, in: file))
            }
        }
        return passed
    }

    private func note(_ diagnostic: @autoclosure () -> Diagnostic) {
        if notes.count < IngestionOutcome.noteLimit { notes.append(diagnostic()) }
    }

    private func described(_ cells: [CellValue]) -> String {
        zip(schema.names, cells).map { "\($0)=\($1.plainText)" }.joined(separator: ", ")
    }

    private func key(of cells: [CellValue]) -> Key {
        let texts = keyColumns.map { cells[$0] }
        return Key(left: hash(of: texts, seed: 1), right: hash(of: texts, seed: 2))
    }

    private func hash(of cells: [CellValue], seed: Int) -> Int {
        var hasher = Hasher()
        hasher.combine(seed)
        for cell in cells { hasher.combine(cell) }
        return hasher.finalize()
    }
}

extension Diagnostic {
    fileprivate static func position(_ origin: Provenance, _ file: String) -> SourcePosition {
        origin.line == nil
            ? SourcePosition(file: file, row: origin.firstRow, column: origin.column)
            : SourcePosition(file: file, line: origin.line, path: origin.path)
    }

    fileprivate static func duplicateRepeated(_ row: String, origin: Provenance, in file: String) -> Diagnostic {
        Diagnostic(
            code: "duplicate.identical", severity: .notice, position: position(origin, file), value: row,
            message: BilingualText(
                ja: "同じ内容の行がもう一つあります。一度だけ数えました。", en: "Another row says the same. It is counted once."))
    }

    fileprivate static func duplicateOutvoted(
        _ row: String, origin: Provenance, winner: DuplicateDefinition.Winner, in file: String
    ) -> Diagnostic {
        Diagnostic(
            code: "duplicate.outvoted", severity: .notice, position: position(origin, file), value: row,
            message: winner == .last
                ? BilingualText(
                    ja: "同じキーで値の違う行が後にあります。profile の duplicates に従い、後の行を採りました。",
                    en:
                        "A later row has the same key and another value. By the profile's duplicates rule the later one was taken."
                )
                : BilingualText(
                    ja: "同じキーで値の違う行が前にあります。profile の duplicates に従い、先の行を採りました。",
                    en:
                        "An earlier row has the same key and another value. By the profile's duplicates rule the earlier one was taken."
                ))
    }

    fileprivate static func duplicateConflict(
        _ row: String, origin: Provenance, first: Int, in file: String
    ) -> Diagnostic {
        let isFirst = origin.firstRow == first
        return Diagnostic(
            code: "duplicate.conflict", position: position(origin, file), value: row,
            message: isFirst
                ? BilingualText(
                    ja: "同じキーで値の違う行が後にあります。", en: "A later row has the same key and another value.")
                : BilingualText(
                    ja: "\(first) 行目と同じキーですが、値が違います。",
                    en: "This row has the same key as row \(first), and another value."),
            remedy: BilingualText(
                ja: "どちらが正しいか提供元に確認するか、profile の duplicates に first か last を書いてください。",
                en: "Ask the supplier which is right, or write duplicates: first or last in the profile."))
    }

    fileprivate static func manyOutvoted(_ rows: Int, in file: String) -> Diagnostic {
        Diagnostic(
            code: "duplicate.many", severity: .warning, position: SourcePosition(file: file), value: String(rows),
            message: BilingualText(
                ja: "同じキーの行が多すぎます（\(rows) 行を採りませんでした）。行を区別する列（時刻など）がキーに入っていない疑いがあります。",
                en:
                    "Very many rows share a key (\(rows) were not taken); a column that tells them apart, such as the hour, may be missing from it."
            ),
            remedy: BilingualText(
                ja: "profile にその列を加えるか、duplicates の key を見直してください。",
                en: "Add that column to the profile, or look again at key under duplicates."))
    }

    fileprivate static func tooManyKeys(in file: String) -> Diagnostic {
        Diagnostic(
            code: "duplicate.too-many-keys", position: SourcePosition(file: file),
            message: BilingualText(
                ja: "キーが \(DuplicateFilter.keyLimit) 種類を超えるため、重複を調べられません。",
                en:
                    "The file has more than \(DuplicateFilter.keyLimit) different keys, too many to look for duplicates."
            ),
            remedy: BilingualText(
                ja: "ファイルを分けるか、duplicates の key を減らすか、duplicates を外してください。",
                en: "Split the file, name fewer key columns under duplicates, or drop duplicates."))
    }
}
