/// How a line looks: colour for the screen, weight and dashes for paper.
struct LineStroke {
    let colour: String
    let width: Double
    let dash: String?
    /// The weight of its label's letters.
    let weight: Int?

    /// Dashes of whole comparison lines, by their turn.
    private static let comparisonDashes: [String?] = [nil, "8 3", "4 3", "8 3 2 3"]
    /// Dashes of main lines, by their turn.
    private static let mainDashes: [String?] = [nil, "14 3", "14 3 3 3", "24 3"]

    /// The stroke of the `turn`-th line of a style, counted from zero.
    init(_ style: LineChart.Style, turn: Int) {
        switch style {
        case .main:
            colour = ChartColour.mainLine(turn)
            width = 2.75
            dash = LineStroke.mainDashes[turn % 4]
            weight = 700
        case .comparison:
            colour = ChartColour.muted
            width = 1.5
            dash = LineStroke.comparisonDashes[turn % 4]
            weight = nil
        case .projection:
            colour = ChartColour.mainLine(0)
            width = 2.25
            dash = "7 4"
            weight = nil
        case .target:
            colour = ChartColour.target
            width = 1.75
            dash = "6 4"
            weight = nil
        }
    }

    /// Dashes on the way to a value that is not yet whole.
    static let partialDash = "2 3"
}
