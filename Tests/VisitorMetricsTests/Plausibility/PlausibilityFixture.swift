import VisitorMetrics
import VisitorModel

/// Six calm years of a place with a season: a spring and an autumn peak, a slow rise, a wobble of up to 3 %.
struct CalmPlace {
    static let season = [40, 42, 75, 90, 130, 60, 85, 120, 70, 95, 100, 45]

    let name: String
    let level: Int
    /// Turns the season, so that places differ.
    var turn = 0

    /// The number of a month that many months after January 2013.
    func number(_ index: Int) -> Int {
        let base = Self.season[(index + turn) % 12] * level
        let wobble = (index * 7 + turn * 3) % 7 - 3
        return base * (1_000 + 2 * index + 10 * wobble) / 1_000
    }

    /// Seventy-two months from January 2013 on, with some of them changed.
    func series(_ change: (Int, Int) -> Int = { _, number in number }) -> MonthlySeries {
        var counts: [Month: ExactDecimal] = [:]
        for index in 0..<72 {
            counts[month("2013-01").advanced(by: index)] = ExactDecimal(change(index, number(index)))
        }
        return MonthlySeries(SeriesKey(measure: "visitors", place: name), counts: counts)!
    }
}

/// The index of a month since January 2013.
func index(_ id: String) -> Int { month("2013-01").distance(to: month(id)) }

/// What is found in some series, as "kind place month".
func found(_ series: [MonthlySeries], _ changes: KnownChanges = KnownChanges(), places: PlaceTree? = nil) -> [String] {
    PlausibilityChecker(changes: changes).findings(in: series, places: places).map {
        "\($0.kind.rawValue) \($0.series.place) \($0.month.id)"
    }
}
