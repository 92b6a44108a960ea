public import Accounts
public import ArgumentParser
import FoundationEssentials
import Languages
import Workspace

extension GlobalOptions {
    /// Changes something about accounts or tokens and writes it down.
    func changingPeople(
        _ action: AuditAction, _ subject: String, said: BilingualText, _ change: (AccountStore) throws -> Void
    ) async throws {
        try await reporting {
            let store = try WorkspaceFolder(path: workspace).accounts()
            try change(store)
            try store.record(action, subject, by: ProcessInfo.processInfo.userName)
        }
        terminal.say(said)
    }

    /// What there is of people, without making anything.
    func people<Result>(_ read: (AccountStore) throws -> [Result]) async throws -> [Result] {
        try await reporting {
            let folder = WorkspaceFolder(path: workspace)
            _ = try folder.definitionFiles()
            return try folder.existingAccounts().map(read) ?? []
        }
    }
}

extension Role: ExpressibleByArgument {}
