import Accounts
import Diagnostics
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Languages
import Reporting
import VisitorLedger
import Workspace

/// Dropping a file, looking at what it would do, and having it loaded, or not.
///
/// For clerks.
struct UploadPages: Sendable {
    static let path = "/upload"

    let dashboard: Dashboard
    let people: People
    let desk: UploadDesk
    var body = BodyReader.file

    /// Adds the pages.
    func add(to router: Router<DashboardContext>) {
        router.get(RouterPath(Self.path)) { request, context in
            try await allowing(request, context) { account, address in
                let pending = await desk.uploads(of: account)
                return dashboard.show(
                    [], title: Words.title(address.language), headline: Words.title(address.language), at: address,
                    for: context.visitor, after: UploadForm(desk.workspace, pending, context.visitor, address).markup)
            }
        }
        router.post(RouterPath(Self.path)) { request, context in
            try await allowing(request, context) { account, address in
                try await receive(request, context, account, address)
            }
        }
        router.get(RouterPath(Self.path + "/:id")) { request, context in
            try await allowing(request, context) { account, address in
                guard let upload = try await own(request, context, account) else { return nothing(address, context) }
                return show(upload, address, context)
            }
        }
        router.post(RouterPath(Self.path + "/:id/load")) { request, context in
            try await deciding(request, context) { account, upload, _ in
                try await load(upload, account, context)
                return Dashboard.redirect(to: Self.path + "/" + upload.id)
            }
        }
        router.post(RouterPath(Self.path + "/:id/discard")) { request, context in
            try await deciding(request, context) { account, upload, _ in
                await desk.discard(upload.id)
                try people.store()?.record(.discard, upload.subject, by: account.name, from: context.address)
                return Dashboard.redirect(to: Self.path)
            }
        }
    }

    private func allowing(
        _ request: Request, _ context: DashboardContext,
        _ body: (Account, PageAddress) async throws -> Response
    ) async throws -> Response {
        // Only what could be a file's name becomes part of an address.
        let id = context.parameters.get("id").flatMap { Secret($0) }.map { "/" + $0.text } ?? ""
        let address = Dashboard.address(of: request, .overview, subject: .other(path: Self.path + id))
        guard case .person(let account, _) = context.visitor, account.role >= .clerk else {
            return dashboard.refuse(.clerk, request, context)
        }
        do { return try await body(account, address) } catch let error as HTTPError { throw error } catch {
            return dashboard.failure(error, address, context.visitor)
        }
    }

    /// Does something with somebody's own file, when the form comes from our page.
    private func deciding(
        _ request: Request, _ context: DashboardContext,
        _ decide: (Account, Upload, PageAddress) async throws -> Response
    ) async throws -> Response {
        try await allowing(request, context) { account, address in
            do {
                let fields = try await BodyReader.form.fields(of: request)
                guard Secret.isSame(fields["form"] ?? "", context.visitor.formToken ?? "-") else {
                    people.refused(request, .forged, context)
                    return Response(status: .forbidden)
                }
            } catch let problem as BodyProblem {
                people.refused(request, problem.outcome, context)
                return problem.answer(context)
            }
            guard let upload = try await own(request, context, account) else { return nothing(address, context) }
            return try await decide(account, upload, address)
        }
    }

    /// The file an address names, when it is the asker's own.
    private func own(_ request: Request, _ context: DashboardContext, _ account: Account) async throws -> Upload? {
        let (own, isAnothers) = await desk.upload(context.parameters.get("id") ?? "", of: account)
        if own == nil { people.refused(request, isAnothers ? .anothers : .notFound, context) }
        return own
    }

    /// Another's file looks like none.
    private func nothing(_ address: PageAddress, _ context: DashboardContext) -> Response {
        dashboard.failure(DiagnosticsError(.noUpload), address, context.visitor, .notFound)
    }

    private func receive(
        _ request: Request, _ context: DashboardContext, _ account: Account, _ address: PageAddress
    ) async throws -> Response {
        guard let reader = MultipartReader(contentType: request.headers[.contentType]) else {
            people.refused(.upload, "", .unreadable, by: account.name, from: context.address)
            return BodyProblem.unreadable.answer(context)
        }
        let room = try await desk.makeRoom(for: account)
        let receiver = UploadReceiver(reader, token: context.visitor.formToken ?? "-", folder: room.folder)
        do {
            try await body.read(request) { try await receiver.take($0) }
            try await receiver.finish()
            guard let received = await receiver.received else { throw BodyProblem.unreadable }
            let path = room.folder + "/" + received.name
            let asked = await receiver.fields["pipeline"].flatMap { $0.isEmpty ? nil : $0 }
            let (preview, ledger) = try await desk.preview(path, pipeline: asked)
            let upload = Upload(
                id: room.id, owner: account.id, name: received.name, path: path, size: received.size,
                sentAt: people.clock(), pipeline: asked, preview: preview, ledger: ledger)
            try people.store()?.record(.upload, upload.subject, by: account.name, from: context.address)
            await desk.keep(upload)
            return Dashboard.redirect(to: "\(Self.path)/\(room.id)?lang=\(address.language.rawValue)")
        } catch {
            try? await receiver.close()
            await desk.discard(room.id)
            let name = await receiver.received?.name ?? ""
            if error is UploadReceiver.Forged {
                people.refused(.upload, name, .forged, by: account.name, from: context.address)
                return Response(status: .forbidden, headers: [.connection: "close"])
            }
            let problem = error as? BodyProblem
            people.refused(.upload, name, problem?.outcome ?? .failed, by: account.name, from: context.address)
            if let problem { return problem.answer(context) }
            throw error
        }
    }

    /// Loads what was shown.
    ///
    /// Where the ledger is another than it was then, what was shown may not be what would happen:
    /// it is shown anew instead.
    private func load(_ upload: Upload, _ account: Account, _ context: DashboardContext) async throws {
        guard var upload = await desk.begin(upload.id) else { return }
        func record(_ subject: String, _ outcome: AuditOutcome) throws {
            try people.store()?.record(.load, subject, by: account.name, from: context.address, outcome)
        }
        do {
            if upload.ledger != desk.workspace.ledgerState {
                (upload.preview, upload.ledger) = try await desk.preview(upload.path, pipeline: upload.pipeline)
                upload.isRenewed = true
                upload.state = .shown
                await desk.keep(upload)
                try record(upload.subject, .changed)
                return
            }
            let report = try await desk.load(upload)
            if case .loaded(let result, _) = report?.fate {
                upload.state = .loaded(result.load.id)
                await desk.keep(upload)
                try record("\(upload.subject) load \(result.load.id)", .done)
            } else {
                upload.state = .shown
                if let report { upload.preview.reports = [report] }
                await desk.keep(upload)
                try record(upload.subject, .failed)
            }
        } catch {
            upload.state = .shown
            await desk.keep(upload)
            try record(upload.subject, .failed)
            throw error
        }
    }

    private func show(_ upload: Upload, _ address: PageAddress, _ context: DashboardContext) -> Response {
        let page = UploadPreviewPage(upload: upload, workspace: desk.workspace, language: address.language)
        return dashboard.show(
            page.sections, title: Words.title(address.language), headline: page.headline, at: address,
            for: context.visitor, after: page.decision(context.visitor, address))
    }

    enum Words {
        static let title = BilingualText(ja: "ファイルを読み込む", en: "Load a file")
    }
}

extension Diagnostic {
    fileprivate static let noUpload = Diagnostic(
        code: "upload.none",
        message: BilingualText(ja: "このファイルはありません。", en: "There is no such file."),
        remedy: BilingualText(
            ja: "決めないまま 2 時間たったファイルは破棄されます。もう一度送ってください。",
            en: "What nobody decides within two hours is thrown away. Send it again."))
}
