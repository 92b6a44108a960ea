import OfficeTables
import VisitorModel

/// A printed total that none of its readings fits.
struct DifferingTotal {
    var printed: TotalsCheck.Printed
    /// The total as printed.
    var value: ExactDecimal
    /// What the parts it most likely covers add up to.
    var sum: ExactDecimal
    /// Printed less sum.
    var difference: ExactDecimal
    /// Those parts.
    var parts: [Int]
}

/// Finds out which parts a printed total covers, and compares.
struct TotalScopes {
    private let parts: [TotalsCheck.Part]
    private let printed: [TotalsCheck.Printed]

    init(_ check: TotalsCheck) {
        parts = check.parts
        printed = check.printed
    }

    private struct Group: Hashable {
        var valueColumn: Int
        var block: Int
        /// The labels, empty where the total lacks one.
        var labels: [String?]
    }

    /// The totals that fit no reading.
    func differences() -> [DifferingTotal] {
        let masks = Set(printed.map { $0.labels.map { $0 == nil } })
        var members: [Group: [Int]] = [:]
        for (index, part) in parts.enumerated() {
            for mask in masks where mask.count == part.labels.count {
                let labels = zip(part.labels, mask).map { label, isLacking in isLacking ? nil : label }
                members[Group(valueColumn: part.valueColumn, block: part.block, labels: labels), default: []].append(
                    index)
            }
        }
        var totals: [Group: [Int]] = [:]
        for (index, total) in printed.enumerated() { totals[group(of: total), default: []].append(index) }
        return printed.indices.compactMap { index in
            let group = group(of: printed[index])
            return difference(
                of: printed[index], parts: members[group] ?? [], rivals: (totals[group] ?? []).map { printed[$0].order }
            )
        }
    }

    private func group(of total: TotalsCheck.Printed) -> Group {
        Group(valueColumn: total.valueColumn, block: total.block, labels: total.labels)
    }

    private func difference(of total: TotalsCheck.Printed, parts members: [Int], rivals: [Int]) -> DifferingTotal? {
        guard let value = total.value.number else { return nil }
        var closest: DifferingTotal?
        for scope in scopes(of: total, members, rivals: rivals) where !scope.isEmpty {
            var check = TotalCheck<Int>()
            for index in scope { check.add(parts[index].value, to: 0) }
            switch check.compare(printed: total.value, for: 0) {
            // A total in order, or one that nothing can be said about.
            case .agrees, .notPossible: return nil
            case .differs(let found):
                guard closest.map({ found.difference.magnitude < $0.difference.magnitude }) ?? true else { continue }
                closest = DifferingTotal(
                    printed: total, value: value, sum: found.sum, difference: found.difference, parts: scope)
            }
        }
        return closest
    }

    /// The sets of parts a total may cover, the likelier first.
    private func scopes(of total: TotalsCheck.Printed, _ members: [Int], rivals: [Int]) -> [[Int]] {
        if let period = total.period {
            let inside = members.filter { parts[$0].period.map { Self.lies($0, in: period) } ?? false }
            return [isWhole(inside, period) ? inside : []]
        }
        let before = rivals.filter { $0 < total.order }
        let after = rivals.filter { $0 > total.order }.min() ?? .max
        var scopes: [[Int]] = []
        let sinceLast = members.filter { parts[$0].order < total.order && parts[$0].order > before.max() ?? 0 }
        scopes.append(members.filter { parts[$0].order < total.order })
        scopes.append(sinceLast)
        scopes.append(members.filter { parts[$0].order > total.order && parts[$0].order < after })
        scopes.append(members)
        scopes += wholeYears(of: members)
        return scopes
    }

    /// The calendar and fiscal years all of whose months are there.
    private func wholeYears(of members: [Int]) -> [[Int]] {
        let months = Set(members.compactMap { parts[$0].period?.firstMonth })
        guard months.count > 12 else { return [] }
        let years = Set(
            months.map { Period.calendarYear($0.calendarYear) } + months.map { Period.fiscalYear($0.fiscalYear) })
        return years.sorted().map { year in
            let inside = members.filter { parts[$0].period.map { Self.lies($0, in: year) } ?? false }
            return isWhole(inside, year) ? inside : []
        }
    }

    private func isWhole(_ members: [Int], _ period: Period) -> Bool {
        Set(members.flatMap { parts[$0].period?.months ?? [] }).count == period.months.count
    }

    private static func lies(_ part: Period, in whole: Period) -> Bool {
        part.firstMonth >= whole.firstMonth && part.lastMonth <= whole.lastMonth
    }
}

extension ExactDecimal {
    /// The number without its sign.
    var magnitude: ExactDecimal { isNegative ? negated : self }
}
