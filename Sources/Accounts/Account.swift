public import VisitorLedger

/// Somebody who may log in.
public struct Account: Sendable, Hashable, Identifiable {
    /// The account's number.
    public let id: Int
    /// The name as it was given; names that differ in case only are one.
    public let name: String
    /// What the account may do.
    public let role: Role
    /// When it was made.
    public let createdAt: Timestamp
    /// When it was shut; `nil` while it is open.
    public let disabledAt: Timestamp?

    /// Whether somebody may log in with it.
    public var isOpen: Bool { disabledAt == nil }
}

/// A name that accounts and tokens may have.
enum AccountName {
    /// How many characters a name may have.
    static let limit = 64

    /// Letters of any script, digits and `. - _`, nothing that is put together from several code points: names that look
    /// the same to a reader of the audit log should be the same.
    static func isValid(_ name: String) -> Bool {
        (1...limit).contains(name.unicodeScalars.count)
            && name.unicodeScalars.allSatisfy { scalar in
                let properties = scalar.properties
                guard properties.canonicalCombiningClass == .notReordered else { return false }
                return properties.isAlphabetic || properties.numericType == .decimal
                    || ".-_".unicodeScalars.contains(scalar)
            }
    }

    /// What a name is looked up by.
    static func key(_ name: String) -> String { name.lowercased() }
}
