public import Accounts
public import Diagnostics
public import VisitorLedger

extension WorkspaceFolder {
    /// Who may come in and what everybody did: apart from the ledger, so that a copy of the ledger gives nobody a way in.
    public var accountsPath: String { path + "/people.sqlite" }

    /// The accounts, made if there are none yet.
    ///
    /// - Throws: `DiagnosticsError` when this is no workspace, or the file cannot be opened.
    public func accounts(clock: @escaping @Sendable () -> Timestamp = Workspace.machineClock) throws(DiagnosticsError)
        -> AccountStore
    {
        _ = try definitionFiles()
        return try AccountStore(path: accountsPath, clock: clock)
    }

    /// The accounts; `nil` when nobody made any.
    ///
    /// - Throws: `DiagnosticsError` when the file cannot be opened.
    public func existingAccounts(clock: @escaping @Sendable () -> Timestamp = Workspace.machineClock)
        throws(DiagnosticsError) -> AccountStore?
    {
        try AccountStore.existing(path: accountsPath, clock: clock)
    }
}
