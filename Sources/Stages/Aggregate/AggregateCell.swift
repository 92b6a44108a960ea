import Expressions
import Tables
import VisitorModel

/// What is known so far about one group and one output column.
struct AggregateCell: Sendable, Hashable {
    /// Why a result cannot be given although the values are there.
    enum Fault: Sendable, Hashable {
        case overflow
        case mixedPeriods
        case unknownStatus(String)
    }

    /// Rows with a value.
    private var knownCount = 0
    /// Rows without one.
    private(set) var absentCount = 0
    /// The weakest reason among them.
    private(set) var weakestAbsence: ObservationStatus?
    /// The first thing that made a result impossible.
    private(set) var fault: Fault?
    /// The smallest, largest, first or weakest value so far.
    private var kept: CellValue?
    private var total = ExactTotal()

    /// Takes in a row's value.
    mutating func add(_ value: CellValue, for function: AggregateFunction) {
        if let status = value.absence {
            absentCount += 1
            weakestAbsence = weakestAbsence.map { $0.weaker(status) } ?? status
            return
        }
        knownCount += 1
        switch function {
        case .count: break
        case .sum, .mean: if let number = value.number { total.add(number) }
        case .min: keepExtreme(value) { CellOrder.isBefore($1, $0) }
        case .max: keepExtreme(value) { CellOrder.isBefore($0, $1) }
        case .first: kept = kept ?? value
        case .weakest: keepWeakest(value)
        }
    }

    /// Counts rows whose values were taken in together with another's.
    mutating func countMore(known: Int = 0, absent: Int = 0) {
        knownCount += known
        absentCount += absent
    }

    /// The result, and the fault that left it without a value.
    func result(of function: AggregateFunction) -> (value: CellValue, fault: Fault?) {
        if function == .first, let kept { return (kept, nil) }
        if let weakestAbsence { return (.absent(weakestAbsence), fault) }
        if fault != nil { return (.absent(.notApplicable), fault) }
        switch function {
        case .count:
            return (.number(ExactDecimal(knownCount)), nil)
        case .sum:
            return total.number.map { (.number($0), nil) } ?? (.absent(.notApplicable), .overflow)
        case .mean:
            let mean = total.number?.quotient(by: ExactDecimal(knownCount))
            return mean.map { (.number($0), nil) } ?? (.absent(.notApplicable), .overflow)
        case .min, .max, .first, .weakest:
            return (kept ?? .absent(.notApplicable), nil)
        }
    }

    private mutating func keepExtreme(_ value: CellValue, _ isBetter: (CellValue, CellValue) -> Bool) {
        guard let current = kept else {
            kept = value
            return
        }
        // A month is neither before nor after a fiscal year.
        if let one = current.period, let other = value.period, one.kind != other.kind {
            fault = fault ?? .mixedPeriods
        } else if isBetter(current, value) {
            kept = value
        }
    }

    private mutating func keepWeakest(_ value: CellValue) {
        guard let status = ObservationStatus(rawValue: value.plainText) else {
            fault = fault ?? .unknownStatus(value.plainText)
            return
        }
        let weakest = kept.flatMap { ObservationStatus(rawValue: $0.plainText) }?.weaker(status) ?? status
        kept = .text(weakest.rawValue)
    }
}

/// A sum that is exact while it grows, so that the order of the rows cannot change whether it fits.
struct ExactTotal: Sendable, Hashable {
    private var coefficient: Int128 = 0
    private var fractionDigits = 0
    private var hasOverflowed = false

    /// Adds a number.
    mutating func add(_ number: ExactDecimal) {
        var addend = Int128(number.coefficient)
        if number.fractionDigits > fractionDigits {
            coefficient = scaled(coefficient, by: number.fractionDigits - fractionDigits)
            fractionDigits = number.fractionDigits
        } else {
            addend = scaled(addend, by: fractionDigits - number.fractionDigits)
        }
        let (sum, overflow) = coefficient.addingReportingOverflow(addend)
        coefficient = sum
        hasOverflowed = hasOverflowed || overflow
    }

    /// The sum; `nil` when it does not fit.
    var number: ExactDecimal? {
        hasOverflowed ? nil : ExactDecimal(coefficient: coefficient, fractionDigits: fractionDigits)
    }

    private mutating func scaled(_ number: Int128, by digits: Int) -> Int128 {
        var number = number
        for _ in 0..<digits {
            let (product, overflow) = number.multipliedReportingOverflow(by: 10)
            number = product
            hasOverflowed = hasOverflowed || overflow
        }
        return number
    }
}
