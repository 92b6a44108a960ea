import ChartDrawing
import Languages
import VisitorMetrics
import VisitorModel

/// The scale a chart's axis is written in: large numbers in 万 or thousands.
enum ChartScaleName: Sendable {
    case plain
    case tenThousands
    case thousands

    init(largest: ExactDecimal?, in language: Language) {
        switch language {
        case .japanese: self = (largest ?? .zero) >= 100_000 ? .tenThousands : .plain
        case .english: self = (largest ?? .zero) >= 1_000_000 ? .thousands : .plain
        }
    }

    /// The unit with its scale: 万人地点, thousand person-spots.
    func unit(_ unit: StatisticalUnit) -> BilingualText {
        switch self {
        case .plain: unit.name
        case .tenThousands: BilingualText(ja: "万" + unit.name.ja, en: "10,000 " + unit.name.en)
        case .thousands: BilingualText(ja: "千" + unit.name.ja, en: "thousand " + unit.name.en)
        }
    }

    /// A drawn value as text.
    func text(_ value: Double, _ format: NumberFormat) -> String {
        // Beyond this no count is exact in a drawing, and none was ever counted.
        guard value.magnitude < 1e15 else { return "\(value)" }
        let whole = DecimalText(Int(value.rounded()))
        switch self {
        case .plain: return format.decimal(whole, places: 0)
        // Whole 万, as most ticks are, need no decimal.
        case .tenThousands:
            return format.decimal(
                whole.dividedByPowerOfTen(4), places: Int(value.rounded()).isMultiple(of: 10_000) ? 0 : 1)
        case .thousands: return format.decimal(whole.dividedByPowerOfTen(3), places: 0)
        }
    }
}

extension KPIReportWriter {
    /// The outline of a chart of counts.
    func outline(
        id: String, title: BilingualText, description: BilingualText, category: BilingualText,
        values: BilingualText, unit: StatisticalUnit, largest: ExactDecimal?, categories: [String], cycle: Int = 1, missing: BilingualText = KPIWording.chartMissing
    ) -> ChartOutline {
        let scale = ChartScaleName(largest: largest, in: language)
        let format = format
        return ChartOutline(
            id: input.drawingPrefix + id, title: title(language), description: description(language), categoryLabel: category(language),
            valueLabel: values(language), unit: scale.unit(unit)(language), categories: categories,
            categoriesPerCycle: cycle,
            wording: ChartWording(
                missing: missing(language), partial: KPIWording.chartPartial(language),
                empty: KPIWording.noFigures(language), total: KPIWording.total(language)),
            ticksAreWhole: scale == .plain, languageTag: language.rawValue, format: { scale.text($0, format) })
    }

    /// What a list of labelled values says, for those who cannot see the drawing.
    func spoken(_ pairs: [(BilingualText, ReportCell)]) -> BilingualText {
        BilingualText(
            ja: pairs.map { "\($0.0.ja) \($0.1.text)" }.joined(separator: "、"),
            en: pairs.map { "\($0.0.en): \($0.1.text)" }.joined(separator: "; "))
    }
}

extension Figure {
    /// The figure as a chart draws it: hatched when reports are missing.
    var chartValue: ChartValue {
        guard let value else { return .missing }
        return coverage.isWhole ? .known(value.approximate) : .partial(value.approximate)
    }
}

extension [Growth] {
    /// The largest value.
    var largest: ExactDecimal? { compactMap(\.current.value).max() }
}
