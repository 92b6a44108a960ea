import Languages
import VisitorModel

extension PlausibilityFinding.Cause {
    static func powersOfTen(
        _ power: Int, isTooLarge: Bool, corrected: ExactDecimal, weight: Double
    ) -> [Self] {
        var times = 1
        for _ in 0..<power { times *= 10 }
        let mark = isTooLarge ? "×\(times)" : "÷\(times)"
        if power == 3 {
            let unit = BilingualText(
                ja: isTooLarge ? "人数を千人単位として千倍した（\(mark)）" : "千人単位の数を人数として読んだ（\(mark)）",
                en: isTooLarge
                    ? "persons were taken for thousands (\(mark))" : "thousands were taken for persons (\(mark))")
            return [Self(isTooLarge ? "times-1000" : "divided-by-1000", unit, corrected: corrected, weight: weight)]
        }
        if power == 4 {
            let unit = BilingualText(
                ja: isTooLarge ? "人数を万人単位として一万倍した（\(mark)）" : "万人単位の数を人数として読んだ（\(mark)）",
                en: isTooLarge
                    ? "persons were taken for ten thousands (\(mark))"
                    : "ten thousands were taken for persons (\(mark))")
            return [Self(isTooLarge ? "times-10000" : "divided-by-10000", unit, corrected: corrected, weight: weight)]
        }
        let text = BilingualText(
            ja: isTooLarge ? "けたが多い（\(mark)）" : "けたが足りない（\(mark)）",
            en: isTooLarge ? "a digit too many (\(mark))" : "a digit lost (\(mark))")
        return [
            Self((isTooLarge ? "times-" : "divided-by-") + String(times), text, corrected: corrected, weight: weight)
        ]
    }

    static func event(isMore: Bool, weight: Double) -> Self {
        Self(
            "event",
            BilingualText(
                ja: isMore ? "登録されていない行事や話題" : "登録されていない休業、災害、工事",
                en: isMore
                    ? "an event the register does not know" : "a closure, storm or works the register does not know"),
            weight: weight)
    }

    static func countedTwice(_ half: ExactDecimal, weight: Double) -> Self {
        Self(
            "counted-twice", BilingualText(ja: "二重に数えた", en: "everything counted twice"), corrected: half,
            weight: weight)
    }

    static func cumulative(_ month: ExactDecimal, weight: Double) -> Self {
        Self(
            "cumulative", BilingualText(ja: "年初からの累計を月の数として書いた", en: "the sum since January in place of the month"),
            corrected: month, weight: weight)
    }

    static func residents(weight: Double) -> Self {
        Self(
            "residents-included",
            BilingualText(ja: "住民や通行者まで数えた", en: "residents or passers-by counted with visitors"), weight: weight)
    }

    static func newCounter(weight: Double) -> Self {
        Self(
            "new-counter",
            BilingualText(
                ja: "計数器や数え方が変わった（changes.yaml に断層として登録してください）",
                en: "a new counter or method (declare the break in changes.yaml)"), weight: weight)
    }

    static func partMissing(weight: Double) -> Self {
        Self("part-missing", BilingualText(ja: "入口や施設の一部が抜けている", en: "a gate or part is missing"), weight: weight)
    }

    static func partOfTheMonth(weight: Double) -> Self {
        Self("part-of-month", BilingualText(ja: "月の途中までの数", en: "counted for part of the month only"), weight: weight)
    }

    static func notReported(weight: Double) -> Self {
        Self("not-reported", BilingualText(ja: "未報告をゼロと書いた", en: "a zero in place of a missing report"), weight: weight)
    }

    static func closed(weight: Double) -> Self {
        Self(
            "closure", BilingualText(ja: "登録されていない休業", en: "a closure the register does not know"), corrected: .zero,
            weight: weight)
    }

    static func copied(weight: Double) -> Self {
        Self("copied", BilingualText(ja: "前の数値を写した", en: "an earlier number was copied"), weight: weight)
    }

    static func shifted(by months: Int, weight: Double) -> Self {
        Self(
            "shifted",
            BilingualText(
                ja: months > 0 ? "一か月あとの欄に書いた" : "一か月まえの欄に書いた",
                en: months > 0 ? "every month stands one too late" : "every month stands one too early"), weight: weight
        )
    }

    static func exchanged(_ other: ExactDecimal, weight: Double) -> Self {
        Self(
            "exchanged", BilingualText(ja: "二つの場所の数値が入れ替わった", en: "two places have each other's numbers"),
            corrected: other, weight: weight)
    }

    static func columnMoved(weight: Double) -> Self {
        Self("column-moved", BilingualText(ja: "列が一つずれた", en: "the columns moved by one"), weight: weight)
    }

    static func partsOverWhole(weight: Double) -> Self {
        Self(
            "parts-over-whole",
            BilingualText(
                ja: "内訳の合計が全体を超える（全体か内訳のどちらかが誤り）", en: "the parts come to more than the whole: one of them is wrong"),
            weight: weight)
    }

    static func ownCounting(weight: Double) -> Self {
        Self(
            "own-counting",
            BilingualText(ja: "自らの数え方や報告の範囲が変わった", en: "our own way of counting or what is reported has changed"),
            weight: weight)
    }

    static func otherCounting(weight: Double) -> Self {
        Self(
            "other-counting",
            BilingualText(ja: "相手の統計の地点や推計方法が変わった", en: "the other statistic has changed its points or method"),
            weight: weight)
    }

    static func inboundOverTotal(weight: Double) -> Self {
        Self(
            "inbound-over-total",
            BilingualText(ja: "外国人の数が全体を超える", en: "more inbound visitors than visitors in all"), weight: weight)
    }
}

extension PlausibilityFinding {
    static func whileClosed(_ series: MonthlySeries, _ index: Int) -> PlausibilityFinding {
        PlausibilityFinding(
            .whileClosed, in: series.key, month: series.month(index), value: series.exact(index), expected: .zero,
            causes: [
                Cause("wrong-month", BilingualText(ja: "別の月の数値", en: "another month's number"), weight: 0.5),
                Cause(
                    "register-wrong", BilingualText(ja: "休業の登録が誤り", en: "the register of closures is wrong"),
                    weight: 0.4),
            ])
    }
}
