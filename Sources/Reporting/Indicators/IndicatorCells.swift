import Languages
import VisitorMetrics
import VisitorModel

/// Cells of the sheet of indicators.
struct IndicatorCells {
    let language: Language
    private let format: NumberFormat

    init(_ language: Language) {
        self.language = language
        format = NumberFormat(language: language)
    }

    /// One indicator of the plan.
    func row(_ indicator: IndicatorDefinition, _ assessment: IndicatorAssessment?, indent: String) -> ReportRow {
        let final = indicator.finalTarget
        return ReportRow(
            indent + "・" + indicator.titles(language),
            [
                indicator.baseline.map { mark in
                    amount(mark.value.number, indicator, in: mark.year.map { indicator.period($0) })
                } ?? .missing(IndicatorWording.none(language)),
                amount(final?.value, indicator, in: final.map { indicator.period($0.year) }),
                actual(assessment, indicator), percent(assessment?.achievement), percent(assessment?.progress),
                percent(assessment?.expected),
                light(assessment),
                indicator.owner.map { ReportCell($0(language)) } ?? .missing(IndicatorWording.ownerUnknown(language)),
            ])
    }

    /// The light; that there is no actual value to judge stands in the column before it.
    private func light(_ assessment: IndicatorAssessment?) -> ReportCell {
        guard let light = assessment?.light, light != .unknown else { return .missing("—") }
        return ReportCell(light.name(language))
    }

    /// The latest value with its year; a sum says that it is one.
    private func actual(_ assessment: IndicatorAssessment?, _ indicator: IndicatorDefinition) -> ReportCell {
        guard let assessment, let latest = assessment.latest, let value = assessment.value else {
            return .missing(IndicatorWording.noActual(language))
        }
        var cell = amount(value, indicator, in: latest.period)
        if indicator.isCumulative { cell.text = IndicatorWording.total(language) + cell.text }
        if !assessment.missingYears.isEmpty {
            cell.text = "*" + cell.text
            cell.emphasis = .partial
        }
        if case .figure(let id) = latest.origin { cell.figureID = id }
        if latest.value.status != .reported, latest.value.status != .final {
            cell.status = latest.value.status.name(language)
        }
        return cell
    }

    /// A number in its indicator's scale with unit and year: `4.68 %（平成22年）`.
    func amount(_ number: ExactDecimal?, _ indicator: IndicatorDefinition, in period: Period?) -> ReportCell {
        guard let number else { return .missing("—") }
        let unit = IndicatorWording.unit(indicator)(language)
        let separator = indicator.unit == .percent || language == .english ? "\u{A0}" : ""
        let year = period.map { IndicatorWording.inYear($0.label)(language) } ?? ""
        return ReportCell(text(number, indicator) + separator + unit + year, exact: number.description)
    }

    /// The digits of a number in its indicator's scale.
    func text(_ number: ExactDecimal, _ indicator: IndicatorDefinition) -> String {
        let scaled = number.divided(by: ExactDecimal(indicator.scale.factor), fractionDigits: 3) ?? number
        let most = indicator.scale == .one ? 2 : 0
        let shown = scaled.rounded(toFractionDigits: most)
        return format.decimal(DecimalText(shown), places: max(shown.fractionDigits, places(indicator)))
    }

    /// Digits that are shown even when they are zero, so that 3.40 stays 3.40 beside 4.68.
    private func places(_ indicator: IndicatorDefinition) -> Int {
        guard indicator.scale == .one, !indicator.unit.isCount, indicator.unit != .yenPerTrip else { return 0 }
        let numbers = indicator.targets.values + [indicator.baseline?.value.number].compactMap { $0 }
        return min(2, max(1, numbers.map(\.fractionDigits).max() ?? 0))
    }

    func percent(_ value: IndicatorValue?) -> ReportCell {
        // Why there is none is said once, in the notes below the table.
        guard let number = value?.number else { return .missing("—") }
        return ReportCell(format.percent(DecimalText(number)), exact: number.description)
    }
}
