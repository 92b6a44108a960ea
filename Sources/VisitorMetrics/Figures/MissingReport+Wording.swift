public import Languages
import VisitorModel

/// How places are called in a sentence: the caller knows their names, figures only their identifiers.
public typealias PlaceNaming = (String) -> BilingualText

extension MissingReport {
    /// The missing count in words: place, month, market, and why it is missing.
    public func label(naming: PlaceNaming = BilingualText.init(verbatim:)) -> BilingualText {
        let place = naming(place)
        let month = Period.month(month).label
        let marketName = market.map { " \($0)" } ?? ""
        return BilingualText(
            ja: "\(place.ja) \(month.ja)分\(marketName)〔\(status.name.ja)〕",
            en: "\(place.en) \(month.en)\(marketName) [\(status.name.en)]")
    }
}

extension Coverage {
    /// How many counts are in, and the first missing ones by name.
    public func summary(naming: PlaceNaming = BilingualText.init(verbatim:)) -> BilingualText {
        let named = 3
        var ja = "\(expected)件中\(reported)件の報告"
        var en = "\(reported) of \(expected) counts are in"
        if !missing.isEmpty {
            let names = BilingualText.list(missing.prefix(named).map { $0.label(naming: naming) })
            let rest = missing.count - named
            ja += "、不足は\(names.ja)" + (rest > 0 ? "ほか\(rest)件" : "")
            en += "; missing: \(names.en)" + (rest > 0 ? " and \(rest) more" : "")
        }
        if notYetDue > 0 {
            ja += "、今後の予定\(notYetDue)件"
            en += "; \(notYetDue) not yet due"
        }
        if !monthsOutside.isEmpty {
            ja += "、調査対象外の月\(monthsOutside.count)か月"
            en += "; \(monthsOutside.count) months outside the series"
        }
        return BilingualText(ja: ja, en: en)
    }
}

extension ExactDecimal {
    /// The digits with a comma between thousands: `2,500,000`, `-1,234.5`.
    var grouped: String {
        let parts = description.split(separator: ".", maxSplits: 1)
        let sign = isNegative ? "-" : ""
        let digits = parts[0].drop { $0 == "-" }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return sign + text + (parts.count == 2 ? "." + parts[1] : "")
    }
}
