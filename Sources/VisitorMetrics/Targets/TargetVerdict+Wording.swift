public import Languages
public import VisitorModel

extension TargetVerdict {
    /// The verdict's name for machines.
    public var name: String {
        switch self {
        case .met: "met"
        case .missed: "missed"
        case .open: "open"
        case .incomplete: "incomplete"
        case .noData: "no-data"
        }
    }

    /// The verdict in one sentence.
    ///
    /// - Parameters:
    ///   - unit: The metric's unit.
    ///   - naming: What places are called.
    public func summary(
        unit: StatisticalUnit, naming: PlaceNaming = BilingualText.init(verbatim:)
    ) -> BilingualText {
        switch self {
        case .met(let surplus, let isCertainMinimum): Self.met(surplus, isCertainMinimum, unit)
        case .missed(let shortfall, let isCertainMinimum): Self.missed(shortfall, isCertainMinimum, unit)
        case .open(let year, let figure): Self.open(year, figure, unit)
        case .incomplete(let figure): Self.incomplete(figure, unit, naming)
        case .noData: BilingualText(ja: "判定に使える数値がありません。", en: "There is no number to judge by.")
        }
    }

    private static func met(_ surplus: ExactDecimal, _ isMinimum: Bool, _ unit: StatisticalUnit) -> BilingualText {
        let amount = amount(surplus, unit)
        if isMinimum {
            return BilingualText(
                ja: "未報告分が残っていますが、目標はすでに達成しています(目標との差は少なくとも\(amount.ja))。",
                en: "The target is already met, by at least \(amount.en); reports are still missing.")
        }
        if surplus == .zero {
            return BilingualText(ja: "目標をちょうど達成しました。", en: "The target is met exactly.")
        }
        return BilingualText(
            ja: "目標を達成しました(目標との差は\(amount.ja))。", en: "The target is met, by \(amount.en).")
    }

    private static func missed(_ shortfall: ExactDecimal, _ isMinimum: Bool, _ unit: StatisticalUnit) -> BilingualText {
        let amount = amount(shortfall, unit)
        if isMinimum {
            return BilingualText(
                ja: "未報告分が残っていますが、目標を達成できないことは確実です(目標との差は少なくとも\(amount.ja))。",
                en: "The target is certainly missed, by at least \(amount.en); reports are still missing.")
        }
        return BilingualText(
            ja: "目標を達成できませんでした(目標との差は\(amount.ja))。", en: "The target is missed, by \(amount.en).")
    }

    private static func open(_ year: Period?, _ figure: Figure?, _ unit: StatisticalUnit) -> BilingualText {
        var ja = "目標年の実績はまだ出そろっていません。"
        var en = "The target year is not over."
        if let figure, let value = figure.value {
            let amount = amount(value, unit)
            let coverage = figure.coverage
            ja += "これまでの合計は\(amount.ja)です(\(coverage.expected)件中\(coverage.reported)件の報告)。"
            en += " So far \(amount.en), from \(coverage.reported) of \(coverage.expected) counts."
        }
        if let year {
            ja += "報告がそろった最新の年は\(year.label.ja)です。"
            en += " The latest whole year is \(year.label.en)."
        }
        return BilingualText(ja: ja, en: en)
    }

    private static func incomplete(
        _ figure: Figure, _ unit: StatisticalUnit, _ naming: PlaceNaming
    ) -> BilingualText {
        let coverage = figure.coverage.summary(naming: naming)
        var ja = "目標年の報告がそろっていないため、達成したかどうかは判定できません(\(coverage.ja))。"
        var en = "The target year is not whole and cannot be judged (\(coverage.en))."
        if let value = figure.value {
            let amount = amount(value, unit)
            ja += "これまでの合計は\(amount.ja)です。"
            en += " The sum so far is \(amount.en)."
            if unit.isCount {
                ja += "最終値は少なくともこの値になります。"
                en += " The true value is at least that."
            }
        }
        return BilingualText(ja: ja, en: en)
    }

    private static func amount(_ number: ExactDecimal, _ unit: StatisticalUnit) -> BilingualText {
        BilingualText(ja: "\(number.grouped)\(unit.name.ja)", en: "\(number.grouped) \(unit.name.en)")
    }
}
