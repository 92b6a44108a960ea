import CSVReading
import Diagnostics

/// Reads SDMX-CSV 1.0 (first column DATAFLOW) and 2.0 (STRUCTURE, STRUCTURE_ID, ACTION), with codes alone, with
/// `code: label` cells, or with a column of labels behind each column of codes.
///
/// Where cells stand between semicolons, the comma is the decimal sign; SDMX has no thousands separators.
final class SDMXCSVDecoder: MessageDecoder {
    private let fields: [MessageField]
    private let file: String
    private var source: MessageCSVSource
    private(set) var summary = MessageSummary()
    private var columns: [String: Int] = [:]
    private var labels: [String: Int] = [:]
    private var columnCount = 0
    /// Whether cells hold `code: label`; `nil` until a row shows it.
    private var holdsBoth: Bool?
    private var line = 1
    private var isFinished = false

    init(source: consuming MessageCSVSource, fields: [MessageField], file: String) {
        self.source = source
        self.fields = fields
        self.file = file
    }

    func next() throws(MessageReadingError) -> MessageObservation? {
        guard !isFinished else { return nil }
        if columnCount == 0 { try readHeader() }
        while let row = try source.next(after: summary.observations) {
            line = row.record.line
            if row.record.isBlank, row.problem == nil {
                summary.rows.blank += 1
                continue
            }
            summary.observations += 1
            return observation(row)
        }
        isFinished = true
        if summary.observations == 0 { summary.note(.emptyMessage(at: SourcePosition(file: file, line: line))) }
        return nil
    }

    private func readHeader() throws(MessageReadingError) {
        guard let row = try source.next(after: 0), let first = row.cells.first,
            first == "DATAFLOW" || first == "STRUCTURE" || first.hasPrefix("STRUCTURE[") || first.hasPrefix("DATAFLOW:")
        else { throw MessageReadingError(.notSDMXCSV(at: SourcePosition(file: file, line: 1, row: 1, column: 1))) }
        columnCount = row.cells.count
        summary.rows.header = 1
        let namesFollow = row.cells.contains("STRUCTURE_NAME")
        if row.cells.dropFirst().contains(where: { $0.contains(": ") }) { holdsBoth = true }
        var previous: String?
        for (index, header) in row.cells.enumerated() {
            if namesFollow, let owner = previous, header.contains(where: { $0.isLowercase || $0 == " " || !$0.isASCII })
            {
                labels[owner] = index
                previous = nil
                continue
            }
            let identifier = Self.split(header).code.replacing("[]", with: "")
            if columns[identifier] == nil { columns[identifier] = index }
            previous = identifier
            if index > 0, !["STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "OBS_VALUE"].contains(identifier) {
                summary.noteAxis(identifier)
            }
        }
    }

    /// A code and its label, apart.
    private static func split(_ cell: String) -> (code: String, label: String?) {
        guard let colon = cell.firstRange(of: ": ") else { return (cell, nil) }
        return (String(cell[..<colon.lowerBound]), String(cell[colon.upperBound...]))
    }

    private func observation(_ row: MessageCSVSource.Row) -> MessageObservation {
        if let problem = row.problem {
            return MessageObservation(unreadable: row, problem: problem, fieldCount: fields.count)
        }
        guard row.cells.count == columnCount else {
            let problem = Diagnostic.raggedRow(
                row.cells.count, of: columnCount, at: row.record.position(), value: row.record.rawText)
            return MessageObservation(unreadable: row, problem: problem, fieldCount: fields.count)
        }
        noticeLabels(row.cells)
        let reading = SDMXReading { [self] in fact($0, row.cells) }
        let values = fields.map { field -> String? in
            switch field {
            case .code(let axis): fact(axis, row.cells)
            case .label(let axis): label(axis, row.cells)
            case .level, .parent: nil
            default: reading.value(of: field)
            }
        }
        let raw = String(row.record.rawText.prefix(2000))
        var observation = MessageObservation(
            values: values, powerOfTen: reading.powerOfTen, unit: reading.unit, line: row.record.line,
            row: row.record.row, column: columns["OBS_VALUE"].map { $0 + 1 }, rawText: raw)
        if fact("ACTION", row.cells)?.uppercased().hasPrefix("D") == true {
            observation.problem = .deletion(at: row.record.position(), value: raw)
        }
        // A row for attributes of a partial key fills neither the number nor all dimensions.
        observation.isAttributeOnly = fact("OBS_VALUE", row.cells) == nil && reading.period == nil
        return observation
    }

    /// The identifier of the structure shows whether labels stand in the cells: `ESTAT:NA_MAIN(1.6): National accounts`.
    private func noticeLabels(_ cells: [String]) {
        guard holdsBoth == nil else { return }
        let identifier = cells[columns["STRUCTURE_ID"] ?? 0]
        holdsBoth = identifier.contains("): ")
    }

    /// A component's code or value; `nil` where the cell is empty or there is no such column.
    private func fact(_ name: String, _ cells: [String]) -> String? {
        guard let index = columns[name] else { return nil }
        let cell = cells[index]
        if name == "OBS_VALUE" { return cell.isEmpty ? nil : number(cell) }
        let code = holdsBoth == true ? Self.split(cell).code : cell
        return code.isEmpty ? nil : code
    }

    private func label(_ name: String, _ cells: [String]) -> String? {
        if let index = labels[name] { return cells[index] }
        guard holdsBoth == true, let index = columns[name] else { return nil }
        return Self.split(cells[index]).label
    }

    private func number(_ cell: String) -> String {
        guard !source.isCommaSeparated, cell.utf8.count(where: { $0 == UInt8(ascii: ",") }) == 1, !cell.contains(".")
        else { return cell }
        return cell.replacing(",", with: ".")
    }
}
