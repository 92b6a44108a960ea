public import VisitorModel

/// A unit as offices write it behind a number or in a title.
public struct UnitWord: Sendable, Hashable {
    /// The word, in narrow characters: `人地点`, `%`.
    public let spelling: String
    /// The unit it means; `nil` for counters no measure is kept in (件, 組, 室).
    public let unit: StatisticalUnit?

    /// The words known, longer ones before the words they begin with.
    static let known: [UnitWord] = [
        UnitWord(spelling: "人地点", unit: .personSpots),
        UnitWord(spelling: "人回", unit: .personTrips),
        UnitWord(spelling: "人泊", unit: .personNights),
        UnitWord(spelling: "人日", unit: .personDays),
        UnitWord(spelling: "人", unit: .persons),
        UnitWord(spelling: "名", unit: .persons),
        UnitWord(spelling: "台", unit: .vehicles),
        UnitWord(spelling: "円", unit: .yen),
        UnitWord(spelling: "回", unit: .times),
        UnitWord(spelling: "件", unit: nil),
        UnitWord(spelling: "社", unit: .firms),
        UnitWord(spelling: "点", unit: .points),
        UnitWord(spelling: "組", unit: nil),
        UnitWord(spelling: "室", unit: nil),
        UnitWord(spelling: "%", unit: .percent),
    ]

    private static let spelled: [(scalars: [Unicode.Scalar], word: UnitWord)] =
        known.map { (Array($0.spelling.unicodeScalars), $0) }

    /// The unit word a text begins with, and what follows it.
    static func leading(_ scalars: ArraySlice<Unicode.Scalar>) -> (word: UnitWord, rest: ArraySlice<Unicode.Scalar>)? {
        for (spelling, word) in spelled where scalars.starts(with: spelling) {
            return (word, scalars.dropFirst(spelling.count))
        }
        return nil
    }
}

extension Scale {
    /// The scale word a text begins with (百万, 千, 万, 億), and what follows it.
    static func leading(_ scalars: ArraySlice<Unicode.Scalar>) -> (scale: Scale, rest: ArraySlice<Unicode.Scalar>)? {
        if scalars.starts(with: "10億".unicodeScalars) { return (.billion, scalars.dropFirst(3)) }
        return switch scalars.first {
        case "千": (.thousand, scalars.dropFirst())
        case "万": (.tenThousand, scalars.dropFirst())
        case "億": (.hundredMillion, scalars.dropFirst())
        case "十" where scalars.dropFirst().first == "億": (.billion, scalars.dropFirst(2))
        case "百" where scalars.dropFirst().first == "万": (.million, scalars.dropFirst(2))
        default: nil
        }
    }
}
