import VisitorModel

// What the register of changes says about the past that models learn from. Sums and verdicts on the past keep every
// count as it is; only the fit is spared what will not come again.
extension KnownChanges {
    /// What a model may learn from a month's count; `nil` for nothing.
    ///
    /// An event's visitors are taken off where they were counted; without their number the month is left out. Months
    /// before a break across which growth is refused counted something else and are left out too.
    ///
    /// - Parameters:
    ///   - count: The month's count.
    ///   - measure: What was counted.
    ///   - places: The places it adds up.
    ///   - month: The month.
    ///   - isSplit: Whether the count is that of one market, of which no event says how many of its visitors came from
    ///     there.
    func lesson(
        from count: Double, of measure: String, at places: [String], in month: Month, isSplit: Bool = false
    ) -> Double? {
        if let since = learnableSince(of: measure, at: places), month < since { return nil }
        var usual = count
        for event in events where places.contains(where: { event.touches($0, measure, in: month) }) {
            guard let counted = event.counted, !isSplit else { return nil }
            usual -= counted.approximate
        }
        // More taken off than was counted: one of the two numbers is wrong, and neither teaches anything.
        return usual < 0 ? nil : usual
    }

    /// The first month counted as today, where an earlier one was not.
    func learnableSince(of measure: String, at places: [String]) -> Month? {
        breaks.filter { entry in
            entry.growth == .refuse && places.contains { entry.concerns($0, measure) }
        }.map(\.since).max()
    }

    /// The months that an event shows in.
    func eventMonths(of measure: String, at places: [String], among months: [Month]) -> [Month] {
        months.filter { month in
            events.contains { event in places.contains { event.touches($0, measure, in: month) } }
        }
    }
}
