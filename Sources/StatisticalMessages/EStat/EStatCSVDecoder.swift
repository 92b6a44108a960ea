import CSVReading
import Diagnostics

/// Reads the CSV answer of e-Stat's `getSimpleStatsData`, with its section header or without.
///
/// With `sectionHeaderFlg=1` some lines of key and value come first (some values hold line breaks), then a line
/// `VALUE`. Each axis has two columns, `area_code` and one headed by the axis's name.
final class EStatCSVDecoder: MessageDecoder {
    private struct Columns {
        var codes: [String: Int] = [:]
        var labels: [String: Int] = [:]
        var value = 0
        var unit: Int?
        var annotation: Int?
        var count = 0
    }

    private let fields: [MessageField]
    private let file: String
    private var source: MessageCSVSource
    private var table = EStatTable()
    private var columns: Columns?
    private(set) var summary = MessageSummary()
    private var line = 1
    private var isFinished = false
    private var periods: [[String]: String] = [:]

    /// How many lines may stand before the table; a real head has about thirty.
    private static let headLimit = 20_000

    init(source: consuming MessageCSVSource, fields: [MessageField], file: String) {
        self.source = source
        self.fields = fields
        self.file = file
    }

    func next() throws(MessageReadingError) -> MessageObservation? {
        guard !isFinished else { return nil }
        if columns == nil { try readHead() }
        guard let columns else { return nil }
        while let row = try source.next(after: summary.observations) {
            line = row.record.line
            if row.record.isBlank, row.problem == nil {
                summary.rows.blank += 1
                continue
            }
            summary.observations += 1
            return observation(row, columns)
        }
        isFinished = true
        table.checkCompleteness(rows: summary.observations, file: file, line: line, noting: &summary)
        return nil
    }

    private func readHead() throws(MessageReadingError) {
        while let row = try source.next(after: 0) {
            line = row.record.line
            if let found = Self.columns(of: row.cells) {
                columns = found
                summary.rows.header = 1
                summary.declaresAxes = true
                try table.checkStatus(file: file, line: line, noting: &summary)
                table.takeSymbols(into: &summary)
                for axis in row.cells.compactMap(Self.axis) { summary.noteAxis(axis) }
                return
            }
            summary.rows.head += 1
            guard summary.rows.head <= Self.headLimit else { break }
            let cells = row.cells
            guard let key = cells.first, cells.count > 1 else { continue }
            if key == "NOTE", cells.count > 2 {
                if table.notes.count < 1000 { table.notes.append((cells[1], cells[2].trimmingSpaces)) }
            } else {
                table.take(key, cells[1].trimmingSpaces)
            }
        }
        isFinished = true
        try table.checkStatus(file: file, line: 1, noting: &summary)
        // No data fits: then there is no table either.
        if table.status == 1 { return }
        throw MessageReadingError(.noEStatTable(at: SourcePosition(file: file)))
    }

    /// The axis of a column of codes: `area` of `area_code`.
    private static func axis(_ header: String) -> String? {
        header.hasSuffix("_code") && header.count > 5 ? String(header.dropLast(5)) : nil
    }

    private static func columns(of cells: [String]) -> Columns? {
        guard let value = cells.firstIndex(of: "value"), cells.contains(where: { axis($0) != nil }) else { return nil }
        var columns = Columns()
        columns.value = value
        columns.unit = cells.firstIndex(of: "unit")
        columns.annotation = cells.firstIndex(of: "annotation")
        columns.count = cells.count
        let own = [value, columns.unit, columns.annotation]
        for (index, cell) in cells.enumerated() {
            guard let axis = axis(cell) else { continue }
            columns.codes[axis] = index
            let next = index + 1
            if next < cells.count, Self.axis(cells[next]) == nil, !own.contains(next) { columns.labels[axis] = next }
        }
        return columns
    }

    private func observation(_ row: MessageCSVSource.Row, _ columns: Columns) -> MessageObservation {
        if let problem = row.problem {
            return MessageObservation(unreadable: row, problem: problem, fieldCount: fields.count)
        }
        guard row.cells.count == columns.count else {
            let problem = Diagnostic.raggedRow(
                row.cells.count, of: columns.count, at: row.record.position(), value: row.record.rawText)
            return MessageObservation(unreadable: row, problem: problem, fieldCount: fields.count)
        }
        func cell(_ index: Int?) -> String? { index.map { row.cells[$0] } }
        let unitText = cell(columns.unit) ?? ""
        let unit = StatedUnit(unitText)
        let number = row.cells[columns.value].trimmingSpaces
        table.tellMark(number, file: file, line: row.record.line, noting: &summary)
        let values = fields.map { field -> String? in
            switch field {
            case .code(let axis): cell(columns.codes[axis])
            case .label(let axis): cell(columns.labels[axis])
            case .level, .parent, .status: nil
            case .value: number
            case .unit: unitText.isEmpty ? nil : unit.unit
            case .scale: String(unit.powerOfTen)
            case .period: cell(columns.codes["time"]).map { period($0, cell(columns.labels["time"])) }
            case .note: cell(columns.annotation).flatMap { $0.isEmpty ? nil : $0 }
            }
        }
        return MessageObservation(
            values: values, powerOfTen: unit.powerOfTen, unit: unitText.isEmpty ? nil : unit.unit,
            line: row.record.line,
            row: row.record.row, column: columns.value + 1, rawText: String(row.record.rawText.prefix(2000)))
    }

    private func period(_ code: String, _ name: String?) -> String {
        let key = [code, name ?? ""]
        if let known = periods[key] { return known }
        let text = EStatPeriod.text(code: code, name: name)
        if periods.count < 10_000 { periods[key] = text }
        return text
    }
}
