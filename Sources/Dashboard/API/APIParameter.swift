import Diagnostics
import Languages
import Reporting
import VisitorLedger
import VisitorMetrics
import VisitorModel
import Workspace

/// A query parameter: named as the command's option is, and read the same way.
enum APIParameter: String, Sendable, CaseIterable {
    case definition
    case by
    case from
    case through
    case to
    case withoutEvents = "without-events"
    case vintage
    case asOf = "as-of"
    case period
    case place
    case target
    case load
    case all
    case id
    case lang

    /// What it says, and how it is written, in JSON Schema.
    var schema: JSONValue {
        switch self {
        case .from, .through, .to: ["type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"]
        case .withoutEvents, .all: ["type": "boolean", "default": false]
        case .by: ["type": "string", "default": "calendar-year"]
        case .load: ["type": "integer", "minimum": 1]
        case .lang: ["enum": .array(Language.allCases.map { .string($0.rawValue) }), "default": "ja"]
        case .definition, .vintage, .asOf, .period, .place, .target, .id: ["type": "string"]
        }
    }

    /// What it is for.
    var description: String {
        switch self {
        case .definition: "The definition, with or without version; all that are no cross-checks when left out."
        case .by:
            "month, quarter, half, fiscal-half, rolling-12-months, calendar-year or fiscal-year, and place or market to split by, separated by commas."
        case .from: "The first month (YYYY-MM)."
        case .through: "The last month to look at (YYYY-MM)."
        case .to: "Another name of through."
        case .withoutEvents: "As if no event had been held."
        case .vintage: "One release of the source only."
        case .asOf: "What was known at the end of this day (YYYY-MM-DD, Japan time), or at a moment."
        case .period: "2017, FY2017, 2017-Q2, 2017-H1 or 2017-08; the latest whole year when left out."
        case .place: "A place of the definition; the whole when left out."
        case .target: "The goal; the first in kpis.yaml when left out."
        case .load: "Only the rows of one load, by its number."
        case .all: "Those that were decided about, too."
        case .id: "A figure's name: definition@version:place:period:segment, or a step of a bridge."
        case .lang: "The language of what is said in one language only."
        }
    }
}

/// The parameters of one request, read.
struct APIQuery: Sendable {
    private var values: [APIParameter: String] = [:]
    private let months: ClosedRange<Month>?

    /// Reads what was asked; a name nobody knows is refused, as the command refuses an option.
    ///
    /// - Parameter months: The months that may be asked for.
    /// - Throws: `DiagnosticsError` with every parameter that is unknown, stands twice or is needed and missing.
    init(
        _ asked: [(name: String, value: String)], allowing allowed: [APIParameter], needing: Set<APIParameter> = [],
        months: ClosedRange<Month>?
    ) throws(DiagnosticsError) {
        self.months = months
        var problems: [Diagnostic] = []
        for (name, value) in asked {
            guard let parameter = APIParameter(rawValue: name), allowed.contains(parameter) else {
                problems.append(.unknownParameter(name, among: allowed.map(\.rawValue)))
                continue
            }
            if values.updateValue(value, forKey: parameter) != nil { problems.append(.repeatedParameter(name)) }
        }
        if values[.through] != nil, values[.to] != nil { problems.append(.repeatedParameter("through")) }
        for parameter in allowed where needing.contains(parameter) && values[parameter] == nil {
            problems.append(.missingParameter(parameter.rawValue))
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
    }

    /// A parameter as text.
    func text(_ parameter: APIParameter) -> String? { values[parameter] }

    /// A month, such as `2018-12`.
    func month(_ parameter: APIParameter) throws(DiagnosticsError) -> Month? {
        guard let text = values[parameter] else { return nil }
        guard let month = Month(id: text) else { throw unreadable(parameter, text, "YYYY-MM") }
        return try answered(month, text)
    }

    private func answered(_ month: Month, _ text: String) throws(DiagnosticsError) -> Month {
        try AskableMonths.check(month, written: text, in: months)
        return month
    }

    /// A period, such as `2017`, `FY2017` or `2017-Q2`.
    func period() throws(DiagnosticsError) -> Period? {
        guard let text = values[.period] else { return nil }
        guard let period = Period(id: text) else {
            throw unreadable(.period, text, "2017, FY2017, 2017-Q2, 2017-H1, 2017-08")
        }
        if let first = period.months.first { _ = try answered(first, text) }
        return period
    }

    /// Calendar or fiscal years.
    func yearSpan() throws(DiagnosticsError) -> FigureQuery.Grain {
        switch values[.by] {
        case nil, "calendar-year": .calendarYear
        case "fiscal-year": .fiscalYear
        case let text?: throw unreadable(.by, text, "calendar-year, fiscal-year")
        }
    }

    /// A number of something, such as a load's.
    func number(_ parameter: APIParameter) throws(DiagnosticsError) -> Int? {
        guard let text = values[parameter] else { return nil }
        guard let number = Int(text), number > 0 else { throw unreadable(parameter, text, "1, 2, 3 …") }
        return number
    }

    /// The language of what is said in one language only; Japanese when left out.
    func language() throws(DiagnosticsError) -> Language {
        guard let text = values[.lang] else { return .japanese }
        guard let language = Language(rawValue: text) else { throw unreadable(.lang, text, "ja, en") }
        return language
    }

    /// The last month, by either of its names.
    func lastMonth() throws(DiagnosticsError) -> Month? {
        if let month = try month(.through) { return month }
        return try month(.to)
    }

    /// A day of Japan, or a moment.
    func moment() throws(DiagnosticsError) -> Timestamp? {
        guard let text = values[.asOf] else { return nil }
        guard let moment = Timestamp(text, minutesAheadOfUTC: Timestamp.minutesOfJapan) else {
            throw unreadable(.asOf, text, "YYYY-MM-DD")
        }
        return moment
    }

    /// Yes or no; a name without a value is yes, as a flag is.
    func flag(_ parameter: APIParameter) throws(DiagnosticsError) -> Bool {
        switch values[parameter] {
        case nil, "false": false
        case "", "true": true
        case let text?: throw unreadable(parameter, text, "true, false")
        }
    }

    private func unreadable(_ parameter: APIParameter, _ text: String, _ form: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                code: "api.unreadable-value", value: text,
                message: BilingualText(
                    ja: "\(parameter.rawValue) の値「\(text)」が読めません。",
                    en: "The value “\(text)” of \(parameter.rawValue) cannot be read."),
                remedy: BilingualText(ja: "書き方: \(form)", en: "It is written: \(form).")))
    }
}

extension Diagnostic {
    fileprivate static func unknownParameter(_ name: String, among names: [String]) -> Diagnostic {
        let list = names.joined(separator: ", ")
        return Diagnostic(
            code: "api.unknown-parameter", value: name,
            message: BilingualText(ja: "「\(name)」という引数はありません。", en: "There is no parameter “\(name)”."),
            remedy: names.isEmpty ? nil : BilingualText(ja: "使えるもの: \(list)", en: "There are: \(list)."))
    }

    fileprivate static func missingParameter(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "api.missing-parameter", value: name,
            message: BilingualText(ja: "引数「\(name)」が要ります。", en: "The parameter “\(name)” is needed."))
    }

    fileprivate static func repeatedParameter(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "api.repeated-parameter", value: name,
            message: BilingualText(ja: "引数「\(name)」が二度書かれています。", en: "The parameter “\(name)” is given twice."))
    }
}
