import GRDB
import VisitorModel

/// Periods and statuses as they are met again and again while rows are read: each is taken apart once.
final class StoredWords {
    private var periods: [String: Period] = [:]
    private var statuses: [String: ObservationStatus] = [:]

    /// A period from its identifier.
    func period(_ row: Row, at index: Int) throws -> Period {
        let id: String = row[index]
        if let known = periods[id] { return known }
        let period = try StoredValue.period(row, at: index)
        periods[id] = period
        return period
    }

    /// A value from four neighbouring columns, as ``StoredValue/value(_:from:)``.
    func value(_ row: Row, from index: Int) throws -> ObservedValue {
        let word: String = row[index + 2]
        guard let status = statuses[word] else {
            let value = try StoredValue.value(row, from: index)
            statuses[word] = value.status
            return value
        }
        return try StoredValue.value(row, from: index, status: status)
    }
}
