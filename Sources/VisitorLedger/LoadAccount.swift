public import Languages

/// What became of every row read: accepted + held + ignored = read.
public struct LoadAccount: Sendable, Hashable {
    /// Rows that a filter or the profile set aside on purpose, by reason.
    public struct Ignored: Sendable, Hashable {
        /// Why: a total line, a footnote, a filter's condition.
        public var reason: BilingualText
        /// How many rows.
        public var rows: Int

        /// Makes an entry.
        public init(reason: BilingualText, rows: Int) {
            self.reason = reason
            self.rows = rows
        }
    }

    /// Rows read.
    public var rowsRead: Int
    /// Rows whose numbers are in the ledger.
    public var rowsAccepted: Int
    /// Rows kept aside until somebody decides.
    public var rowsHeld: Int
    /// Rows ignored, by reason.
    public var ignored: [Ignored]

    /// Makes an account.
    public init(rowsRead: Int, rowsAccepted: Int, rowsHeld: Int = 0, ignored: [Ignored] = []) {
        self.rowsRead = rowsRead
        self.rowsAccepted = rowsAccepted
        self.rowsHeld = rowsHeld
        self.ignored = ignored
    }

    /// Rows ignored for any reason.
    public var rowsIgnored: Int { ignored.reduce(0) { $0 + $1.rows } }

    /// Whether every row read is accounted for.
    public var closes: Bool {
        let parts = [rowsRead, rowsAccepted, rowsHeld] + ignored.map(\.rows)
        return parts.allSatisfy { $0 >= 0 } && rowsRead == rowsAccepted + rowsHeld + rowsIgnored
    }
}

/// Whether what a load brought counts.
public enum LoadDisposition: Sendable, Hashable {
    /// It counts.
    case committed
    /// It is kept but does not count: a truncated document.
    case held(reason: BilingualText)
}

/// How a load ends.
public struct LoadOutcome: Sendable, Hashable {
    /// What became of its rows.
    public var account: LoadAccount
    /// Whether it counts.
    public var disposition: LoadDisposition

    /// Makes an outcome.
    public init(_ account: LoadAccount, disposition: LoadDisposition = .committed) {
        self.account = account
        self.disposition = disposition
    }
}
