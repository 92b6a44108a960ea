import Languages
import VisitorModel

/// The words around figures in tables.
enum FigureWording {
    static let period = BilingualText(ja: "期間", en: "Period")
    static let value = BilingualText(ja: "値", en: "Value")
    static let coverage = BilingualText(ja: "報告状況", en: "Reports in")
    static let status = BilingualText(ja: "状態", en: "Status")
    static let growth = BilingualText(ja: "前年比", en: "Year on year")
    static let all = BilingualText(ja: "全体", en: "All")
    static let notYet = BilingualText(ja: "未到来", en: "still to come")
    static let inProgress = BilingualText(ja: "期間の途中", en: "in progress")

    /// The unit stands here too: a terminal has no room for it above the columns.
    static func caption(_ definition: MetricDefinition) -> BilingualText {
        let (title, id, unit) = (definition.titles, definition.id, definition.unit.name)
        return BilingualText(ja: "\(title.ja)〔\(id)〕単位：\(unit.ja)", en: "\(title.en) [\(id)], in \(unit.en)")
    }

    static func outside(_ months: Int) -> BilingualText {
        BilingualText(
            ja: "調査対象外\(months)か月",
            en: months == 1 ? "1 month outside the series" : "\(months) months outside the series")
    }

    static func name(_ place: BilingualText, _ month: BilingualText, market: BilingualText?) -> BilingualText {
        BilingualText(
            ja: "\(place.ja) \(month.ja)" + (market.map { "（\($0.ja)）" } ?? ""),
            en: "\(place.en) \(month.en)" + (market.map { " (\($0.en))" } ?? ""))
    }

    static func missing(_ names: BilingualText, more: Int, reason: BilingualText?) -> BilingualText {
        BilingualText(
            ja: names.ja + (more > 0 ? "ほか\(more)件" : "") + "が" + (reason?.ja ?? "欠測"),
            en: (reason?.en ?? "missing") + ": " + names.en + (more > 0 ? " and \(more) more" : ""))
    }

    static func footnote(
        _ period: BilingualText, _ subject: BilingualText?, _ gaps: BilingualText, isCount: Bool,
        range: BilingualText? = nil
    ) -> BilingualText {
        let name = BilingualText(
            ja: period.ja + (subject.map { " \($0.ja)" } ?? ""), en: period.en + (subject.map { ", \($0.en)" } ?? ""))
        return BilingualText(
            ja: "* \(name.ja)は報告がそろっていません（\(gaps.ja)）。" + (isCount ? "実際の値はこれ以上です。" : "")
                + (range.map { "過去の実績を当てると\($0.ja)。" } ?? ""),
            en: "* \(name.en) is not whole (\(gaps.en))." + (isCount ? " The true figure is at least this." : "")
                + (range.map { " With usual counts in the gaps: \($0.en)." } ?? ""))
    }

    /// A rate the register allows across a break, with what broke.
    static func acrossBreak(_ period: BilingualText, _ seriesBreak: SeriesBreak) -> BilingualText {
        let (title, kind, since) = (seriesBreak.titles, seriesBreak.kind.name, Period.month(seriesBreak.since).label)
        return BilingualText(
            ja: "\(period.ja)の前年比は、\(since.ja)の断層（\(title.ja)、\(kind.ja)）をまたいでいます。",
            en: "\(period.en), year on year, reaches across a break in \(since.en) (\(title.en), \(kind.en)).")
    }

    static func noGrowth(_ period: BilingualText, _ reason: BilingualText) -> BilingualText {
        BilingualText(ja: "\(period.ja)の前年比：\(reason.ja)", en: "\(period.en), year on year: \(reason.en)")
    }
}
