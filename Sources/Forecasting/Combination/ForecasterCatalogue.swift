/// The forecasters people can choose by name.
public enum ForecasterCatalogue {
    /// All of them, the standard one first.
    public static var all: [any Forecaster] {
        [
            StandardForecaster(), SeasonalNaiveForecaster(), ETSForecaster(), CESForecaster(), ARIMAForecaster(),
            ThetaForecaster(), DecomposedForecaster.thetaOnLogarithms, DecomposedForecaster.thetaOnFigures,
        ]
    }

    /// Their names.
    public static var names: [String] { all.map(\.name) }

    /// The forecaster of a name.
    public static func forecaster(named name: String) -> (any Forecaster)? {
        all.first { $0.name == name }
    }
}
