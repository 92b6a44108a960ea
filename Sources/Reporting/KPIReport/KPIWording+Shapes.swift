import ChartDrawing
import Languages
import VisitorModel

extension KPIWording {
    /// A sentence and what it is made of.
    static func listed(_ sentence: BilingualText, _ list: BilingualText) -> BilingualText {
        guard !list.en.isEmpty else { return sentence }
        return BilingualText(ja: "\(sentence.ja)。\(list.ja)", en: "\(sentence.en). \(list.en)")
    }

    static let calendarCaption = BilingualText(ja: "月別の人数（年ごと）", en: "Months, year by year")
    static let placesShapeCaption = BilingualText(ja: "地点別の直近12か月", en: "The last twelve months by place")

    /// In how many whole years one month was the busiest.
    static func calendarTitle(_ month: BilingualText, _ count: Int, of years: Int) -> BilingualText {
        if count == years, years > 1 {
            return BilingualText(
                ja: "12か月がそろった\(years)年すべてで、最も多いのは\(month.ja)",
                en: "\(month.en) was the busiest month in all \(years) whole years")
        }
        return BilingualText(
            ja: "12か月がそろった\(years)年のうち\(count)年で、最も多いのは\(month.ja)",
            en: "\(month.en) was the busiest month in \(count) of \(years) whole years")
    }

    static let bridgeCaption = BilingualText(ja: "前年からの増減の内訳", en: "What each place added or took away")
    static let otherPlaces = BilingualText(ja: "その他の地点", en: "All other places")

    static func yearTitle(_ destination: BilingualText, _ year: BilingualText) -> BilingualText {
        BilingualText(ja: "\(destination.ja) 観光KPI年次報告（\(year.ja)）", en: "\(destination.en) tourism KPI report for \(year.en)")
    }

    /// What a year gained or lost, and where the most of it.
    static func bridgeTitle(
        _ before: BilingualText, _ after: BilingualText, _ amount: BilingualText, rose: Bool, _ place: BilingualText?
    ) -> BilingualText {
        BilingualText(
            ja: "\(after.ja)は\(before.ja)より\(amount.ja)\(rose ? "多い" : "少ない")"
                + (place.map { "。最も動いたのは\($0.ja)" } ?? ""),
            en: "\(after.en) had \(amount.en) \(rose ? "more" : "fewer") than \(before.en)"
                + (place.map { "; the largest change was at \($0.en)" } ?? ""))
    }

    static func placesShapeTitle(_ count: Int) -> BilingualText {
        BilingualText(
            ja: "\(count)地点の直近12か月と前年（高さは地点ごと。右の率は年初からの前年比）",
            en: "\(count) places, the last twelve months and the year before (each to its own height; rate of the year so far)"
        )
    }

    static func coverageTitle(months: Int, missing: Int, _ names: BilingualText?) -> BilingualText {
        guard missing > 0, let names else {
            return BilingualText(
                ja: "直近\(months)か月の報告はすべて届いている", en: "All reports of the last \(months) months are in")
        }
        return BilingualText(
            ja: "直近\(months)か月の未報告は\(missing)件（\(names.ja)）",
            en: missing == 1
                ? "One report of the last \(months) months is missing (\(names.en))"
                : "\(missing) reports of the last \(months) months are missing (\(names.en))")
    }

    static func coverageSpan(_ months: [Month]) -> BilingualText {
        let labels = [months.first, months.last].compactMap { $0 }.map { Period.month($0).label }
        return BilingualText(ja: labels.map(\.ja).joined(separator: "〜"), en: labels.map(\.en).joined(separator: " to "))
    }

    static let reportStates: [CoverageMatrix.State: BilingualText] = [
        .reported: BilingualText(ja: "報告済み", en: "reported"),
        .preliminary: BilingualText(ja: "速報・推計", en: "preliminary or estimated"),
        .partly: BilingualText(ja: "一部だけ", en: "in part"),
        .missing: BilingualText(ja: "未報告", en: "missing"),
        .closed: BilingualText(ja: "休業", en: "closed"),
        .held: BilingualText(ja: "保留中", en: "on hold"),
        .ahead: BilingualText(ja: "これから", en: "not yet due"),
    ]
}
