import Languages
import VisitorModel

extension KPIWording {
    /// A term with its explanation, in both languages.
    struct Entry {
        let term: BilingualText
        let detail: BilingualText
    }

    static let achievementEntry = Entry(
        term: BilingualText(ja: "達成率 A/T", en: "Achieved A/T"),
        detail: BilingualText(
            ja: "実績A÷目標T。基準年でも0にはならないので、進んだ道のりは表しません。",
            en: "The count A over the target T. It is not zero at the baseline, so it says nothing about the way made."))
    static let progressEntry = Entry(
        term: BilingualText(ja: "進捗率 (A−B)/(T−B)", en: "Way made (A−B)/(T−B)"),
        detail: BilingualText(
            ja: "基準値Bから目標Tまでの道のりのうち、実績Aまでに進んだ割合。基準年が0 %、目標が100 %。",
            en: "How much of the way from the baseline B to the target T the count A has made: 0 % at the one, 100 % at the other."))
    static let pathEntry = Entry(
        term: BilingualText(ja: "必要な道筋", en: "Straight and compound path"),
        detail: BilingualText(
            ja: "基準年から目標年まで毎年同じ数だけ増える直線。年率一定の道筋は、毎年同じ率で増える場合の水準。",
            en: "The straight path adds the same number each year from baseline to target; the compound path grows by the same rate each year."))

    static func goalEntry(_ title: BilingualText, _ source: BilingualText) -> Entry {
        Entry(term: BilingualText(ja: "目標", en: "Target"), detail: BilingualText(
            ja: "\(title.ja)。出典：\(source.ja)", en: "\(title.en). Source: \(source.en)"))
    }

    static func term(_ title: BilingualText, _ id: String) -> BilingualText {
        BilingualText(ja: "\(title.ja) \(id)", en: "\(title.en) \(id)")
    }

    static func meaning(_ formula: BilingualText, _ unit: BilingualText, _ source: BilingualText) -> BilingualText {
        BilingualText(
            ja: "\(formula.ja)。単位：\(unit.ja)。出典：\(source.ja)",
            en: "\(formula.en). Unit: \(unit.en). Source: \(source.en)")
    }

    static func peak(_ year: BilingualText, _ months: BilingualText, _ ratio: BilingualText) -> Entry {
        Entry(term: BilingualText(ja: "最多月", en: "Busiest month"), detail: BilingualText(
            ja: "\(year.ja)は\(months.ja)で、月平均の\(ratio.ja)倍。",
            en: "\(months.en) in \(year.en), \(ratio.en) times the average month."))
    }

    static func trough(_ year: BilingualText, _ months: BilingualText, _ ratio: BilingualText?) -> Entry {
        Entry(term: BilingualText(ja: "最少月", en: "Quietest month"), detail: BilingualText(
            ja: "\(year.ja)は\(months.ja)。" + (ratio.map { "最多月は最少月の\($0.ja)倍。" } ?? ""),
            en: "\(months.en) in \(year.en)." + (ratio.map { " The busiest month had \($0.en) times as many." } ?? "")))
    }

    static func gini(_ value: BilingualText) -> Entry {
        Entry(term: BilingualText(ja: "月別ジニ係数", en: "Gini over months"), detail: BilingualText(
            ja: "\(value.ja)（0はすべての月が同じ、11/12は1か月に集中）。",
            en: "\(value.en) (0: all months equal; 11/12: all in one month)."))
    }

    static func evenness(low: BilingualText, mean: BilingualText, gini: BilingualText) -> Entry {
        Entry(term: BilingualText(ja: "平準化率", en: "Evenness"), detail: BilingualText(
            ja: "最少月÷最多月 \(low.ja)、月平均÷最多月 \(mean.ja)、1−ジニ係数 \(gini.ja)。国のKPIの算式は公表されていないため、算式の名前を付けて示します。",
            en: "Quietest over busiest month \(low.en); average over busiest \(mean.en); 1 − Gini \(gini.en). The national KPI has no published formula, so each reading is given by its name."))
    }
}
