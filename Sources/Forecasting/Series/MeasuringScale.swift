import Foundation

/// The scale a model sees a series on.
public enum MeasuringScale: Sendable, Hashable {
    /// As counted.
    case plain
    /// Square roots, which make the scatter of small counts even (Anscombe 1948) and can take a zero.
    case squareRoot
    /// Logarithms, on which growth and seasons are shares.
    case logarithm

    /// Logarithms where all figures are positive, square roots where some are zero, else the figures themselves.
    init(relativeFor series: TimeSeries) {
        self = series.isPositive ? .logarithm : series.isNonnegative ? .squareRoot : .plain
    }

    func callAsFunction(_ value: Double) -> Double {
        switch self {
        case .plain: value
        case .squareRoot: value.squareRoot()
        case .logarithm: log(value)
        }
    }

    /// Back to the figures.
    func figure(_ value: Double) -> Double {
        switch self {
        case .plain: value
        case .squareRoot: max(value, 0) * max(value, 0)
        // Beyond 1e300 there are no visitors; the limit keeps a hopeless series finite.
        case .logarithm: exp(min(value, 690))
        }
    }

    /// How a form is said: `ETS(A,N,A) on logs`.
    var suffix: String {
        switch self {
        case .plain: ""
        case .squareRoot: " on roots"
        case .logarithm: " on logs"
        }
    }
}
