public import Diagnostics
import Languages
public import VisitorModel

/// A figure's name taken apart: `exchange-population@1:mine-city:2013:*`, with `~vintage` for one release.
public struct FigureIdentity: Sendable, Hashable {
    /// The definition, with or without version.
    public var definition: String
    /// The place.
    public var place: String
    /// The period.
    public var period: Period
    /// The market, when the figure is about one.
    public var market: String?
    /// The release, when the figure is about one.
    public var vintage: String?

    /// Takes a name apart.
    ///
    /// - Throws: `DiagnosticsError` that says what is expected where.
    public init(_ text: String) throws(DiagnosticsError) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4 else { throw DiagnosticsError(.notAnIdentity(text)) }
        guard let period = Period(id: parts[2]) else { throw DiagnosticsError(.notAPeriod(parts[2])) }
        definition = parts[0]
        place = parts[1]
        self.period = period
        let ending = parts[3].split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        vintage = ending.count == 2 ? ending[1] : nil
        let segment = ending[0].split(separator: ",").map(String.init)
        market = segment.first { $0.hasPrefix("market=") }.map { String($0.dropFirst("market=".count)) }
    }
}

extension Diagnostic {
    fileprivate static func notAnIdentity(_ text: String) -> Diagnostic {
        Diagnostic(
            code: "figure.identity", value: text,
            message: BilingualText(
                ja: "数値の名前は「定義@版:場所:期間:区分」です。", en: "A figure's name is definition@version:place:period:segment."),
            remedy: BilingualText(
                ja: "例: exchange-population@1:mine-city:2013:*（dmo figures --format json に出ます）",
                en: "For example exchange-population@1:mine-city:2013:* (dmo figures --format json prints them)."))
    }

    fileprivate static func notAPeriod(_ text: String) -> Diagnostic {
        Diagnostic(
            code: "figure.period", value: text,
            message: BilingualText(
                ja: "期間は 2013、FY2013、2013-Q2、2013-04 のように書きます。", en: "A period is written 2013, FY2013, 2013-Q2 or 2013-04."))
    }
}
