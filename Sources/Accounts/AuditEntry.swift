public import VisitorLedger

/// What somebody did or tried.
public enum AuditAction: String, Sendable, Hashable, CaseIterable {
    /// Showed a name and a password.
    case logIn = "log-in"
    /// Ended a session.
    case logOut = "log-out"
    /// Asked for something over the network and got nothing.
    case request
    /// Sent a file and had its effect shown.
    case upload
    /// Had a file that was shown loaded.
    case load
    /// Threw away a file that was shown.
    case discard
    /// Said that a doubtful count is right.
    case acknowledge
    /// Published a report.
    case publish
    /// Took a load back.
    case withdraw
    /// Made an account.
    case addUser = "user-add"
    /// Gave an account another role.
    case changeRole = "user-role"
    /// Gave an account another password.
    case changePassword = "user-password"
    /// Shut an account.
    case disableUser = "user-disable"
    /// Opened a shut account.
    case enableUser = "user-enable"
    /// Made a token.
    case addToken = "token-add"
    /// Ended a token.
    case revokeToken = "token-revoke"
}

/// How it ended.
public enum AuditOutcome: String, Sendable, Hashable, CaseIterable {
    /// It was done.
    case done
    /// The name or the password was wrong, or the account is shut.
    case wrongPassword = "wrong-password"
    /// Too many wrong ones came before.
    case slowed
    /// Nobody was logged in.
    case noSession = "no-session"
    /// A cookie that is no session, or none any more.
    case badSession = "bad-session"
    /// A token that is none.
    case badToken = "bad-token"
    /// The role does not allow it.
    case role
    /// The form came from elsewhere, or was not this session's.
    case forged
    /// It belongs to somebody else.
    case anothers
    /// There is nothing of this name.
    case notFound = "not-found"
    /// The request named another host.
    case otherHost = "other-host"
    /// More was sent than is taken.
    case tooLarge = "too-large"
    /// It came too slowly.
    case tooSlow = "too-slow"
    /// It could not be read.
    case unreadable
    /// What was shown no longer holds: the file or the ledger is another.
    case changed
    /// The machine failed.
    case failed
    /// More refusals followed than are written down.
    case moreOfThese = "more-of-these"
}

/// One line of the log: who, when, from where, what, with what outcome.
///
/// Lines are never changed.
public struct AuditEntry: Sendable, Hashable, Identifiable {
    /// The line's number.
    public let id: Int
    /// When.
    public let at: Timestamp
    /// The account or token as named or claimed; empty for nobody.
    public let who: String
    /// The address the request came from; `local` for the command line.
    public let from: String
    /// What was done or tried.
    public let action: AuditAction
    /// On what: a path, a file, a name.
    public let subject: String
    /// How it ended.
    public let outcome: AuditOutcome
}
