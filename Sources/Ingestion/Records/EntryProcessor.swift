import Diagnostics
import Languages
import OfficeTables
public import PipelineDefinition
public import Tables
import VisitorModel

/// Turns entries into rows of the profile's table, and accounts for every one of them.
struct EntryProcessor {
    /// What became of an entry.
    enum Fate {
        case accepted([CellValue])
        case held
        case ignored
    }

    let schema: TableSchema
    let file: String
    private let isValue: [Bool]
    private var interpreters: [ColumnInterpreter]
    private(set) var batch: RecordBatch
    var outcome: IngestionOutcome
    /// Whether a wide table's header runs from April to March.
    var assumesFiscal = false

    init(
        profile: ProfileDefinition, destination: DestinationDefinition, scale: Scale?, file: String,
        outcome: IngestionOutcome
    ) {
        schema = profile.schema
        self.file = file
        self.outcome = outcome
        let roles = profile.labelRoles
        interpreters = profile.columns.map {
            ColumnInterpreter($0, destination: destination, roles: roles, scale: scale)
        }
        isValue = profile.columns.map { $0.type == .count || $0.type == .number }
        batch = RecordBatch(schema: profile.schema)
    }

    /// Whether the batch is worth handing on.
    var isBatchFull: Bool { batch.rowCount >= RecordBatch.preferredRowCount }

    /// The rows gathered so far; the next ones start a new batch.
    mutating func takeBatch() -> RecordBatch {
        let taken = batch
        batch = RecordBatch(schema: schema)
        return taken
    }

    /// What one column makes of a text.
    mutating func reading(
        ofColumn index: Int, _ text: String?, yearText: String? = nil
    ) -> ColumnInterpreter.Reading {
        interpreters[index].read(text, yearText: yearText, assumesFiscal: assumesFiscal)
    }

    /// Whether digits alone are their own value in a column.
    func digitsAreValues(ofColumn index: Int) -> Bool { interpreters[index].digitsAreValues }

    /// Reads one entry, keeps its row or holds it, and counts it.
    ///
    /// - Parameters:
    ///   - entry: The texts.
    ///   - isTextOnly: Whether the row has a single cell with text, and none where a value belongs.
    ///   - rawText: The row as it stood, made only when the row is held.
    mutating func process(_ entry: Entry, isTextOnly: Bool = false, rawText: () -> String) -> Fate {
        outcome.account.countRead()
        var row: [CellValue] = []
        row.reserveCapacity(schema.columns.count)
        var faults: [Diagnostic] = []
        var notices: [Diagnostic] = []
        var keysAreSound = true
        var role: LabelRole?
        var ignoredReason: BilingualText?
        var origin = Provenance(
            row: entry.row ?? entry.line ?? 0, line: entry.row == nil ? entry.line : nil, path: entry.path)
        for index in interpreters.indices {
            switch interpreters[index].read(
                entry.texts[index], yearText: entry.yearTexts[index], assumesFiscal: assumesFiscal)
            {
            case .value(let value, let rounding, let made):
                row.append(value)
                for notice in made { notices.append(notice(entry.position(of: index, in: file))) }
                origin.roundingHalfWidth = max(origin.roundingHalfWidth, rounding)
            case .role(let found):
                role = role ?? found
                row.append(.absent(.notApplicable))
            case .ignored(let reason):
                ignoredReason = ignoredReason ?? reason
                row.append(.absent(.notApplicable))
            case .fault(let make):
                faults.append(make(entry.position(of: index, in: file)))
                if !isValue[index] { keysAreSound = false }
                row.append(.absent(.held))
            }
            if isValue[index], origin.column == nil {
                origin.column = entry.columns[index]
                if entry.row == nil, let line = entry.line(of: index) { origin.line = line }
            }
        }
        if let reason = ignoredReason ?? role.map(Self.reason) {
            outcome.account.ignore(because: reason)
            return .ignored
        }
        if !faults.isEmpty, isTextOnly {
            outcome.account.ignore(because: IgnoredReason.textRow)
            return .ignored
        }
        guard faults.isEmpty else {
            outcome.hold(HeldEntry(diagnostics: faults, rawText: rawText()))
            if keysAreSound {
                // The group this row belongs to must know that one of its parts is held: missing is never zero.
                origin.heldCount = 1
                batch.append(row, origin: origin)
            }
            return .held
        }
        for notice in notices { outcome.note(notice) }
        outcome.account.accept()
        batch.append(row, origin: origin)
        return .accepted(row)
    }

    /// Holds a row that could not even be taken apart.
    mutating func hold(_ diagnostics: [Diagnostic], rawText: String) {
        outcome.account.countRead()
        outcome.hold(HeldEntry(diagnostics: diagnostics, rawText: rawText))
    }

    /// Counts a row that is no data.
    mutating func ignore(_ rows: Int = 1, because reason: BilingualText) {
        outcome.account.countRead(rows)
        outcome.account.ignore(rows, because: reason)
    }

    static func reason(_ role: LabelRole) -> BilingualText {
        switch role {
        case .data, .total, .subtotal: IgnoredReason.total
        case .ofWhich: IgnoredReason.ofWhich
        case .ratio: IgnoredReason.ratio
        case .comparison: IgnoredReason.comparison
        case .note: IgnoredReason.note
        }
    }
}

extension ProfileDefinition {
    /// The columns of the table the profile makes.
    public var schema: TableSchema {
        TableSchema(
            columns.map { column in
                let type: ColumnType =
                    switch column.type {
                    case .text, .place, .market, .status: .text
                    case .count, .number: .number
                    case .day, .month, .quarter, .calendarYear, .fiscalYear: .period
                    }
                return TableSchema.Column(column.name, type)
            })
    }
}
