import Languages
import VisitorMetrics
import VisitorModel

/// How our figures are written in the words of SDMX.
enum SDMXCodes {
    /// The agency, the identifier and the version of the structure.
    static let (agency, structure, version) = ("DMO", "VISITOR_FIGURES", "1.0")

    /// The dimensions of a series, in the order of the key; TIME_PERIOD follows.
    static let dimensions = ["FREQ", "DEFINITION", "REF_AREA", "ORIGIN", "MARKET", "STAY"]
    /// The attributes of an observation.
    static let attributes = [
        "UNIT_MEASURE", "OBS_STATUS", "STATUS", "REPORTED", "EXPECTED", "NOT_YET_DUE", "MISSING",
        "VINTAGE", "FIGURE_ID",
    ]
    /// The attributes every observation has.
    static let mandatory: Set<String> = [
        "UNIT_MEASURE", "OBS_STATUS", "STATUS", "REPORTED", "EXPECTED", "NOT_YET_DUE", "FIGURE_ID",
    ]

    /// The code of all markets together.
    static let total = "_T"

    /// The key of the series a figure belongs to.
    static func key(of figure: Figure) -> [String] {
        [
            frequency(of: figure.period), figure.definition.id, figure.place, figure.segment.origin.rawValue,
            figure.segment.market ?? total, figure.segment.stay.rawValue,
        ]
    }

    /// The attributes of a figure, in the order of ``attributes``; `nil` where there is nothing to say.
    static func attributes(of figure: Figure) -> [String?] {
        let coverage = figure.coverage
        let missing = coverage.missing.map { report in
            [report.place, report.month.id, report.market, report.status.rawValue].compactMap { $0 }
                .joined(separator: " ")
        }
        let vintages = figure.vintages.filter { !$0.isEmpty }
        return [
            figure.unit.rawValue, status(of: figure), figure.status.rawValue, String(coverage.reported),
            String(coverage.expected), String(coverage.notYetDue),
            missing.isEmpty ? nil : missing.joined(separator: "; "),
            vintages.isEmpty ? nil : vintages.joined(separator: "; "), figure.id,
        ]
    }

    /// FREQ (code list CL_FREQ 2.1).
    static func frequency(of period: Period) -> String {
        switch period {
        case .day: "D"
        case .month: "M"
        case .quarter: "Q"
        case .half: "S"
        case .twelveMonths, .calendarYear, .fiscalYear: "A"
        }
    }

    /// TIME_PERIOD (SDMX 2.1 Information Model, 4.2.6): Gregorian and reporting periods, and spans.
    ///
    /// A fiscal year is a span, `2013-04-01/P1Y`: as a reporting period it would be `2013-A1`, which whoever overlooks
    /// REPORTING_YEAR_START_DAY takes for the calendar year.
    static func timePeriod(_ period: Period) -> String {
        switch period {
        case .half(let half) where half.isFiscal: half.months[0].id + "-01/P6M"
        case .half(let half): CalendarYear(half.year).id + "-S\(half.number)"
        case .fiscalYear, .twelveMonths: period.firstMonth.id + "-01/P1Y"
        default: period.id
        }
    }

    /// OBS_STATUS by code list CL_OBS_STATUS 2.2; STATUS beside it has our own, finer word.
    static func status(of figure: Figure) -> String {
        guard figure.value != nil else {
            return switch figure.status {
            case .suppressed: "Q"
            case .notSurveyed: "L"
            case .notApplicable: "M"
            default: "O"
            }
        }
        return switch figure.status {
        case .provisional: "P"
        case .preliminary: "V"
        case .estimated: "E"
        // Firm counts, yet some are not there: whoever looks at this code alone must not take the sum for whole.
        default: figure.coverage.isWhole ? "A" : "U"
        }
    }

    static let statuses: [(String, BilingualText)] = [
        ("A", BilingualText(ja: "通常値", en: "Normal value")),
        ("E", BilingualText(ja: "推計値", en: "Estimated value")),
        ("L", BilingualText(ja: "欠測（収集していない）", en: "Missing value; data exist but were not collected")),
        ("M", BilingualText(ja: "欠測（存在し得ない）", en: "Missing value; data cannot exist")),
        ("O", BilingualText(ja: "欠測", en: "Missing value")),
        ("P", BilingualText(ja: "暫定値", en: "Provisional value")),
        ("Q", BilingualText(ja: "欠測（秘匿）", en: "Missing value; suppressed")),
        ("U", BilingualText(ja: "信頼性が低い（足りない報告がある）", en: "Low reliability: counts are missing from the sum")),
        ("V", BilingualText(ja: "速報値（未確認）", en: "Unvalidated value")),
    ]
    static let frequencies: [(String, BilingualText)] = [
        ("A", BilingualText(ja: "年", en: "Annual")), ("S", BilingualText(ja: "半年", en: "Half-yearly")),
        ("Q", BilingualText(ja: "四半期", en: "Quarterly")), ("M", BilingualText(ja: "月", en: "Monthly")),
        ("D", BilingualText(ja: "日", en: "Daily")),
    ]
}
