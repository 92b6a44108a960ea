public import Languages

/// Writes exact numbers the way readers of a language expect them.
///
/// A half rounds away from zero, on the decimal digits themselves. The minus is U+2212, which is as wide as a
/// plus; number and percent sign are held together by a no-break space.
public struct NumberFormat: Sendable, Hashable {
    /// The language written.
    public let language: Language

    /// A format for a language.
    public init(language: Language) {
        self.language = language
    }

    /// A whole number in groups of three, such as `1,360,000`.
    public func count(_ value: Int) -> String {
        unsigned(DecimalText(value))
    }

    /// A whole number with its sign, such as `+12,000`; zero is `±0`.
    public func signedCount(_ value: Int) -> String {
        signed(DecimalText(value))
    }

    /// A number with a fixed count of decimals, such as `2.40`.
    public func decimal(_ value: DecimalText, places: Int) -> String {
        unsigned(value.rounded(places: places))
    }

    /// A large number shortened to the thousand: `136.0万` in Japanese, `1,360 thousand` in English.
    ///
    /// Both readings carry the same precision, so that a report says the same in both languages.
    public func short(_ value: Int) -> String {
        switch language {
        case .japanese: unsigned(DecimalText(value).dividedByPowerOfTen(4).rounded(places: 1)) + "万"
        case .english: unsigned(DecimalText(value).dividedByPowerOfTen(3).rounded(places: 0)) + "\u{A0}thousand"
        }
    }

    /// A share, such as `14.2 %`.
    ///
    /// - Parameter value: The value in percent: 14.2, not 0.142.
    public func percent(_ value: DecimalText, places: Int = 1) -> String {
        unsigned(value.rounded(places: places)) + "\u{A0}%"
    }

    /// A change, such as `+14.2 %` or `−3.1 %`; what rounds to zero is `±0.0 %`.
    ///
    /// - Parameter value: The value in percent: 14.2, not 0.142.
    public func signedPercent(_ value: DecimalText, places: Int = 1) -> String {
        signed(value.rounded(places: places)) + "\u{A0}%"
    }

    /// A change between two percentages, such as `+1.2 ポイント` or `+1.2 points`.
    public func signedPoints(_ value: DecimalText, places: Int = 1) -> String {
        signed(value.rounded(places: places)) + NumberFormat.points(language)
    }

    /// Two ends already written, such as `128.0万〜140.0万` or `1,280–1,400`.
    public func range(_ low: String, _ high: String) -> String {
        low + NumberFormat.rangeMark(language) + high
    }

    private func unsigned(_ value: DecimalText) -> String {
        (value.isNegative && !value.isZero ? "\u{2212}" : "") + value.groupedMagnitude
    }

    private func signed(_ value: DecimalText) -> String {
        (value.isZero ? "±" : value.isNegative ? "\u{2212}" : "+") + value.groupedMagnitude
    }
}

extension NumberFormat {
    private static let points = BilingualText(ja: "\u{A0}ポイント", en: "\u{A0}points")
    private static let rangeMark = BilingualText(ja: "〜", en: "–")
}
