/// Where a table lies in its sheet, when it has to be said.
public struct TableDefinition: Sendable, Hashable {
    /// How many rows the header takes; 0 for a table without one, `nil` to find out.
    public var headerRows: Int?
    /// What a row begins with that is a comment, wherever it stands.
    public var comment: String?
    /// What the row begins with behind which the table starts.
    public var begin: String?
    /// What rows begin with that end the table.
    public var end: [String]

    /// Nothing to be said.
    public init(headerRows: Int? = nil, comment: String? = nil, begin: String? = nil, end: [String] = []) {
        self.headerRows = headerRows
        self.comment = comment
        self.begin = begin
        self.end = end
    }
}

/// What to do with rows that have the same key.
public struct DuplicateDefinition: Sendable, Hashable {
    /// Who wins when two rows with one key hold different values; identical rows count once in any case.
    public enum Winner: String, Sendable, Hashable, CaseIterable {
        /// Nobody: all of them are held.
        case hold
        /// The row that comes first.
        case first
        /// The row that comes last, as in a file that is appended to.
        case last
    }

    /// Who wins.
    public var winner: Winner
    /// The columns that make the key; empty for all that hold no value.
    public var key: [String]

    /// Makes a rule.
    public init(winner: Winner, key: [String] = []) {
        self.winner = winner
        self.key = key
    }
}
