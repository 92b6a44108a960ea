import OfficeTables
import PipelineDefinition
import Tables
import VisitorModel

/// What machines write into a column, and what is read without asking every rule: digits, or a date.
enum PlainForm {
    /// Nothing: a word may mean anything.
    case none
    /// One to fifteen ASCII digits.
    case digits
    /// Dates and times as ``Period/init(timestamp:)`` reads them, of the column's kind.
    case timestamp
}

extension ColumnInterpreter {
    /// The value of a text in the column's plain form; `nil` for all others.
    ///
    /// The rules come to the same, which ``readAfresh(_:)`` proves; distinct texts by the million would be slow by them.
    func plainReading(of text: String) -> Reading? {
        switch plainForm {
        case .none: return nil
        case .digits:
            guard (1...15).contains(text.utf8.count) else { return nil }
            var value = 0
            for byte in text.utf8 {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return .value(.number(ExactDecimal(value)), roundingHalfWidth: 0, notices: [])
        case .timestamp:
            guard let period = Period(timestamp: text), period.kind == column.type.periodKind else { return nil }
            return .value(.period(period), roundingHalfWidth: 0, notices: [])
        }
    }

    /// Finds the plain form, asking the very code that reads cells: a scale, or a symbol made of digits, makes digits
    /// something else.
    func findPlainForm() -> PlainForm {
        guard column.yearSource == nil, column.ignoredLabels.isEmpty else { return .none }
        switch column.type {
        case .count, .number:
            guard !column.symbols.keys.contains(where: { $0.contains(where: \.isNumber) }) else { return .none }
            let areValues = [0, 7, 90_210, 123_456_789_012_345].allSatisfy { number in
                guard case .value(.number(let value), 0, let notices) = readAfresh("\(number)") else { return false }
                return notices.isEmpty && value == ExactDecimal(number)
            }
            return areValues ? .digits : .none
        case .day, .month:
            switch column.source {
            case .title, .fileName: return .none
            default: return roles.areUsual ? .timestamp : .none
            }
        default: return .none
        }
    }
}
