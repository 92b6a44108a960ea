public import Languages
import VisitorModel

extension PlausibilityFinding {
    /// What was noticed, in one sentence.
    public func message(naming: PlaceNaming = BilingualText.init(verbatim:)) -> BilingualText {
        let place = naming(series.place)
        let month = Period.month(month).label
        let value = value.grouped
        let others = BilingualText.list(otherPlaces.map(naming))
        let usual = expected?.grouped ?? ""
        let start = Period.month(firstMonth).label
        let span =
            firstMonth == self.month
            ? month : BilingualText(ja: "\(start.ja)～\(month.ja)", en: "\(start.en) to \(month.en)")
        switch kind {
        case .powerOfTen, .jump:
            return BilingualText(
                ja: "\(place.ja) \(month.ja)の\(value)は、過去の実績からの見込み\(usual)と大きく違います。",
                en: "\(place.en), \(month.en): \(value), where its own past suggests \(usual).")
        case .levelShift:
            return BilingualText(
                ja: "\(place.ja)は\(span.ja)の水準が続けて変わっています（\(month.ja)は\(value)、見込み\(usual)）。",
                en:
                    "\(place.en) is on another level from \(span.en) (\(value) in the last month, where \(usual) was to be expected)."
            )
        case .copiedMonth:
            return BilingualText(
                ja: "\(place.ja) \(month.ja)の\(value)は前の月と同じ数です。",
                en: "\(place.en), \(month.en): \(value), the very number of the month before.")
        case .copiedYear:
            return BilingualText(
                ja: "\(place.ja)の\(span.ja)は前の年と同じ数です。",
                en: "\(place.en), \(span.en): the very numbers of the year before.")
        case .shiftedMonths:
            return BilingualText(
                ja: "\(place.ja)の\(span.ja)は、一か月ずらすと過去の実績に合います。",
                en: "\(place.en), \(span.en): the months fit their past when they are moved by one.")
        case .swappedPlaces:
            return BilingualText(
                ja: "\(span.ja)の\(place.ja)と\(others.ja)は、入れ替えると過去の実績に合います。",
                en: "\(place.en) and \(others.en), \(span.en): each fits the other's past.")
        case .shiftedColumn:
            return BilingualText(
                ja: "\(span.ja)の\(place.ja)、\(others.ja)は、列を一つずらすと過去の実績に合います。",
                en: "\(place.en), \(others.en), \(span.en): the numbers fit when the columns are moved by one.")
        case .whileClosed:
            return BilingualText(
                ja: "\(place.ja)は\(month.ja)に休業のはずですが、\(value)と報告されています。",
                en: "\(place.en) was closed in \(month.en), yet \(value) is reported.")
        case .unusualZero:
            return BilingualText(
                ja: "\(place.ja) \(month.ja)が0です（見込み\(usual)）。",
                en: "\(place.en), \(month.en): zero, where \(usual) was to be expected.")
        case .partsOverWhole:
            return BilingualText(
                ja: "\(place.ja) \(month.ja)の\(value)は、内訳の合計\(usual)より少ない数です。",
                en: "\(place.en), \(month.en): \(value), less than its parts, which come to \(usual).")
        case .inboundOverTotal:
            return BilingualText(
                ja: "\(place.ja) \(month.ja)の総数\(value)は、外国人の\(usual)より少ない数です。",
                en: "\(place.en), \(month.en): \(value) visitors in all, fewer than the \(usual) from abroad.")
        case .drift:
            return BilingualText(
                ja: "\(span.ja)の、別の統計に対する比率が\(value)で、これまでの中央値\(usual)から離れています（\(place.ja)）。",
                en:
                    "\(place.en), \(span.en): the ratio to another statistic is \(value), where earlier years had \(usual)."
            )
        }
    }

    /// The likeliest causes, in one line.
    public var causesText: BilingualText {
        let list = causes.prefix(3).map { cause in
            let corrected = cause.corrected.map { " → \($0.grouped)" } ?? ""
            return BilingualText(ja: cause.text.ja + corrected, en: cause.text.en + corrected)
        }
        return BilingualText(ja: list.map(\.ja).joined(separator: "／"), en: list.map(\.en).joined(separator: "; or "))
    }
}
