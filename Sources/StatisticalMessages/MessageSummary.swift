public import Diagnostics
public import VisitorModel

/// What a message said about itself.
public struct MessageSummary: Sendable {
    /// Numbers delivered.
    public var observations = 0
    /// Things worth knowing that stopped nothing, and doubts about the delivery as a whole.
    public var notices: [Diagnostic] = []
    /// Why fewer numbers came than the message itself announces; everything it gave must then be held.
    public var shortfall: Diagnostic?
    /// The axes seen, in the order they came: what a profile can ask for.
    public var axes: [String] = []
    /// What the message's own notes say about marks in the place of numbers, where that is plain.
    public var symbols: [String: SymbolMeaning] = [:]

    /// Whether the message lists its axes itself, so that one it does not list is not there.
    public var declaresAxes = false
    /// In a message written as CSV: lines of its head, header rows, and blank lines.
    public var rows = (head: 0, header: 0, blank: 0)

    mutating func noteAxis(_ axis: String) {
        // A message without end must not take memory without end; a real one has a dozen.
        if axes.count < 200, !axes.contains(axis) { axes.append(axis) }
    }

    mutating func note(_ diagnostic: Diagnostic) {
        if notices.count < 100 { notices.append(diagnostic) }
    }
}
