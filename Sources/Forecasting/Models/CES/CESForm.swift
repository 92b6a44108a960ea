/// A form of complex exponential smoothing (Svetunkov, Kourentzes and Ord 2022, Naval Research Logistics 69).
public enum CESForm: String, Sendable, Hashable, CaseIterable {
    /// A level and its hidden companion, no season.
    case none
    /// The same recursion with the lag of a season in place of one period.
    case simple
    /// A level with its companion, and a real additive season.
    case partial
    /// A level with its companion, and a second complex pair at the lag of a season.
    case full

    /// Smoothing parameters of the form.
    var parameterCount: Int {
        switch self {
        case .none, .simple: 2
        case .partial: 3
        case .full: 4
        }
    }

    /// Whether a complex parameter makes a recursion that forgets its past.
    ///
    /// The three conditions of the authors; the tests compare them with the roots of the recursion.
    public static func isStable(real: Double, imaginary: Double) -> Bool {
        func squared(_ x: Double, _ y: Double) -> Double { (real - x) * (real - x) + (imaginary - y) * (imaginary - y) }
        return squared(2.5, 0) > 1.25 && squared(0.5, 1) > 0.25 && squared(1.5, 0.5) < 1.5
    }
}
