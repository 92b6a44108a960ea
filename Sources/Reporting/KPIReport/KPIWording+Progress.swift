import Languages
import VisitorMetrics
import VisitorModel

extension KPIWording {
    static let year = BilingualText(ja: "年", en: "Year")
    static let actual = BilingualText(ja: "実績", en: "Counted")
    static let straightPath = BilingualText(ja: "必要な道筋", en: "Straight path")
    static let compoundPath = BilingualText(ja: "年率一定の道筋", en: "Compound path")
    static let paceGap = BilingualText(ja: "道筋との差", en: "Gap to path")
    static let achievement = BilingualText(ja: "達成率 A/T", en: "Achieved A/T")
    static let wayShare = BilingualText(ja: "進捗率 (A−B)/(T−B)", en: "Way made (A−B)/(T−B)")
    static let asPublished = BilingualText(ja: "計画の基準値", en: "the plan's baseline")
    static let noValue = BilingualText(ja: "数値なし", en: "no figure")
    static let bothReadings = BilingualText(
        ja: "暦年と年度は9か月が重なる別の数え方です。互いに足したり比べたりはできません。",
        en: "Calendar and fiscal years share nine months. They are two readings and never added or compared.")
    static let noWholeYearTitle = BilingualText(
        ja: "報告がそろった年がまだない", en: "No year has every report in yet")

    static let targetLine = BilingualText(ja: "目標", en: "Target")

    static func startTitle(_ goal: BilingualText) -> BilingualText {
        BilingualText(ja: "基準年から目標\(goal.ja)へ", en: "From the baseline towards \(goal.en)")
    }

    static func pathTitle(_ year: BilingualText, _ gap: BilingualText, _ side: VerdictWording.Side) -> BilingualText {
        switch side {
        case .above:
            BilingualText(ja: "\(year.ja)は必要な道筋を\(gap.ja)上回った", en: "\(year.en) ended \(gap.en) above the path it needed")
        case .on: BilingualText(ja: "\(year.ja)はちょうど必要な道筋の上にある", en: "\(year.en) ended exactly on the path it needed")
        case .below:
            BilingualText(ja: "\(year.ja)は必要な道筋を\(gap.ja)下回った", en: "\(year.en) ended \(gap.en) below the path it needed")
        }
    }

    static func targetTitle(
        _ year: BilingualText, _ goal: BilingualText, _ gap: BilingualText, _ side: VerdictWording.Side
    ) -> BilingualText {
        switch side {
        case .above:
            BilingualText(ja: "\(year.ja)は目標\(goal.ja)を\(gap.ja)上回った", en: "\(year.en) ended \(gap.en) above the target of \(goal.en)")
        case .on: BilingualText(ja: "\(year.ja)は目標\(goal.ja)とちょうど同じだった", en: "\(year.en) ended exactly at the target of \(goal.en)")
        case .below:
            BilingualText(ja: "\(year.ja)は目標\(goal.ja)を\(gap.ja)下回った", en: "\(year.en) ended \(gap.en) below the target of \(goal.en)")
        }
    }

    static func progressCaption(_ basis: TargetProgress.Basis) -> BilingualText {
        switch basis {
        case .calendarYear: BilingualText(ja: "暦年（1～12月）で見た進捗", en: "Progress by calendar year, January to December")
        case .fiscalYear: BilingualText(ja: "年度（4～3月）で見た進捗", en: "Progress by fiscal year, April to March")
        }
    }

    /// A Japanese year with the common era behind it; English has only the one.
    static func bothCalendars(_ label: BilingualText, _ common: String) -> BilingualText {
        BilingualText(ja: "\(label.ja)（\(common)）", en: label.en)
    }
}
