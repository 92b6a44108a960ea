public import Diagnostics
import Languages
public import VisitorModel

/// The name of a bridge's step: `bridge:exchange-population@1..visitor-trips@1:2017:3`.
public struct BridgeIdentity: Sendable, Hashable {
    /// The definition it starts from.
    public var from: String
    /// The definition it arrives at.
    public var to: String
    /// The period.
    public var period: Period
    /// Which step, from 1.
    public var step: Int

    /// What such names begin with.
    public static let beginning = "bridge:"

    /// Takes a name apart.
    ///
    /// - Throws: `DiagnosticsError` that says what is expected where.
    public init(_ text: String) throws(DiagnosticsError) {
        let parts = text.dropFirst(Self.beginning.count).split(separator: ":", omittingEmptySubsequences: false)
        guard text.hasPrefix(Self.beginning), parts.count == 3, let step = Int(parts[2]), step > 0,
            let period = Period(id: parts[1]), let dots = parts[0].firstRange(of: "..")
        else { throw DiagnosticsError(.notAStep(text)) }
        from = String(parts[0][..<dots.lowerBound])
        to = String(parts[0][dots.upperBound...])
        self.period = period
        self.step = step
    }
}

extension Diagnostic {
    fileprivate static func notAStep(_ text: String) -> Diagnostic {
        Diagnostic(
            code: "figure.bridge-step", value: text,
            message: BilingualText(
                ja: "手順の名前は「bridge:定義..定義:期間:番号」です。",
                en: "A step's name is bridge:DEFINITION..DEFINITION:PERIOD:NUMBER."),
            remedy: BilingualText(
                ja: "例: bridge:exchange-population@1..visitor-trips@1:2017:3（dmo bridge に出ます）",
                en: "For example bridge:exchange-population@1..visitor-trips@1:2017:3 (dmo bridge prints them)."))
    }

    /// The bridge has fewer steps.
    public static func noStep(_ number: Int, of count: Int) -> Diagnostic {
        Diagnostic(
            code: "figure.no-bridge-step", value: String(number),
            message: BilingualText(ja: "この橋の手順は\(count)個です。", en: "The bridge has \(count) steps."))
    }
}
