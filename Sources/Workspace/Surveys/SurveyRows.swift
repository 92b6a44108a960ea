import PipelineDefinition
import Reporting
import Tables
import VisitorMetrics
import VisitorModel

/// Makes answers of a pipeline's rows, and accounts for every row.
struct SurveyRows {
    private let columns: [SurveyOutput.Role: (name: String, index: Int)]
    private(set) var responses: [SurveyResponse] = []
    private(set) var account = SurveySheet.Account()

    init(_ output: SurveyOutput, schema: TableSchema) {
        columns = output.columns.compactMapValues { name in
            schema.names.firstIndex(of: name).map { (name, $0) }
        }
    }

    mutating func append(_ batch: RecordBatch) {
        for row in 0..<batch.rowCount { append(batch.row(row)) }
    }

    private mutating func append(_ row: [CellValue]) {
        account.rows += 1
        func text(_ role: SurveyOutput.Role) -> String? { columns[role].flatMap { row[$0.index].text } }
        var quarter: Quarter?
        if let column = columns[.period], case .period(let period) = row[column.index], period.months.count <= 3 {
            quarter = period.lastMonth.quarter
        }
        guard let quarter else { return leaveOut(.period) }
        guard let origin = text(.origin).flatMap(SurveySegment.Origin.init(rawValue:)) else { return leaveOut(.origin) }
        guard let stay = text(.stay).flatMap(SurveySegment.Stay.init(rawValue:)) else { return leaveOut(.stay) }
        let purpose = text(.purpose).map(SurveySegment.Purpose.init(rawValue:))
        // A purpose that is written and not understood is no sightseeing.
        if case .some(.none) = purpose { return leaveOut(.purpose) }
        account.used += 1
        responses.append(
            SurveyResponse(
                quarter: quarter, segment: SurveySegment(origin, stay, (purpose ?? nil) ?? .sightseeing),
                places: number(.places, in: row, 1...1_000), spend: number(.spend, in: row, 0...100_000_000),
                satisfaction: number(.satisfaction, in: row, 1...5), isRepeat: flag(in: row),
                recommendation: number(.recommendation, in: row, 0...10)))
    }

    private mutating func leaveOut(_ role: SurveyOutput.Role) {
        account.withoutSegment[columns[role]?.name ?? role.rawValue, default: 0] += 1
    }

    private mutating func number(_ role: SurveyOutput.Role, in row: [CellValue], _ scale: ClosedRange<Int>) -> Int? {
        guard let column = columns[role], let number = row[column.index].number else { return nil }
        guard let whole = number.whole, scale.contains(whole) else {
            account.outsideScale[column.name, default: 0] += 1
            return nil
        }
        return whole
    }

    private func flag(in row: [CellValue]) -> Bool? {
        guard let column = columns[.returning], case .boolean(let value) = row[column.index] else { return nil }
        return value
    }
}
