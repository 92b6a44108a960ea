public import Languages
public import VisitorModel

/// What forecasts published before were worth, in words: it stands beside the next one.
public struct ForecastRecordText: Sendable, Hashable {
    /// What there is to say, already counted out.
    public struct Facts: Sendable, Hashable {
        /// How many forecasts were published.
        public var forecasts: Int
        /// The last month the first of them rested on.
        public var since: Month?
        /// How many monthly counts were foretold and are in.
        public var months: Int
        /// How many of these lie in the range that was to hold 80 %.
        public var in80: Int
        /// How many lie in the range that was to hold 95 %.
        public var in95: Int
        /// The mean scaled error; 1 is what repeating the year before got in the past.
        public var meanScaledError: Double?
        /// How many of the counts may still be revised.
        public var preliminary: Int
        /// How many forecast years are over, with every report in.
        public var years: Int
        /// How many of their totals lie in the range that was to hold 80 %.
        public var yearsIn80: Int
        /// The mean Brier score of the chances said for these years.
        public var brier: Double?

        /// Gathers the facts.
        public init(
            forecasts: Int, since: Month?, months: Int, in80: Int, in95: Int, meanScaledError: Double?,
            preliminary: Int, years: Int, yearsIn80: Int, brier: Double?
        ) {
            self.forecasts = forecasts
            self.since = since
            self.months = months
            self.in80 = in80
            self.in95 = in95
            self.meanScaledError = meanScaledError
            self.preliminary = preliminary
            self.years = years
            self.yearsIn80 = yearsIn80
            self.brier = brier
        }
    }

    /// The sentence; `nil` when nothing was ever published.
    public let sentence: BilingualText?

    /// Puts a record into words.
    public init(_ facts: Facts) {
        guard facts.forecasts > 0, let since = facts.since else {
            sentence = nil
            return
        }
        let month = Period.month(since).label
        guard facts.months > 0 else {
            sentence = BilingualText(
                ja: "これまでに公表した見通しは\(facts.forecasts)件です（\(month.ja)までの実績から）。予測した月の実績はまだそろっていません。",
                en:
                    "\(Self.counted(facts.forecasts, "forecast")) published so far, from \(month.en) on; no month foretold is counted yet."
            )
            return
        }
        let error = facts.meanScaledError.map { error in
            let text = Self.decimal(error, places: 2)
            return BilingualText(
                ja: "平均誤差は「前年同月のまま」とした場合の\(text.ja)倍です", en: "mean error \(text.en) times a naive forecast's")
        }
        let main = BilingualText(
            ja:
                "公表した見通しの成績: \(month.ja)以降の\(facts.forecasts)件で予測し、実績の出たのべ\(facts.months)か月のうち\(facts.in80)か月が80 %の範囲、\(facts.in95)か月が95 %の範囲に入りました。"
                + (error.map { "\($0.ja)。" } ?? ""),
            en:
                "The record of published forecasts: of \(facts.months) monthly counts foretold since \(month.en) (\(Self.counted(facts.forecasts, "forecast"))), \(facts.in80) lay inside the 80 % range and \(facts.in95) inside the 95 % range"
                + (error.map { "; \($0.en)" } ?? "") + ".")
        let preliminary =
            facts.preliminary == 0
            ? nil
            : BilingualText(
                ja: "うち\(facts.preliminary)か月は速報などの未確定値と比べたもので、改訂されれば変わります。",
                en:
                    "\(facts.preliminary) of them \(facts.preliminary == 1 ? "is" : "are") scored against counts that are not final and may move."
            )
        let years = facts.brier.map { brier in
            let text = Self.decimal(brier, places: 3)
            return BilingualText(
                ja:
                    "結果の出た年の見通し\(facts.years)件のうち\(facts.yearsIn80)件で年間合計が80 %の範囲に入り、確率のBrierスコアは\(text.ja)です（0.25は五分五分と言い続けた場合）。",
                en:
                    "Of \(Self.counted(facts.years, "forecast")) of years now over, \(facts.yearsIn80) held the total in the 80 % range; Brier score of the chances \(text.en) (0.25 is always saying one half)."
            )
        }
        sentence = .sentences([main, preliminary, years].compactMap(\.self))
    }

    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    /// A number with a fixed count of digits, rounded.
    private static func decimal(_ value: Double, places: Int) -> BilingualText {
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        guard value.isFinite, abs(value) < 1e12,
            let number = ExactDecimal(coefficient: Int128((value * scale).rounded()), fractionDigits: places)
        else { return BilingualText(verbatim: "–") }
        return .written { $0.exact(number) }
    }
}
