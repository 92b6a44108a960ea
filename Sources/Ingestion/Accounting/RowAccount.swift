public import Languages

/// What became of every row of a file: read = accepted + held + ignored.
///
/// A row is what can make one number: a record of a long table or of XML, one value cell of a wide table. Title rows,
/// header rows, notes and blank rows are rows too, ignored with their reason, so that nothing goes unmentioned.
public struct RowAccount: Sendable, Hashable {
    /// Rows read.
    public private(set) var read = 0
    /// Rows whose number goes on.
    public private(set) var accepted = 0
    /// Rows kept aside until somebody decides.
    public private(set) var held = 0
    /// Rows set aside on purpose, by reason, in the order the reasons first occurred.
    public private(set) var ignored: [(reason: BilingualText, rows: Int)] = []

    /// Makes an empty account.
    public init() {}

    /// Rows set aside on purpose.
    public var ignoredTotal: Int { ignored.reduce(0) { $0 + $1.rows } }

    /// Whether every row read is accounted for.
    public var closes: Bool { read == accepted + held + ignoredTotal }

    /// Counts a row when it is read, before anything is known of it.
    public mutating func countRead(_ rows: Int = 1) { read += rows }

    /// Counts a row whose number goes on.
    public mutating func accept(_ rows: Int = 1) { accepted += rows }

    /// Counts a row that is kept aside.
    public mutating func hold(_ rows: Int = 1) { held += rows }

    /// Counts rows set aside on purpose.
    public mutating func ignore(_ rows: Int = 1, because reason: BilingualText) {
        guard rows > 0 else { return }
        if let index = ignored.firstIndex(where: { $0.reason == reason }) {
            ignored[index].rows += rows
        } else {
            ignored.append((reason, rows))
        }
    }

    /// Moves rows that were accepted to ignored: a filter behind the reader set them aside.
    public mutating func ignoreAccepted(_ rows: Int, because reason: BilingualText) {
        accepted -= rows
        ignore(rows, because: reason)
    }

    /// Moves rows that were accepted to held: a check behind the reader found them doubtful.
    public mutating func holdAccepted(_ rows: Int) {
        accepted -= rows
        held += rows
    }

    public static func == (left: RowAccount, right: RowAccount) -> Bool {
        left.read == right.read && left.accepted == right.accepted && left.held == right.held
            && left.ignored.elementsEqual(right.ignored) { $0.reason == $1.reason && $0.rows == $1.rows }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(read)
        hasher.combine(accepted)
        hasher.combine(held)
        hasher.combine(ignoredTotal)
    }
}
