/// Where a figure comes from: its meaning, its formula, and its inputs down to file, row and cell.
public struct FigurePassport: Sendable, Hashable {
    /// The identity, such as `exchange-population@1:mine-city:2013:*`.
    public var id: String
    /// What the figure is, in words.
    public var label: String
    /// What is counted, and what is not.
    public var definition: String
    /// How it is computed.
    public var formula: String
    /// The unit, in words.
    public var unit: String
    /// The value as it is read.
    public var value: String
    /// The exact value as an integer or decimal text; nil where there is no number.
    public var exact: String?
    /// What sort of value it is.
    public var kind: FigureKind
    /// How firm it is, such as "確定".
    public var status: String
    /// How much of what was expected has been reported, with the missing ones named.
    public var coverage: String
    /// What it was computed from.
    public var inputs: [FigureInput]
    /// How many counts its inputs stand for.
    public var inputCount: Int { inputs.reduce(0) { $0 + $1.count } }
    /// The calculation step by step, in sentences, where it is more than a sum.
    public var steps: [String]
    /// What must be known beside the number.
    public var notices: [String]

    /// A passport.
    public init(
        id: String, label: String, definition: String, formula: String, unit: String, value: String,
        exact: String? = nil, kind: FigureKind = .count, status: String, coverage: String, inputs: [FigureInput] = [],
        steps: [String] = [], notices: [String] = []
    ) {
        self.steps = steps
        self.notices = notices
        self.id = id
        self.label = label
        self.definition = definition
        self.formula = formula
        self.unit = unit
        self.value = value
        self.exact = exact
        self.kind = kind
        self.status = status
        self.coverage = coverage
        self.inputs = inputs
    }
}

/// A value a figure was computed from, and the place it was read; or many of them from one file, with their sum.
public struct FigureInput: Sendable, Hashable {
    /// Where it was counted.
    public var place: String
    /// When.
    public var period: String
    /// The value as it was read.
    public var value: String
    /// The file it stands in.
    public var file: String
    /// The row or rows, from 1.
    public var row: String
    /// The cell or column, such as "C14".
    public var cell: String
    /// The beginning of the file's SHA-256, in hexadecimal.
    public var hash: String
    /// How many counts it stands for; of more than one, the value is their sum.
    public var count: Int

    /// The value as a plain number, as machines read it; `nil` where it is none.
    public var exactValue: String? {
        let digits = value.replacing(",", with: "")
        return DecimalText(digits) == nil ? nil : digits
    }

    /// An input.
    public init(
        place: String, period: String, value: String, file: String, row: String, cell: String, hash: String,
        count: Int = 1
    ) {
        self.count = count
        self.place = place
        self.period = period
        self.value = value
        self.file = file
        self.row = row
        self.cell = cell
        self.hash = hash
    }
}
