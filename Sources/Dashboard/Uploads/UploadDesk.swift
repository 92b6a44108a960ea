import Accounts
import ByteStreams
import Diagnostics
import FoundationEssentials
import Languages
import SystemPackage
import VisitorLedger
import Workspace

/// The files that were sent and not decided yet: in a folder of the workspace that only its owner may read, each for two
/// hours at most.
actor UploadDesk {
    /// How many one account may have at a time; they take up to 64 MiB of disk each.
    static let perAccount = 5
    /// How many there may be in all.
    static let inAll = 20
    /// What is not decided after so long is thrown away, in seconds.
    static let seconds = 2 * 3_600

    nonisolated let workspace: Workspace
    private let clock: @Sendable () -> Timestamp
    private var uploads: [String: Upload] = [:]
    /// The accounts whose files are on their way, by the file.
    private var receiving: [String: Int] = [:]

    init(_ workspace: Workspace, clock: @escaping @Sendable () -> Timestamp) {
        self.workspace = workspace
        self.clock = clock
    }

    /// The folder that files wait in.
    nonisolated var folder: String { workspace.folder.path + "/.uploads" }

    /// A folder for one file, with a name nobody can guess.
    ///
    /// - Throws: `DiagnosticsError` when the account, or everybody together, has too many waiting already.
    func makeRoom(for account: Account) throws -> (id: String, folder: String) {
        sweep()
        let owners = uploads.values.map(\.owner) + receiving.values
        guard owners.filter({ $0 == account.id }).count < Self.perAccount, owners.count < Self.inAll else {
            throw DiagnosticsError(.tooManyUploads)
        }
        let id = Secret().text
        let path = folder + "/" + id
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
        receiving[id] = account.id
        return (id, path)
    }

    /// Keeps a file that was read.
    func keep(_ upload: Upload) {
        receiving[upload.id] = nil
        uploads[upload.id] = upload
    }

    /// One of somebody's files.
    ///
    /// - Returns: The file, and whether there is one of this name that is another's.
    func upload(_ id: String, of account: Account) -> (own: Upload?, isAnothers: Bool) {
        sweep()
        guard let upload = uploads[id] else { return (nil, false) }
        return upload.owner == account.id ? (upload, false) : (nil, true)
    }

    /// Somebody's files, the latest first.
    func uploads(of account: Account) -> [Upload] {
        sweep()
        return uploads.values.filter { $0.owner == account.id }.sorted { ($1.sentAt, $1.id) < ($0.sentAt, $0.id) }
    }

    /// Throws a file away.
    func discard(_ id: String) {
        if case .loading = uploads[id]?.state { return }
        receiving[id] = nil
        uploads[id] = nil
        try? FileManager.default.removeItem(atPath: folder + "/" + id)
    }

    /// Begins loading, unless it has begun.
    func begin(_ id: String) -> Upload? {
        guard var upload = uploads[id], upload.isLoadable else { return nil }
        upload.state = .loading
        uploads[id] = upload
        return upload
    }

    /// Throws away what nobody decided: what is kept here, and what an earlier run left on the disk.
    func sweep() {
        let moment = clock().secondsSinceEpoch
        for upload in uploads.values where moment - upload.sentAt.secondsSinceEpoch >= Self.seconds {
            if case .loading = upload.state { continue }
            discard(upload.id)
        }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where uploads[name] == nil && receiving[name] == nil {
            let path = folder + "/" + name
            let changed = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
            guard let changed, moment - Int(changed.timeIntervalSince1970) >= Self.seconds else { continue }
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}

extension UploadDesk {
    /// Finds out what a file would do.
    nonisolated func preview(_ path: String, pipeline: String?) async throws -> (LoadPreview, LedgerState) {
        // Read before the copy is made: a load that ends meanwhile makes the preview an old one.
        let state = workspace.ledgerState
        var request = LoadRequest(paths: [path], pipeline: pipeline)
        request.namesAreLiteral = true
        return (try await workspace.preview(request), state)
    }

    /// Loads exactly the bytes that were shown, from where they are kept for good: `inbox/uploads/HASH/NAME`.
    ///
    /// - Returns: What became of them; on anything but a load the file is back where it was.
    nonisolated func load(_ upload: Upload) async throws -> FileLoadReport? {
        guard let hash = upload.hash else { return nil }
        let shelf = workspace.folder.path + "/inbox/uploads/" + hash.hexadecimal.prefix(16)
        let target = shelf + "/" + upload.name
        try FileManager.default.createDirectory(atPath: shelf, withIntermediateDirectories: true)
        // The same bytes under the same name may lie there already, from a load that was withdrawn.
        let stood = FileManager.default.fileExists(atPath: target)
        if !stood { try FileManager.default.moveItem(atPath: upload.path, toPath: target) }
        var request = LoadRequest(paths: [target], pipeline: upload.report?.pipeline)
        request.namesAreLiteral = true
        request.expectedHash = hash
        let report = try await workspace.load(request).first
        if case .loaded = report?.fate { return report }
        if !stood { try FileManager.default.moveItem(atPath: target, toPath: upload.path) }
        return report
    }
}

extension Diagnostic {
    fileprivate static let tooManyUploads = Diagnostic(
        code: "upload.too-many",
        message: BilingualText(ja: "決めていないファイルが多すぎます。", en: "Too many files are waiting for a decision."),
        remedy: BilingualText(ja: "読み込むか、破棄してから送ってください。", en: "Have some loaded or discarded first."))
}
