import OfficeTables
import PipelineDefinition
import StatisticalMessages
import VisitorModel

/// Brings a message's numbers to the scale and unit a profile's column is kept in.
struct MessageUnits {
    /// Whether each unit a message words can be counted in a column's unit.
    private var known: [String: Bool] = [:]

    /// A number with the scale the message states it in, as a cell would write it: 1,602千.
    ///
    /// A scale the profile declares wins over the message's.
    mutating func apply(
        _ observation: MessageObservation, to number: String, of column: ProfileColumn
    ) -> (text: String, isOtherUnit: Bool) {
        var isOther = false
        if let wanted = column.unit, let stated = observation.unit, !stated.isEmpty {
            let key = wanted.rawValue + "\u{1F}" + stated
            isOther = known[key] ?? Self.isOther(stated, than: wanted)
            if known.count < 1000 { known[key] = isOther }
        }
        guard column.scale == nil, observation.powerOfTen != 0,
            number.utf8.contains(where: { (0x30...0x39).contains($0) })
        else { return (number, isOther) }
        return (Self.scaled(number, by: observation.powerOfTen), isOther)
    }

    /// Whether a unit's word names another thing than the column counts; 人 alone may be any count of persons, and a
    /// word or code nobody knows here is left to the profile.
    private static func isOther(_ stated: String, than wanted: StatisticalUnit) -> Bool {
        guard let found = ScaleAndUnit.find(in: "単位:" + stated).value?.unit, found != wanted else { return false }
        let persons: Set<StatisticalUnit> = [.persons, .personDays, .personNights, .personSpots, .personTrips]
        return !(found == .persons && persons.contains(wanted) || wanted == .persons && persons.contains(found))
    }

    private static func scaled(_ number: String, by power: Int) -> String {
        switch power {
        case 3: number + "千"
        case 4: number + "万"
        case 6: number + "百万"
        case 8: number + "億"
        // The nearest scale word below keeps most of what is known about rounding.
        case 9...: shifted(number, by: power - 8).map { $0 + "億" } ?? number + "×10^\(power)"
        case 5, 7: shifted(number, by: power - 4).map { $0 + "万" } ?? number + "×10^\(power)"
        default: shifted(number, by: power) ?? number + "×10^\(power)"
        }
    }

    /// A plain decimal with its point moved; `nil` for anything else, which then is held as it stands.
    static func shifted(_ number: String, by places: Int) -> String? {
        let isNegative = number.hasPrefix("-")
        let parts = number.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            number.utf8.count < 60, (-20...20).contains(places)
        else { return nil }
        var digits = String(parts[0])
        var fraction = parts.count == 2 ? String(parts[1]) : ""
        for _ in 0..<max(0, places) {
            digits.append(fraction.isEmpty ? "0" : fraction.removeFirst())
        }
        for _ in 0..<max(0, -places) {
            fraction.insert(digits.isEmpty ? "0" : digits.removeLast(), at: fraction.startIndex)
        }
        let whole = String(digits.drop { $0 == "0" })
        return (isNegative ? "-" : "") + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
    }
}

extension ProfileDefinition {
    /// The profile with the marks its file explains itself; what the profile says of a mark wins.
    func understandingMarks(_ marks: [String: SymbolMeaning]) -> ProfileDefinition {
        var understanding = self
        for index in columns.indices where columns[index].type == .count || columns[index].type == .number {
            var symbols = marks
            // A number that is not there comes as the word of its status.
            for status in ObservationStatus.allCases where !status.hasValue && status != .held {
                symbols[status.rawValue] = .absent(status)
            }
            for (mark, meaning) in columns[index].symbols { symbols[mark] = meaning }
            understanding.columns[index].symbols = symbols
        }
        return understanding
    }
}
