public import VisitorLedger

/// Slows guessing down without locking anybody out.
///
/// Failures are counted for the address they come from and for the account they try. An address that goes on failing
/// waits ever longer. An account that is tried from many addresses waits a little, and not for an address it was
/// logged in to from lately: a stranger cannot keep its owner out.
public struct LogInThrottle: Sendable {
    private enum Subject: Hashable {
        case address(String)
        case account(String)
    }

    private struct Failures {
        var count: Int
        var last: Int
    }

    /// So many failures cost nothing: passwords are mistyped, and an office has one address.
    public static let free = 10
    /// An address waits no longer than this after a failure, in seconds.
    public static let longestWait = 900
    /// An account waits no longer than this, in seconds.
    public static let longestAccountWait = 30
    /// Failures are forgotten when none followed for so long, in seconds.
    public static let memory = 1_800
    /// How many addresses and accounts are remembered.
    static let room = 10_000

    private var failures: [Subject: Failures] = [:]

    /// Nobody has failed yet.
    public init() {}

    /// How long somebody must wait before the next try, in seconds; 0 for not at all.
    ///
    /// - Parameters:
    ///   - account: The name that is tried, whether there is such an account or not.
    ///   - address: Where from.
    ///   - isKnown: Whether the account was logged in to from there lately.
    ///   - moment: Now.
    public func wait(account: String, address: String, isKnown: Bool, at moment: Timestamp) -> Int {
        let now = moment.secondsSinceEpoch
        let byAddress = wait(.address(Self.network(of: address)), now, atMost: Self.longestWait)
        guard !isKnown else { return byAddress }
        return max(byAddress, wait(.account(Self.key(account)), now, atMost: Self.longestAccountWait))
    }

    /// Notes a wrong password or name.
    public mutating func failed(account: String, address: String, at moment: Timestamp) {
        let now = moment.secondsSinceEpoch
        for subject in [Subject.address(Self.network(of: address)), .account(Self.key(account))] {
            if failures[subject] == nil, failures.count >= Self.room { makeRoom(now) }
            let before = failures[subject].flatMap { now - $0.last < Self.memory ? $0.count : nil } ?? 0
            failures[subject] = Failures(count: before + 1, last: now)
        }
    }

    private func wait(_ subject: Subject, _ now: Int, atMost limit: Int) -> Int {
        guard let failed = failures[subject], now - failed.last < Self.memory, failed.count >= Self.free else {
            return 0
        }
        let wait = min(limit, 1 << min(failed.count - Self.free, 20))
        return max(0, failed.last + wait - now)
    }

    /// Forgets what is over; where that is nothing, the half that failed longest ago.
    private mutating func makeRoom(_ now: Int) {
        failures = failures.filter { now - $0.value.last < Self.memory }
        guard failures.count >= Self.room else { return }
        let times = failures.values.map(\.last).sorted()
        let middle = times[times.count / 2]
        failures = failures.filter { $0.value.last > middle }
    }

    /// No account has a longer name: what is tried must not fill the memory.
    private static func key(_ account: String) -> String {
        AccountName.key(String(String.UnicodeScalarView(account.unicodeScalars.prefix(AccountName.limit + 1))))
    }

    /// What one holder has of addresses: one of the fourth version, the first half of one of the sixth.
    static func network(of address: String) -> String {
        guard address.contains(":") else { return address }
        let text = address.lowercased().split(separator: "%", maxSplits: 1).first.map(String.init) ?? ""
        if let mapped = text.split(separator: ":").last, mapped.contains(".") { return String(mapped) }
        let halves = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let gap = halves.firstIndex(of: "")
        let groups: [String]
        if let gap, text.contains("::") {
            let before = halves[..<gap].filter { !$0.isEmpty }
            let after = halves[gap...].filter { !$0.isEmpty }
            groups = before + Array(repeating: "0", count: max(0, 8 - before.count - after.count)) + after
        } else {
            groups = halves
        }
        return groups.prefix(4).map { group in
            String(group.drop { $0 == "0" })
        }.joined(separator: ":") + "::/64"
    }
}
