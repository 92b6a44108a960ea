public import Languages
public import VisitorModel

/// Where a goal's year will end, in words.
public struct OutlookText: Sendable, Hashable {
    /// What one month has to bring.
    public struct Need: Sendable, Hashable {
        /// The month.
        public var month: BilingualText
        /// The count.
        public var count: Int

        /// Makes a need.
        public init(month: BilingualText, count: Int) {
            self.month = month
            self.count = count
        }
    }

    /// What there is to say, already counted out.
    public struct Facts: Sendable, Hashable {
        /// The goal's year.
        public var year: BilingualText
        /// The goal.
        public var goal: Int
        /// The unit of all counts.
        public var unit: StatisticalUnit
        /// The year's total in the middle of the futures.
        public var median: Int
        /// The range that holds 80 % of the futures.
        public var low: Int
        /// The upper end of that range.
        public var high: Int
        /// The chance of the goal, such as `12 %` or `<1 %`.
        public var chance: BilingualText
        /// What the remaining months need against the same months of last year, in per cent with one digit.
        public var neededGrowth: ExactDecimal?
        /// The last month counted.
        public var lastMonth: BilingualText
        /// The first month from which no future seen reaches the goal.
        public var outOfReachFrom: BilingualText?
        /// Whether that is the very next month.
        public var isOutOfReachAtOnce: Bool
        /// What each month to come has to bring, in order; the counts add up to what the goal lacks.
        public var required: [Need]
        /// Earlier forecasts of the same span that could be checked, and how many ended within their 80 % range.
        public var checked: Int
        /// How many of them ended within the range.
        public var held: Int
        /// Months filled with last year's counts for the sums.
        public var filledMonths: [BilingualText]

        /// What missing reports could change; `nil` when none is missing.
        public var missing: MissingText?
        /// Months with declared events, which the models skip or learn without the event's visitors.
        public var eventMonths: [BilingualText]
        /// Months in which a place was closed once.
        public var closedMonths: [BilingualText]
        /// Months in which nobody came, unlike other years, and nothing declared says why.
        public var zeroMonths: [BilingualText]
        /// The first month the models learn from, where a declared break keeps earlier ones out.
        public var learntSince: BilingualText?

        /// Gathers the facts.
        public init(
            year: BilingualText, goal: Int, unit: StatisticalUnit, median: Int, low: Int, high: Int,
            chance: BilingualText, neededGrowth: ExactDecimal?, lastMonth: BilingualText,
            outOfReachFrom: BilingualText?, isOutOfReachAtOnce: Bool, required: [Need], checked: Int, held: Int,
            filledMonths: [BilingualText], missing: MissingText? = nil, eventMonths: [BilingualText] = [],
            closedMonths: [BilingualText] = [], zeroMonths: [BilingualText] = [], learntSince: BilingualText? = nil
        ) {
            self.year = year
            self.goal = goal
            self.unit = unit
            self.median = median
            self.low = low
            self.high = high
            self.chance = chance
            self.neededGrowth = neededGrowth
            self.lastMonth = lastMonth
            self.outOfReachFrom = outOfReachFrom
            self.isOutOfReachAtOnce = isOutOfReachAtOnce
            self.checked = checked
            self.held = held
            self.filledMonths = filledMonths
            self.missing = missing
            self.eventMonths = eventMonths
            self.closedMonths = closedMonths
            self.zeroMonths = zeroMonths
            self.learntSince = learntSince
            self.required = required
        }
    }

    /// The sentence to take away.
    public let headline: BilingualText
    /// What stands behind it.
    public let details: [BilingualText]
    /// Whether the goal can still be reached, where that is decided.
    public let reach: [BilingualText]
    /// What the forecast rests on: missing reports, its record, what the models did not learn from.
    public let caveats: [BilingualText]

    /// Puts an outlook into words.
    public init(_ facts: Facts) {
        let goal = BilingualText.goal(ExactDecimal(facts.goal), facts.unit)
        let range = BilingualText(
            ja: NumberFormat(language: .japanese).outlookRange(facts.low, facts.high),
            en: NumberFormat(language: .english).outlookRange(facts.low, facts.high))
        let median = BilingualText.briefAmount(ExactDecimal(facts.median), facts.unit)
        let growth = facts.neededGrowth.map { growth in
            let change = BilingualText.change(growth)
            return BilingualText(
                ja: "これから必要な伸びは前年同月比\(change.ja)です。",
                en: "Needed from now: \(change.en) on the same months of last year.")
        }
        let main = BilingualText(
            ja: "このペースなら\(facts.year.ja)は\(median.ja)（80\u{A0}%の範囲: \(range.ja)）。\(goal.ja)に届く確率は\(facts.chance.ja)。",
            en:
                "At this pace \(facts.year.en) ends at \(median.en) (80\u{A0}%: \(range.en)); chance of \(goal.en): \(facts.chance.en)."
        )
        // That missing reports decide is said before anything they decide about.
        headline = .sentences([facts.missing?.alert, main, growth].compactMap(\.self))
        let missing = [facts.missing?.sentence].compactMap { $0 }
        reach = [Self.reach(facts, goal)].compactMap { $0 }
        let rest = [Self.record(facts), Self.filled(facts), Self.events(facts), Self.closures(facts), Self.zeros(facts), Self.learning(facts)].compactMap { $0 }
        details = reach + missing + [Self.required(facts, goal)].compactMap { $0 } + rest
        caveats = missing + rest
    }

    private static func reach(_ facts: Facts, _ goal: BilingualText) -> BilingualText? {
        facts.outOfReachFrom.map { month in
            if facts.isOutOfReachAtOnce {
                return BilingualText(
                    ja: "計算したどの見通しでも、\(goal.ja)にはもう届きません。", en: "No forecast computed reaches \(goal.en) any more.")
            }
            return BilingualText(
                ja: "途中まで予測どおりに進んだ場合、\(month.ja)からは、計算したどの見通しでも\(goal.ja)に届きません。",
                en: "If the months before go as expected, no forecast computed reaches \(goal.en) from \(month.en) on.")
        }
    }

    private static func required(_ facts: Facts, _ goal: BilingualText) -> BilingualText? {
        guard !facts.required.isEmpty, facts.required.contains(where: { $0.count > 0 }) else { return nil }
        let months = facts.required.map { need in
            let count = BilingualText.count(need.count)
            return BilingualText(ja: "\(need.month.ja) \(count.ja)", en: "\(need.month.en) \(count.en)")
        }
        let list = BilingualText.list(months)
        return BilingualText(
            ja: "ちょうど\(goal.ja)になる月別の必要数: \(list.ja)。",
            en: "What reaches \(goal.en) exactly, month by month: \(list.en).")
    }

    private static func record(_ facts: Facts) -> BilingualText {
        guard facts.checked > 0 else {
            return BilingualText(
                ja: "過去の予測で確かめるにはデータが短すぎます。確率は目安です。",
                en: "Too short to check against earlier forecasts; take the chance as a rough one.")
        }
        return BilingualText(
            ja:
                "\(facts.lastMonth.ja)までの実績による見通しです。同じ期間を過去\(facts.checked)回予測し直すと、\(facts.held)回が80 %の範囲に入りました。災害や感染症のような急変は含みません。",
            en:
                "Seen from \(facts.lastMonth.en). Of \(facts.checked) forecasts of the same span made again from earlier years, \(facts.held) ended within their 80 % range. Shocks such as disasters or epidemics are not included."
        )
    }

    private static func events(_ facts: Facts) -> BilingualText? {
        guard !facts.eventMonths.isEmpty else { return nil }
        let months = BilingualText.list(facts.eventMonths)
        return BilingualText(
            ja: "登録された出来事のある\(months.ja)は、人数が登録されていればその分を除き、なければ月ごと予測の学習から外しています。",
            en:
                "\(months.en): declared events; the models learn these months without the event's visitors, or not at all where nobody counted them."
        )
    }

    private static func closures(_ facts: Facts) -> BilingualText? {
        guard !facts.closedMonths.isEmpty else { return nil }
        let months = BilingualText.list(facts.closedMonths)
        return BilingualText(
            ja: "一度限りの休業があった\(months.ja)は、休業地点の前後の年の実績を補って学習し、補えない月は学習から外しています。来年以降も休むとはみなしません。",
            en:
                "\(months.en): a place was closed this once; the models learn the month with what the place had a year before and after, or not at all, and expect no such closure again."
        )
    }

    private static func zeros(_ facts: Facts) -> BilingualText? {
        guard !facts.zeroMonths.isEmpty else { return nil }
        let months = BilingualText.list(facts.zeroMonths)
        return BilingualText(
            ja: "\(months.ja)は他の年と違って0のため、予測の学習から外しています。休業なら Pipelines/changes.yaml に登録してください。",
            en:
                "\(months.en): nobody was counted, unlike other years; the models skip it. If it was a closure, declare it in Pipelines/changes.yaml."
        )
    }

    private static func learning(_ facts: Facts) -> BilingualText? {
        facts.learntSince.map { month in
            BilingualText(
                ja: "登録された系列の断層により、予測の学習は\(month.ja)からの実績だけを使っています。",
                en: "A declared break in the series: the models learn from \(month.en) on only.")
        }
    }

    private static func filled(_ facts: Facts) -> BilingualText? {
        guard !facts.filledMonths.isEmpty else { return nil }
        let months = BilingualText.list(facts.filledMonths)
        return BilingualText(
            ja: "\(months.ja)は未報告分を前年同月並みとして合計に使い、予測の学習には使っていません。",
            en: "\(months.en): missing reports count as a year before in the sums; the models skip these months.")
    }
}

extension NumberFormat {
    /// A range in the large print: `231〜251万`, `2,310–2,510 thousand`.
    fileprivate func outlookRange(_ low: Int, _ high: Int) -> String {
        range(brief(ExactDecimal(low)), brief(ExactDecimal(high)))
    }
}
