import Accounts
import Diagnostics
import HTTPTypes
import Hummingbird
import Synchronization
import VisitorLedger
import Workspace

/// Who comes in: accounts as they are at this moment, what was tried before, and the log.
final class People: Sendable {
    let site: Site
    let desk: PasswordDesk
    let clock: @Sendable () -> Timestamp
    private let folder: WorkspaceFolder
    private let state = Mutex(State())

    private struct State {
        var store: AccountStore?
        var isGuarded = false
        var throttle = LogInThrottle()
        var meter = RefusalMeter()
    }

    init(
        _ folder: WorkspaceFolder, site: Site, cost: PasswordHash.Cost = .usual,
        clock: @escaping @Sendable () -> Timestamp = Workspace.machineClock
    ) {
        self.folder = folder
        self.site = site
        self.clock = clock
        desk = PasswordDesk(cost: cost)
    }

    /// The accounts; `nil` as long as there is none, and then never again.
    ///
    /// - Throws: `DiagnosticsError` when the file cannot be read: then nobody comes in.
    func store() throws(DiagnosticsError) -> AccountStore? {
        let (known, isGuarded) = state.withLock { ($0.store, $0.isGuarded) }
        if isGuarded { return known }
        let found = if let known { known } else { try folder.existingAccounts(clock: clock) }
        guard let store = found else { return nil }
        let hasAccounts = try store.hasAccounts()
        state.withLock { state in
            state.store = store
            state.isGuarded = hasAccounts
        }
        if hasAccounts { desk.prepare() }
        return hasAccounts ? store : nil
    }

    /// How long somebody must wait before trying a password, in seconds; 0 for not at all.
    func wait(account: String, address: String, isKnown: Bool) -> Int {
        state.withLock { $0.throttle.wait(account: account, address: address, isKnown: isKnown, at: clock()) }
    }

    /// Notes a wrong password.
    func failed(account: String, address: String) {
        state.withLock { $0.throttle.failed(account: account, address: address, at: clock()) }
    }

    /// Writes down that somebody got nothing.
    ///
    /// A log that cannot be written gives them no more.
    func refused(
        _ action: AuditAction, _ subject: String, _ outcome: AuditOutcome, by who: String,
        from address: String
    ) {
        guard let store = try? store() else { return }
        switch state.withLock({ $0.meter.count(address, at: clock()) }) {
        case .write: try? store.record(action, subject, by: who, from: address, outcome)
        case .writeLast:
            try? store.record(action, subject, by: who, from: address, outcome)
            try? store.record(.request, by: "", from: address, .moreOfThese)
        case .leaveOut: break
        }
    }

    /// Writes down that a request got nothing.
    func refused(_ request: Request, _ outcome: AuditOutcome, _ context: DashboardContext) {
        refused(
            .request, "\(request.method.rawValue) \(request.uri.path)", outcome, by: context.visitor.name,
            from: context.address)
    }
}
