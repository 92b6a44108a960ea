public import Languages
public import Tables

/// A function that expressions can call.
public struct ExpressionFunction: Sendable {
    /// A parameter and the types it takes.
    public struct Parameter: Sendable {
        /// The name shown in documentation.
        public let name: String
        /// The types it takes.
        public let types: [ColumnType]
        /// Whether it must be a constant whole number from 0 to 18.
        let isDigitCount: Bool

        init(_ name: String, _ types: [ColumnType], isDigitCount: Bool = false) {
            self.name = name
            self.types = types
            self.isDigitCount = isDigitCount
        }

        static func text(_ name: String) -> Parameter { Parameter(name, [.text]) }
        static func number(_ name: String) -> Parameter { Parameter(name, [.number]) }
        static func period(_ name: String) -> Parameter { Parameter(name, [.period]) }
        static func any(_ name: String) -> Parameter { Parameter(name, ColumnType.allCases) }
    }

    /// The type of the result.
    public enum Result: Sendable, Hashable {
        /// Always the same.
        case type(ColumnType)
        /// The type of the arguments from an index on, which must all have one type.
        case typeOfArguments(from: Int)
    }

    enum Body: Sendable {
        case unary(UnaryOperation)
        case binary(BinaryOperation)
        case many(CellOperation)
    }

    /// The name in expressions.
    public let name: String
    /// The parameters, in order.
    public let parameters: [Parameter]
    /// Whether the last parameter may be given more than once.
    public let repeatsLast: Bool
    /// The type of the result.
    public let result: Result
    /// What it does, in one line.
    public let summary: BilingualText
    private let body: Body

    init(
        _ name: String, _ parameters: [Parameter], repeatsLast: Bool = false, gives result: Result,
        summary: BilingualText, body: Body
    ) {
        self.name = name
        self.parameters = parameters
        self.repeatsLast = repeatsLast
        self.result = result
        self.summary = summary
        self.body = body
    }

    /// Every function, in the order of the reference page.
    public static let all: [ExpressionFunction] = conditions + periods + numbers + texts

    /// The function of a name.
    public static func named(_ name: String) -> ExpressionFunction? { byName[name] }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// The function as documentation shows it: `coalesce(value, other…)`.
    public var signature: String {
        "\(name)(\(parameters.map(\.name).joined(separator: ", "))\(repeatsLast ? "…" : ""))"
    }
}

extension ExpressionFunction {
    func accepts(argumentCount: Int) -> Bool {
        repeatsLast ? argumentCount >= parameters.count : argumentCount == parameters.count
    }

    func parameter(at index: Int) -> Parameter { parameters[min(index, parameters.count - 1)] }

    /// Whether an argument must have the type of the others that decide the result's type.
    func sharesType(at index: Int) -> Bool {
        if case .typeOfArguments(let first) = result { index >= first } else { false }
    }

    func resultType(common: ColumnType?) -> ColumnType {
        switch result {
        case .type(let type): type
        case .typeOfArguments: common ?? .text
        }
    }

    func compiled(_ arguments: [CompiledNode]) -> CompiledNode {
        switch body {
        case .unary(let operation): .unary(operation, arguments[0])
        case .binary(let operation):
            .chain(arguments[0], [CompiledLink(operation: operation, operand: arguments[1])])
        case .many(let operation): .call(operation, arguments)
        }
    }
}

extension ExpressionFunction.Body {
    /// A body that sees only cells with a value; a missing one is passed on.
    static func known(_ operation: @escaping UnaryOperation) -> Self {
        .unary { $0.absence == nil ? operation($0) : $0 }
    }

    /// A body that sees only pairs of cells with values; the weakest missing one is passed on.
    static func known(_ operation: @escaping BinaryOperation) -> Self {
        .binary { CellOperations.weakestAbsence($0, $1) ?? operation($0, $1) }
    }

    /// A body that takes its arguments two by two from the left.
    static func reduced(_ operation: @escaping BinaryOperation) -> Self {
        .many { cells in
            cells.dropFirst().reduce(cells[0]) { CellOperations.weakestAbsence($0, $1) ?? operation($0, $1) }
        }
    }
}
