import Languages
import VisitorModel

extension DecimalText {
    /// An exact number with the digits it has.
    init(_ number: ExactDecimal) {
        // `description` is a sign, digits and a point with digits behind it: just what `DecimalText` reads.
        self = DecimalText(number.description)!
    }
}

extension NumberFormat {
    /// A number with all its digits, such as `1,478,106` or `11.6`.
    func exact(_ number: ExactDecimal) -> String {
        decimal(DecimalText(number), places: number.fractionDigits)
    }

    /// A number with all its digits and its sign.
    func signedExact(_ number: ExactDecimal) -> String {
        if let whole = number.whole { return signedCount(whole) }
        return number.isNegative ? exact(number) : "+" + exact(number)
    }

    /// A number for the large print: shortened from 100,000 on, below that in full.
    func brief(_ number: ExactDecimal) -> String {
        guard let whole = number.whole, whole.magnitude >= 100_000 else { return exact(number) }
        return short(whole)
    }

    /// A number as plans state it: 250万 where Japanese counts whole ten thousands, else in full.
    func stated(_ number: ExactDecimal) -> String {
        guard language == .japanese, let whole = number.whole, whole != 0, whole.isMultiple(of: 10_000) else {
            return exact(number)
        }
        return count(whole / 10_000) + "万"
    }

    /// A percentage with the decimals its source rounded it to: rounding again could end elsewhere.
    func signedPercent(_ number: ExactDecimal, atLeast places: Int = 1) -> String {
        signedPercent(DecimalText(number), places: max(places, number.fractionDigits))
    }

    /// A share with the decimals its source rounded it to.
    func percent(_ number: ExactDecimal, atLeast places: Int = 1) -> String {
        percent(DecimalText(number), places: max(places, number.fractionDigits))
    }
}

extension BilingualText {
    /// A number as each language writes it.
    static func written(_ write: (NumberFormat) -> String) -> BilingualText {
        BilingualText(ja: write(NumberFormat(language: .japanese)), en: write(NumberFormat(language: .english)))
    }

    /// A number with all its digits and its unit: `1,478,106人地点`, `1,478,106 person-spots`.
    static func amount(_ number: ExactDecimal, _ unit: StatisticalUnit) -> BilingualText {
        written { $0.exact(number) }.counting(unit)
    }

    /// A number in the large print with its unit: `147.8万人地点`, `1,478 thousand person-spots`.
    static func briefAmount(_ number: ExactDecimal, _ unit: StatisticalUnit) -> BilingualText {
        written { $0.brief(number) }.counting(unit)
    }

    /// A goal as the plan states it, with its unit: `250万人地点`, `2,500,000 person-spots`.
    static func goal(_ number: ExactDecimal, _ unit: StatisticalUnit) -> BilingualText {
        written { $0.stated(number) }.counting(unit)
    }

    /// A change in per cent: `+30.05 %`.
    static func change(_ percent: ExactDecimal) -> BilingualText { written { $0.signedPercent(percent) } }

    /// A share in per cent: `59.1 %`.
    static func share(_ percent: ExactDecimal) -> BilingualText { written { $0.percent(percent) } }

    /// A whole number in groups of three.
    static func count(_ number: Int) -> BilingualText { written { $0.count(number) } }

    private func counting(_ unit: StatisticalUnit) -> BilingualText {
        BilingualText(ja: ja + unit.name.ja, en: en + "\u{A0}" + unit.name.en)
    }
}

extension ExactDecimal {
    /// The number without its sign.
    var unsigned: ExactDecimal { isNegative ? negated : self }
}
