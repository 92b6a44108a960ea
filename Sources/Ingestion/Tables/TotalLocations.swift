import OfficeTables
import VisitorModel

/// Finds the one number that explains why totals differ.
///
/// Where a row's total and a column's total differ by the same amount, the cell they share is it. Else a number is
/// suspected when one slip of the hand explains the difference, and no other number offers itself: a digit too many or too
/// few, thousands for ones, two digits changed round, left out of the total or counted twice.
struct TotalLocations {
    private let differences: [DifferingTotal]
    private let parts: [TotalsCheck.Part]
    private static let mostCompared = 200

    init(_ differences: [DifferingTotal], parts: [TotalsCheck.Part]) {
        self.differences = differences
        self.parts = parts
    }

    /// The part that explains a difference.
    func suspect(for index: Int) -> Int? {
        let own = differences[index]
        guard differences.count <= Self.mostCompared else { return nil }
        for (other, difference) in differences.enumerated()
        where other != index && difference.difference == own.difference {
            let shared = Set(own.parts).intersection(difference.parts)
            if shared.count == 1 { return shared.first }
        }
        // A grand total differs with them: what explains a row and a column explains it too.
        for (other, difference) in differences.enumerated()
        where other != index && difference.difference == own.difference {
            for third in differences.indices where third != other && differences[third].difference == own.difference {
                let shared = Set(difference.parts).intersection(differences[third].parts)
                if shared.count == 1, let only = shared.first, own.parts.contains(only) { return only }
            }
        }
        let slips = own.parts.filter { explains(parts[$0], own.difference) }
        return slips.count == 1 ? slips.first : nil
    }

    private func explains(_ part: TotalsCheck.Part, _ difference: ExactDecimal) -> Bool {
        guard let value = part.value.number?.whole, value > 0, let missing = difference.whole, value < 1 << 40 else {
            return false
        }
        // What the number would have to be.
        let meant = value + missing
        if meant == 0 || meant == value * 2 { return true }
        for factor in [10, 100, 1_000] where meant == value * factor || meant * factor == value { return true }
        return isTransposed(value, meant)
    }

    /// Whether two numbers differ by two neighbouring digits changed round.
    private func isTransposed(_ left: Int, _ right: Int) -> Bool {
        guard right > 0 else { return false }
        let one = Array(String(left))
        let two = Array(String(right))
        guard one.count == two.count else { return false }
        let places = one.indices.filter { one[$0] != two[$0] }
        guard places.count == 2, places[1] == places[0] + 1 else { return false }
        return one[places[0]] == two[places[1]] && one[places[1]] == two[places[0]]
    }
}
