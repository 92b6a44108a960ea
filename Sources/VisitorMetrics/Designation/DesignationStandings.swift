public import VisitorModel

/// Which places of a cut count in which year, by the counts of the year before.
struct DesignationStandings {
    let rule: DesignationRule
    let definition: MetricDefinition
    let markets: [String?]
    let table: CountTable

    init(_ thresholds: DesignationThresholds, of definition: MetricDefinition, markets: [String?], in table: CountTable)
    {
        rule = DesignationRule(leastInYear: thresholds.year, leastInMonth: thresholds.month)
        self.definition = definition
        self.markets = markets
        self.table = table
    }

    /// How a place stands in a year.
    func standing(of place: String, in year: CalendarYear) -> DesignationRule.Standing {
        var known: [(month: Month, count: ExactDecimal)] = []
        for month in CalendarYear(year.number - 1).months {
            let counts = markets.map { market in
                let series = SeriesKey(
                    measure: definition.measure, place: place, segment: definition.segment(ofMarket: market))
                return table.choice(of: series, in: .month(month), preferring: definition.vintages)?.entry.value.number
            }
            if !counts.contains(nil), let count = ExactDecimal.sum(of: counts.compactMap { $0 }) {
                known.append((month, count))
            }
        }
        return rule.standing(in: year, known: known)
    }
}

extension Figures {
    /// How each place of a definition's cut stands in a year; `nil` when the definition has no such rule.
    public func standings(of definition: MetricDefinition, in year: CalendarYear) -> [String: DesignationRule.Standing]?
    {
        guard let thresholds = definition.designation else { return nil }
        let markets: [String?] = definition.markets.isEmpty ? [nil] : definition.markets
        let standings = DesignationStandings(thresholds, of: definition, markets: markets, in: table)
        return Dictionary(
            uniqueKeysWithValues: definition.cut.members.map { ($0, standings.standing(of: $0, in: year)) })
    }
}
