public import Languages
public import VisitorModel

/// When a place counts as 観光地点 in a year: by the counts of the year before.
///
/// The common standard asks for 10,000 visitors in the year before, or 5,000 in one of its months. So the list changes
/// every year, and a place that falls below drops out of the total without its visitors having gone away.
public struct DesignationRule: Sendable, Hashable {
    /// Visitors in the year before.
    public var leastInYear: ExactDecimal
    /// Visitors in one month of the year before.
    public var leastInMonth: ExactDecimal

    /// The rule of the common standard, unless other numbers are given.
    public init(leastInYear: ExactDecimal = 10_000, leastInMonth: ExactDecimal = 5_000) {
        self.leastInYear = leastInYear
        self.leastInMonth = leastInMonth
    }

    /// Whether a place counts in a year.
    public enum Standing: Sendable, Hashable {
        /// It does.
        case designated(Ground)
        /// The year before was counted in full, and both numbers are below the rule.
        case below(year: ExactDecimal, largestMonth: ExactDecimal)
        /// The year before is not known in full, and what is known does not reach the rule.
        case undecided(knownMonths: Int)
    }

    /// Why a place counts.
    public enum Ground: Sendable, Hashable {
        /// The year before reached the yearly number.
        case year(ExactDecimal)
        /// A month of it reached the monthly number.
        case month(Month, ExactDecimal)
        /// Somebody decided so, by a dated entry in the register.
        case declared
    }

    /// Judges a place by its monthly figures of the year before.
    ///
    /// Counts are never below zero, so months that are missing cannot undo what the known ones reach.
    public func standing(in year: CalendarYear, monthly: [Figure]) -> Standing {
        let before = CalendarYear(year.number - 1)
        let known = before.months.compactMap { month in
            monthly.first { $0.period == .month(month) }?.wholeValue.map { (month: month, count: $0) }
        }
        return standing(in: year, known: known)
    }

    func standing(in year: CalendarYear, known: [(month: Month, count: ExactDecimal)]) -> Standing {
        let sum = ExactDecimal.sum(of: known.map(\.count)) ?? .zero
        if sum >= leastInYear { return .designated(.year(sum)) }
        if let month = known.first(where: { $0.count >= leastInMonth }) {
            return .designated(.month(month.month, month.count))
        }
        guard known.count == 12 else { return .undecided(knownMonths: known.count) }
        return .below(year: sum, largestMonth: known.map(\.count).max() ?? .zero)
    }
}

extension DesignationRule.Standing {
    /// Whether the place is added up. What cannot be decided stays in, and is said: leaving it out would be a guess.
    public var counts: Bool {
        if case .below = self { false } else { true }
    }

    /// The reason in words.
    public var reason: BilingualText {
        switch self {
        case .designated(.year(let count)):
            BilingualText(ja: "前年\(count.grouped)人で年間の基準を満たす", en: "\(count.grouped) visitors the year before")
        case .designated(.month(let month, let count)):
            BilingualText(
                ja: "前年\(month.number)月\(count.grouped)人で月間の基準を満たす",
                en: "\(count.grouped) visitors in \(Period.month(month).label.en)")
        case .designated(.declared): BilingualText(ja: "登録による指定", en: "designated by the register")
        case .below(let year, let month):
            BilingualText(
                ja: "前年\(year.grouped)人、最大の月\(month.grouped)人で基準に届かない",
                en: "\(year.grouped) visitors the year before, \(month.grouped) in its largest month: below the rule")
        case .undecided(let months):
            BilingualText(
                ja: "前年の数値が\(months)か月分しかなく判定できないため、含めています",
                en: "only \(months) months of the year before are known, so it cannot be judged and stays in")
        }
    }
}
