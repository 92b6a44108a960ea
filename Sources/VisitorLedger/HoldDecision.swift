import GRDB

/// What somebody decided about a row that was kept aside.
public struct HoldDecision: Sendable, Hashable {
    /// What was decided.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Its value was wrong and is replaced by another.
        case corrected
        /// Its value is right as it stands and counts.
        case released
        /// It counts for nothing.
        case dismissed
    }

    /// The hold's number.
    public var hold: Int
    /// When it was decided.
    public var recordedAt: Timestamp
    /// What was decided.
    public var kind: Kind
    /// The value as it stood.
    public var oldText: String?
    /// The value that counts instead.
    public var newText: String?
    /// The load that brought the value in; `nil` for a dismissal.
    public var load: Int?
    /// Why.
    public var reason: String
    /// Who decided.
    public var by: String

    /// A decision; the ledger knows when it is made.
    public init(
        hold: Int, kind: Kind, oldText: String? = nil, newText: String? = nil, load: Int? = nil, reason: String,
        by: String
    ) {
        self.hold = hold
        recordedAt = .distantFuture
        self.kind = kind
        self.oldText = oldText
        self.newText = newText
        self.load = load
        self.reason = reason
        self.by = by
    }
}

extension Ledger {
    /// Records decisions about held rows, all or none.
    ///
    /// - Throws: `unknownHold`, `alreadyDecided`, `invalidKey` for an empty reason or name.
    public func decide(_ decisions: [HoldDecision]) throws(LedgerError) {
        var checked: [HoldDecision] = []
        for decision in decisions {
            var decision = decision
            decision.reason = try StoredText.said(decision.reason, .reason)
            decision.by = try StoredText.said(decision.by, .name)
            checked.append(decision)
        }
        try writing { db, moment in
            let standing = try Self.standingDecisions(db, asOf: nil)
            for decision in checked {
                let known = try Bool.fetchOne(
                    db, sql: #"SELECT EXISTS (SELECT 1 FROM "hold" WHERE "id" = ?)"#, arguments: [decision.hold])
                guard known == true else { throw LedgerError.unknownHold(decision.hold) }
                if let earlier = standing[decision.hold] {
                    throw LedgerError.alreadyDecided("hold \(decision.hold)", by: earlier.by)
                }
                try db.execute(
                    sql: """
                        INSERT INTO "holdDecision" ("recordedAt", "holdId", "kind", "oldText", "newText",
                            "resultLoadId", "reason", "decidedBy")
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        moment.description, decision.hold, decision.kind.rawValue,
                        decision.oldText.map { StoredText.cut($0, to: StoredText.valueLimit) },
                        decision.newText.map { StoredText.cut($0, to: StoredText.valueLimit) }, decision.load,
                        decision.reason, decision.by,
                    ])
            }
        }
    }

    /// The decisions that stand at a moment, by hold: one whose load was withdrawn no longer does.
    public func holdDecisions(asOf: Timestamp? = nil) throws(LedgerError) -> [Int: HoldDecision] {
        try reading { try Self.standingDecisions($0, asOf: asOf) }
    }

    private static func standingDecisions(_ db: Database, asOf: Timestamp?) throws -> [Int: HoldDecision] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT d."holdId", d."recordedAt", d."kind", d."oldText", d."newText", d."resultLoadId", d."reason",
                    d."decidedBy"
                FROM "holdDecision" d
                WHERE d."recordedAt" <= :asOf AND NOT EXISTS (
                    SELECT 1 FROM "withdrawal" w WHERE w."loadId" = d."resultLoadId" AND w."recordedAt" <= :asOf)
                ORDER BY d."id"
                """, arguments: ["asOf": CountedLoads.bound(asOf)])
        return try rows.reduce(into: [:]) { decisions, row in
            guard let kind = HoldDecision.Kind(rawValue: row[2]) else { throw StoredValue.unreadable(row) }
            var decision = HoldDecision(
                hold: row[0], kind: kind, oldText: row[3], newText: row[4], load: row[5], reason: row[6], by: row[7])
            decision.recordedAt = try StoredValue.moment(row, at: 1)
            decisions[decision.hold] = decision
        }
    }
}
