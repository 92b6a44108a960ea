public import Diagnostics
public import Languages

/// What became of the rows a stage was given, and what it has to say.
///
/// For a stage that passes rows on, rows in = rows out + rows ignored. A stage that adds rows up puts fewer out, and
/// their origins say how many rows each stands for.
public struct StageAccount: Sendable, Hashable {
    /// How many messages are kept; the others are counted.
    public static let messageLimit = 100

    /// Rows taken in.
    public private(set) var rowsIn = 0
    /// Rows given out.
    public private(set) var rowsOut = 0
    /// Rows set aside, by reason.
    public private(set) var ignored: [BilingualText: Int] = [:]
    /// The first notices and warnings, in the order of the rows.
    public private(set) var messages: [Diagnostic] = []
    /// How many notices and warnings came after those kept.
    public private(set) var unkeptMessageCount = 0
    /// Why the stage cannot give a result. Whoever runs it stops and uses nothing of what it gave.
    public private(set) var failure: Diagnostic?

    /// Makes an empty account.
    public init() {}

    /// All rows set aside.
    public var ignoredTotal: Int { ignored.values.reduce(0, +) }

    /// Counts rows taken in.
    public mutating func take(_ rows: Int) { rowsIn += rows }

    /// Counts rows given out.
    public mutating func give(_ rows: Int) { rowsOut += rows }

    /// Counts rows set aside for a reason.
    public mutating func ignore(_ rows: Int, because reason: BilingualText) {
        if rows > 0 { ignored[reason, default: 0] += rows }
    }

    /// Adds a notice or warning; beyond the limit it is only counted, and not even made.
    public mutating func report(_ message: @autoclosure () -> Diagnostic) {
        if messages.count < Self.messageLimit { messages.append(message()) } else { unkeptMessageCount += 1 }
    }

    /// Records that the stage cannot give a result; the first reason is kept.
    public mutating func fail(_ reason: Diagnostic) { failure = failure ?? reason }
}
