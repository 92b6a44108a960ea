import CSVReading
import Diagnostics
import Languages
import PipelineDefinition
import StatisticalMessages
import Tables
import VisitorModel
import XMLReading

/// Reads the numbers of an e-Stat or SDMX message by a profile: each is a record whose fields are the message's axes.
final class MessageFileReader: TableReader {
    private let columns: [RecordColumns.Column]
    private let profile: ProfileDefinition
    private let names: [String]
    private let fields: [MessageField]
    private let reader: StatisticalMessageReader
    private var first: MessageObservation?
    private var processor: EntryProcessor
    private var units: MessageUnits
    private var seenFields: Set<Int> = []
    private var isFinished = false

    init(
        file: SourceFile, profile: ProfileDefinition, destination: DestinationDefinition, outcome: IngestionOutcome
    ) throws(DiagnosticsError) {
        let wanted = RecordColumns(profile: profile, fileName: file.name)
        columns = wanted.columns
        names = wanted.paths
        fields = try Self.fields(of: profile, wanted)
        do throws(MessageReadingError) {
            reader = try StatisticalMessageReader(
                path: file.path, displayName: file.displayName,
                kind: profile.reading.format == .eStat ? .eStat : .sdmx, fields: fields,
                options: profile.reading.messageOptions)
            first = try reader.next()
        } catch {
            throw DiagnosticsError(error.diagnostic)
        }
        let summary = reader.summary
        try Self.checkAxes(of: profile, wanted, fields, summary, file: file.displayName)
        self.profile = profile
        units = MessageUnits()
        processor = EntryProcessor(
            profile: profile.understandingMarks(summary.symbols), destination: destination, scale: .one,
            file: file.displayName, outcome: outcome)
    }

    /// What reading came to, complete when `next()` has returned `nil`.
    var outcome: IngestionOutcome { processor.outcome }

    var rowsRead: Int { processor.outcome.account.read }

    /// The next rows; `nil` at the end.
    func next() throws(DiagnosticsError) -> RecordBatch? {
        while !isFinished, !processor.isBatchFull {
            do throws(MessageReadingError) {
                guard let observation = try nextObservation() else {
                    finish()
                    break
                }
                process(observation)
            } catch {
                // The first number was read on opening, so something was given before the message broke off.
                processor.outcome.truncation = error.diagnostic
                finish()
            }
        }
        return processor.batch.isEmpty ? nil : processor.takeBatch()
    }

    private func nextObservation() throws(MessageReadingError) -> MessageObservation? {
        guard let held = first else { return try reader.next() }
        first = nil
        return held
    }

    private func finish() {
        isFinished = true
        let summary = reader.summary
        for notice in summary.notices { processor.outcome.note(notice) }
        if processor.outcome.truncation == nil { processor.outcome.truncation = summary.shortfall }
        if summary.rows.head > 0 { processor.ignore(summary.rows.head, because: IgnoredReason.title) }
        if summary.rows.header > 0 { processor.ignore(summary.rows.header, because: IgnoredReason.header) }
        if summary.rows.blank > 0 { processor.ignore(summary.rows.blank, because: IgnoredReason.blank) }
        guard summary.observations > 0 else { return }
        for (index, column) in columns.enumerated() where !column.fields.isEmpty {
            guard column.fields.allSatisfy({ !seenFields.contains($0) }) else { continue }
            let wanted = column.fields.map { names[$0] }.joined(separator: ", ")
            processor.outcome.note(
                .axisNeverSeen(wanted, column: profile.columns[index].name, among: summary.axes, file: processor.file))
        }
    }

    private func process(_ observation: MessageObservation) {
        if let problem = observation.problem {
            return processor.hold([problem], rawText: observation.rawText)
        }
        if observation.isAttributeOnly { return processor.ignore(because: IgnoredReason.attributesOnly) }
        var entry = Entry(columnCount: columns.count)
        entry.line = observation.line
        entry.row = observation.row
        entry.path = observation.path
        var faults: [Diagnostic] = []
        for (index, column) in columns.enumerated() {
            let field = column.fields.first { observation.values[$0] != nil }
            if let field { seenFields.insert(field) }
            entry.texts[index] = column.fixed ?? field.flatMap { observation.values[$0] }
            let year = column.yearFields.first { observation.values[$0] != nil }
            entry.yearTexts[index] = column.fixedYear ?? year.flatMap { observation.values[$0] }
            let definition = profile.columns[index]
            if let field, fields[field] == .value {
                entry.columns[index] = observation.column
                let number = units.apply(observation, to: entry.texts[index] ?? "", of: definition)
                entry.texts[index] = number.text
                if number.isOtherUnit {
                    faults.append(
                        .unitDiffers(
                            observation.unit ?? "", wanted: definition.unit, at: entry.position(in: processor.file)))
                }
            }
            if let kind = definition.type.periodKind, let text = entry.texts[index],
                let period = Period(id: text), period.kind != kind
            {
                return processor.ignore(because: IgnoredReason.otherPeriodKind(period.kind))
            }
        }
        guard faults.isEmpty else { return processor.hold(faults, rawText: observation.rawText) }
        _ = processor.process(entry, rawText: { observation.rawText })
    }

    /// What the profile asks for; a period column that names the time axis gets the period its code means.
    private static func fields(
        of profile: ProfileDefinition, _ wanted: RecordColumns
    ) throws(DiagnosticsError) -> [MessageField] {
        var fields: [MessageField] = []
        var faults: [Diagnostic] = []
        for path in wanted.paths {
            guard let field = MessageField(path) else {
                faults.append(.emptyField(at: profile.position))
                continue
            }
            fields.append(field)
        }
        if !faults.isEmpty { throw DiagnosticsError(faults) }
        for (index, column) in wanted.columns.enumerated() where profile.columns[index].type.periodKind != nil {
            for field in column.fields {
                if let axis = fields[field].axis, ["time", "TIME_PERIOD", "TIME"].contains(axis) {
                    fields[field] = .period
                }
            }
        }
        return fields
    }

    /// Refuses a profile that asks for an axis the message itself says it has not.
    private static func checkAxes(
        of profile: ProfileDefinition, _ wanted: RecordColumns, _ fields: [MessageField], _ summary: MessageSummary,
        file: String
    ) throws(DiagnosticsError) {
        guard summary.declaresAxes, summary.observations > 0 else { return }
        var faults: [Diagnostic] = []
        for column in wanted.columns where !column.fields.isEmpty {
            let axes = column.fields.map { fields[$0].axis }
            let isThere = axes.contains { axis in
                axis.map { summary.axes.contains($0) || ["unit", "annotation"].contains($0) } ?? true
            }
            if !isThere {
                let names = column.fields.map { wanted.paths[$0] }.joined(separator: ", ")
                faults.append(.noSuchAxis(names, among: summary.axes, file: file))
            }
        }
        if !faults.isEmpty { throw DiagnosticsError(faults) }
    }
}
