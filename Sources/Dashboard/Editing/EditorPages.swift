import Accounts
import Diagnostics
import HTTPTypes
import Hummingbird
import Languages
import VisitorLedger
import VisitorModel
import Workspace

/// What an editor answers for with their name: that a doubtful count is right, that a report is published, that a load
/// is taken back.
struct EditorPages: Sendable {
    static let path = "/decide"
    /// What can be decided, below ``path``.
    static let acknowledgePath = path + "/acknowledge"
    static let publishPath = path + "/publish"
    static let withdrawPath = path + "/withdraw"

    let dashboard: Dashboard
    let workspace: Workspace
    let people: People

    /// Adds the pages.
    func add(to router: Router<DashboardContext>) {
        router.get(RouterPath(Self.path)) { request, context in
            guard case .person(let account, _) = context.visitor, account.role >= .editor else {
                return dashboard.refuse(.editor, request, context)
            }
            let address = Self.address(of: request)
            do {
                let title = Words.title(address.language)
                let forms = try EditorForms(workspace, context.visitor, address).markup
                return dashboard.show(
                    [], title: title, headline: title, at: address, for: context.visitor, after: forms)
            } catch {
                return dashboard.failure(error, address, context.visitor)
            }
        }
        add(.acknowledge, Self.acknowledgePath, to: router) { form in
            let (id, reason) = (form.text("id"), form.text("reason"))
            try Self.need(reason)
            _ = try workspace.acknowledge(id, reason: reason, by: form.account.name)
            return id
        }
        add(.publish, Self.publishPath, to: router) { form in
            let month = try Self.month(form.text("month"))
            let request = ReportRequest(
                month: month, folder: workspace.folder.path + "/report", languages: Language.allCases,
                formats: ReportFormat.usual)
            let result = try await workspace.publish(request, by: form.account.name, note: form.text("note"))
            return "publication \(result.publication.id)"
        }
        add(.withdraw, Self.withdrawPath, to: router) { form in
            let reason = form.text("reason")
            try Self.need(reason)
            guard let load = Int(form.text("load")) else { throw DiagnosticsError(.noNumber(form.text("load"))) }
            _ = try workspace.openLedger().withdraw(load: load, reason: reason, by: form.account.name)
            return "load \(load)"
        }
    }

    /// Adds one decision: what it was about is written into the log, whether it was done or failed.
    private func add(
        _ action: AuditAction, _ path: String, to router: Router<DashboardContext>,
        _ decide: @escaping @Sendable (SentForm) async throws -> String
    ) {
        router.post(RouterPath(path)) { request, context in
            try await SentForm.taking(request, context, at: .editor, in: dashboard, people) { form in
                let address = Self.address(of: request)
                func record(_ subject: String, _ outcome: AuditOutcome) throws {
                    try people.store()?.record(
                        action, subject, by: form.account.name, from: context.address, outcome)
                }
                do {
                    try record(try await decide(form), .done)
                    return Dashboard.redirect(to: Self.path + "?lang=" + address.language.rawValue)
                } catch {
                    try record("", .failed)
                    return dashboard.failure(error, address, context.visitor)
                }
            }
        }
    }

    private static func address(of request: Request) -> PageAddress {
        Dashboard.address(of: request, .overview, subject: .other(path: path))
    }

    private static func need(_ reason: String) throws(DiagnosticsError) {
        guard !reason.isEmpty else { throw DiagnosticsError(.noReason) }
    }

    /// The month a report is about; `nil` for the latest.
    private static func month(_ text: String) throws(DiagnosticsError) -> Month? {
        guard !text.isEmpty else { return nil }
        guard let month = Month(id: text) else { throw DiagnosticsError(.noMonth(text)) }
        try AskableMonths.check(month, written: text, in: AskableMonths.range(at: Workspace.machineClock()))
        return month
    }

    enum Words {
        static let title = BilingualText(ja: "確認・公表・取消", en: "Decide and publish")
    }
}

extension Diagnostic {
    fileprivate static let noReason = Diagnostic(
        code: "decide.no-reason",
        message: BilingualText(ja: "理由を書いてください。", en: "A reason is needed."),
        remedy: BilingualText(ja: "理由は名前とともに残ります。", en: "It is kept, with your name."))

    fileprivate static func noNumber(_ text: String) -> Diagnostic {
        Diagnostic(
            code: "decide.no-load", value: text,
            message: BilingualText(ja: "「\(text)」は読み込みの番号ではありません。", en: "“\(text)” is no load's number."))
    }

    fileprivate static func noMonth(_ text: String) -> Diagnostic {
        Diagnostic(
            code: "decide.no-month", value: text,
            message: BilingualText(ja: "「\(text)」は月として読めません。", en: "“\(text)” is no month."),
            remedy: BilingualText(ja: "書き方: 2019-03", en: "It is written 2019-03."))
    }
}
