import Diagnostics
import Foundation
import GRDB
import Synchronization
import Testing
import VisitorLedger

@testable import Accounts

struct AccountStoreTests {
    private static let cheap = PasswordHash.Cost(logRounds: 4, blockSize: 8, parallelism: 1)

    /// A clock that goes on when it is told to.
    private final class HandClock: Sendable {
        private let seconds = Mutex(1_700_000_000)
        var now: Timestamp { Timestamp(secondsSinceEpoch: seconds.withLock { $0 }) }
        func advance(by count: Int) { seconds.withLock { $0 += count } }
    }

    private func withStore(_ body: (AccountStore, HandClock) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "accounts-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let clock = HandClock()
        try body(AccountStore(path: folder + "/people.sqlite") { clock.now }, clock)
    }

    private func execute(_ sql: String, in store: AccountStore) throws {
        try store.writing { db in try db.execute(sql: sql) }
    }

    private func tanaka(in store: AccountStore) throws -> Account {
        try store.add("tanaka", role: .clerk, password: "a long password", cost: Self.cheap)
    }

    @Test func `only the owner of the file may read it, and no password stands in it`() throws {
        try withStore { store, _ in
            _ = try tanaka(in: store)
            let attributes = try FileManager.default.attributesOfItem(atPath: store.path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            for name in ["", "-wal"] {
                let bytes = try Data(contentsOf: URL(filePath: store.path + name))
                #expect(bytes.range(of: Data("a long password".utf8)) == nil)
            }
        }
    }

    @Test func `a name is taken once, whatever its case, and for ever`() throws {
        try withStore { store, _ in
            _ = try tanaka(in: store)
            try store.setOpen(false, "Tanaka")
            let error = #expect(throws: DiagnosticsError.self) {
                try store.add("TANAKA", role: .viewer, password: "another password", cost: Self.cheap)
            }
            #expect(error?.diagnostics.first?.code == "accounts.name-taken")
        }
    }

    @Test(arguments: [
        "", "a b", "<script>", "a\u{202E}b", "か\u{3099}", "a\nb", "../x", String(repeating: "a", count: 65),
    ])
    func `what could pass for another name in a log is no name`(name: String) throws {
        try withStore { store, _ in
            let error = #expect(throws: DiagnosticsError.self) {
                try store.add(name, role: .viewer, password: "a long password", cost: Self.cheap)
            }
            #expect(error?.diagnostics.first?.code == "accounts.name")
        }
    }

    @Test func `names are Japanese, too`() throws {
        try withStore { store, _ in
            let account = try store.add("田中太郎", role: .viewer, password: "a long password", cost: Self.cheap)
            #expect(account.name == "田中太郎")
        }
    }

    @Test func `a session ends when nobody uses it, and after a day whoever uses it`() throws {
        try withStore { store, clock in
            let account = try tanaka(in: store)
            let idle = try store.openSession(for: account)
            clock.advance(by: AccountStore.idleSeconds - 1)
            #expect(try store.session(idle)?.name == "tanaka")
            // It was used just now.
            clock.advance(by: AccountStore.idleSeconds - 1)
            #expect(try store.session(idle) != nil)
            clock.advance(by: AccountStore.idleSeconds)
            #expect(try store.session(idle) == nil)

            let busy = try store.openSession(for: account)
            for _ in 0..<(AccountStore.sessionSeconds / 1_800 - 1) {
                clock.advance(by: 1_800)
                #expect(try store.session(busy) != nil)
            }
            clock.advance(by: 1_800)
            #expect(try store.session(busy) == nil)
        }
    }

    @Test func `logging in again gives another secret and ends the former`() throws {
        try withStore { store, _ in
            let account = try tanaka(in: store)
            let first = try store.openSession(for: account)
            let second = try store.openSession(for: account, replacing: first)
            #expect(first != second)
            #expect(try store.session(first) == nil)
            #expect(try store.session(second) == account)
        }
    }

    @Test func `a new password and a shut account end sessions, a new role does not`() throws {
        try withStore { store, _ in
            let account = try tanaka(in: store)
            let first = try store.openSession(for: account)
            try store.setRole(.viewer, of: "tanaka")
            #expect(try store.session(first)?.role == .viewer)
            try store.setPassword("yet another one", of: "tanaka", cost: Self.cheap)
            #expect(try store.session(first) == nil)
            #expect(try store.credential(of: "tanaka").hash?.accepts("yet another one") == true)
            let second = try store.openSession(for: account)
            try store.setOpen(false, "tanaka")
            #expect(try store.session(second) == nil)
            #expect(try store.credential(of: "tanaka").account == nil)
            #expect(try store.hasAccounts())
        }
    }

    @Test func `a token is kept as a hash alone, and can be ended`() throws {
        try withStore { store, _ in
            let secret = try store.addToken("prefecture", role: .viewer)
            #expect(try store.token(secret)?.name == "prefecture")
            #expect(try store.token(Secret()) == nil)
            for name in ["", "-wal"] {
                let bytes = try Data(contentsOf: URL(filePath: store.path + name))
                #expect(bytes.range(of: Data(secret.text.utf8)) == nil)
            }
            try store.revokeToken("prefecture")
            #expect(try store.token(secret) == nil)
            #expect(throws: DiagnosticsError.self) { try store.revokeToken("prefectur") }
        }
    }

    @Test func `the log only grows, and keeps hostile text on one line`() throws {
        try withStore { store, _ in
            try store.record(
                .request, "/\u{1B}[2J\n" + String(repeating: "x", count: 10_000), by: "", from: "10.0.0.9", .noSession)
            let entry = try #require(store.audit().first)
            #expect(entry.subject.hasPrefix("/\u{FFFD}[2J\u{FFFD}xx"))
            #expect(entry.subject.count == 200)
            for sql in [#"DELETE FROM "audit""#, #"UPDATE "audit" SET "who" = 'me'"#] {
                #expect(throws: DiagnosticsError.self) { try execute(sql, in: store) }
            }
            #expect(try store.audit().count == 1)
        }
    }

    @Test func `the last lines come in their order`() throws {
        try withStore { store, _ in
            for number in 1...5 { try store.record(.logIn, "\(number)", by: "tanaka") }
            #expect(try store.audit(last: 2).map(\.subject) == ["4", "5"])
        }
    }

    @Test func `an address is known once somebody logged in from it, for a month`() throws {
        try withStore { store, clock in
            let account = try tanaka(in: store)
            try store.record(.logIn, by: "tanaka", from: "10.0.0.1", .wrongPassword)
            #expect(try !store.isKnown("10.0.0.1", to: account))
            try store.record(.logIn, by: "tanaka", from: "10.0.0.1")
            #expect(try store.isKnown("10.0.0.1", to: account))
            #expect(try !store.isKnown("10.0.0.2", to: account))
            clock.advance(by: 31 * 86_400)
            #expect(try !store.isKnown("10.0.0.1", to: account))
        }
    }

    @Test func `another program's file is left alone`() throws {
        try withStore { store, clock in
            let path = store.path + ".ledger"
            _ = try Ledger(path: path) { clock.now }
            let error = #expect(throws: DiagnosticsError.self) { try AccountStore(path: path) { clock.now } }
            #expect(error?.diagnostics.first?.code == "accounts.not-accounts")
        }
    }
}
