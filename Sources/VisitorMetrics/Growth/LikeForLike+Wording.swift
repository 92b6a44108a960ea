public import Languages
import VisitorModel

extension LikeForLike {
    /// What was compared: which months, how many places, and what was left out.
    public func summary(naming: PlaceNaming = BilingualText.init(verbatim:)) -> BilingualText {
        guard let first = months.first, let last = months.last else {
            return BilingualText(
                ja: "前年と同じ月・同じ場所で比べられる数値がありません。",
                en: "No count has a counterpart in the year before.")
        }
        let start = Period.month(first).label
        let end = Period.month(last).label
        let span = first == last ? start : BilingualText(ja: "\(start.ja)～\(end.ja)", en: "\(start.en) to \(end.en)")
        var ja = "\(span.ja)の\(places.count)か所について、前年の同じ月・同じ場所と比べています。"
        var en =
            "\(span.en) at \(places.count) \(places.count == 1 ? "place" : "places"), against the same months and places a year before."
        if !leftOut.isEmpty {
            let named = 3
            let names = BilingualText.list(leftOut.prefix(named).map { $0.label(naming: naming) })
            let rest = leftOut.count - named
            ja += "両年でそろわない\(leftOut.count)件(\(names.ja)\(rest > 0 ? "ほか" : ""))は除きました。"
            en += " Left out, for want of a counterpart: \(names.en)" + (rest > 0 ? " and \(rest) more." : ".")
        }
        return BilingualText(ja: ja, en: en)
    }
}

extension LikeForLike.LeftOut {
    /// The place, month and market in words.
    public func label(naming: PlaceNaming = BilingualText.init(verbatim:)) -> BilingualText {
        let place = naming(place)
        let month = Period.month(month).label
        let marketName = market.map { " \($0)" } ?? ""
        return BilingualText(
            ja: "\(place.ja) \(month.ja)分\(marketName)", en: "\(place.en) \(month.en)\(marketName)")
    }
}
