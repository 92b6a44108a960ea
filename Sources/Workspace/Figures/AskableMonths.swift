public import Diagnostics
import Languages
public import VisitorLedger
public import VisitorModel

/// The months that may be asked for over the network.
///
/// A figure is made for every month up to the last one that is asked for, whether anybody counted in it or not: a
/// question about the year 9999 would keep a server busy for minutes to say that nothing is known.
public enum AskableMonths {
    /// From the first year of Shōwa, before which no office has counts, to twenty years after the present one.
    public static func range(at moment: Timestamp) -> ClosedRange<Month>? {
        guard let year = moment.day(minutesAheadOfUTC: Timestamp.minutesOfJapan)?.month.year,
            let first = Month(year: 1926, number: 1), let last = Month(year: max(1926, year) + 20, number: 12)
        else { return nil }
        return first...last
    }

    /// Refuses a month outside a range.
    ///
    /// - Throws: `DiagnosticsError` that says which months are answered.
    public static func check(
        _ month: Month, written text: String, in range: ClosedRange<Month>?
    ) throws(DiagnosticsError) {
        if let range, !range.contains(month) { throw DiagnosticsError(problem(text, range)) }
    }

    private static func problem(_ text: String, _ range: ClosedRange<Month>) -> Diagnostic {
        Diagnostic(
            code: "api.month-out-of-range", value: text,
            message: BilingualText(
                ja: "「\(text)」は扱う期間の外です。", en: "“\(text)” lies outside the months that are answered."),
            remedy: BilingualText(
                ja: "\(range.lowerBound.id) から \(range.upperBound.id) までです。",
                en: "They are \(range.lowerBound.id) to \(range.upperBound.id)."))
    }
}
