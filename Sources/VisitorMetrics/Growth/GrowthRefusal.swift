public import Languages
public import VisitorModel

/// Why no rate of growth is given.
public enum GrowthRefusal: Error, Sendable, Hashable {
    /// There is no number for the year before.
    case baseMissing
    /// There is no number for the period itself.
    case currentMissing
    /// The year before was zero.
    case baseZero
    /// Counts are missing or still to come in one of the two periods.
    case incomplete(Period, Coverage)
    /// The two figures are defined differently; their identifiers with version.
    case differentDefinitions(current: String, base: String)
    /// The two figures come from different releases of the source.
    case differentVintages(current: [String], base: [String])
    /// The series broke between the two: they do not count the same.
    case seriesBreak(SeriesBreak)
    /// The two are not the same place, the same visitors, and the same period one year apart.
    case notCounterparts
    /// One of the two is kept back, and a rate would give it away.
    case suppressed
    /// The numbers are too large to be compared exactly.
    case outOfRange

    /// The reason in words.
    public func reason(naming: PlaceNaming = BilingualText.init(verbatim:)) -> BilingualText {
        switch self {
        case .baseMissing:
            BilingualText(ja: "前年同期の数値がありません。", en: "There is no figure for the same period a year before.")
        case .currentMissing:
            BilingualText(ja: "当期の数値がありません。", en: "There is no figure for the period.")
        case .baseZero:
            BilingualText(
                ja: "前年同期が0のため、増減率は計算できません。",
                en: "The same period a year before was zero, so there is no rate of growth.")
        case .incomplete(let period, let coverage):
            Self.incompleteReason(period.label, coverage.summary(naming: naming))
        case .differentDefinitions(let current, let base):
            BilingualText(
                ja: "定義が異なるため比較しません(\(current) と \(base))。",
                en: "The definitions differ (\(current) and \(base)), so no rate is given.")
        case .differentVintages(let current, let base):
            Self.vintageReason(.list(current.map { .vintageName($0) }), .list(base.map { .vintageName($0) }))
        case .seriesBreak(let seriesBreak):
            Self.breakReason(seriesBreak)
        case .notCounterparts:
            BilingualText(
                ja: "場所、区分、期間のいずれかがそろっていないため比較しません。",
                en: "Place, visitors or period do not match, so no rate is given.")
        case .suppressed:
            BilingualText(
                ja: "どちらかの数値を公表しないため、増減率も示しません。",
                en: "One of the two is kept back, so no rate is given either.")
        case .outOfRange:
            BilingualText(
                ja: "扱える桁数を超えたため計算できません。",
                en: "The numbers have more digits than can be compared exactly.")
        }
    }

    private static func breakReason(_ seriesBreak: SeriesBreak) -> BilingualText {
        let (title, kind, since) = (seriesBreak.titles, seriesBreak.kind.name, Period.month(seriesBreak.since).label)
        return BilingualText(
            ja: "\(since.ja)に系列の断層があるため比較しません(\(title.ja)、\(kind.ja))。",
            en: "The series breaks in \(since.en) (\(title.en), \(kind.en)), so no rate is given.")
    }

    private static func incompleteReason(_ period: BilingualText, _ summary: BilingualText) -> BilingualText {
        BilingualText(
            ja: "\(period.ja)の報告がそろっていないため比較しません(\(summary.ja))。",
            en: "\(period.en) is not whole (\(summary.en)), so no rate is given.")
    }

    private static func vintageReason(_ current: BilingualText, _ base: BilingualText) -> BilingualText {
        BilingualText(
            ja: "公表版が異なるため比較しません(当期は\(current.ja)、前年同期は\(base.ja))。",
            en: "The releases differ (\(current.en) now, \(base.en) a year before), so no rate is given.")
    }
}
