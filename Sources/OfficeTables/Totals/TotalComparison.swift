public import Diagnostics
import Languages
public import VisitorModel

/// What comparing a printed total with its parts gave.
public enum TotalComparison: Sendable, Hashable {
    /// Why nothing could be compared.
    public enum Obstacle: Sendable, Hashable {
        /// A part has no number: not reported, held, suppressed.
        case partWithoutNumber(ObservationStatus)
        /// The total itself has no number.
        case totalWithoutNumber(ObservationStatus)
        /// No parts were added.
        case noParts
        /// The sum is larger than any number here can be.
        case tooLarge
    }

    /// The total fits its parts; the difference, printed less sum, lies within the rounding.
    case agrees(difference: ExactDecimal)
    /// The total does not fit.
    case differs(TotalDifference)
    /// There is nothing to compare.
    case notPossible(Obstacle)

    /// The warning `total.differs`; `nil` unless the total differs.
    ///
    /// - Parameter position: Where the printed total stands.
    public func diagnostic(position: SourcePosition?) -> Diagnostic? {
        guard case .differs(let difference) = self else { return nil }
        return Diagnostic(
            code: "total.differs", severity: .warning, position: position, value: difference.printed.description,
            message: difference.message, remedy: difference.remedy)
    }
}

/// A printed total that does not fit its parts.
public struct TotalDifference: Sendable, Hashable {
    /// The total as printed.
    public let printed: ExactDecimal
    /// The sum of the parts.
    public let sum: ExactDecimal
    /// Printed less sum: positive when parts are lacking.
    public let difference: ExactDecimal
    /// How much the rounding of the figures explains.
    public let tolerance: ExactDecimal
}

extension TotalDifference {
    fileprivate var message: BilingualText {
        BilingualText(
            ja: "合計欄は \(printed) ですが、内訳の合計は \(sum) です(差 \(difference))。",
            en: "The printed total is \(printed), but the parts add up to \(sum) (difference \(difference)).")
    }

    fileprivate var remedy: BilingualText {
        BilingualText(
            ja: "内訳の入力漏れや再掲の行の重複、合計の計算式の範囲を確かめてください。",
            en: "Look for a part left out, a part counted twice, or a formula that does not cover every row.")
    }
}
