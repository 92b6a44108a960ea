import Accounts
import HTTPTypes
import Hummingbird

/// A form that somebody sent from a page of their own session.
struct SentForm: Sendable {
    /// Who sent it.
    let account: Account
    /// What it says.
    let fields: [String: String]

    /// Takes a form and does what it asks for; whoever may not, or sent it from elsewhere, gets nothing, and the log
    /// says so.
    static func taking(
        _ request: Request, _ context: DashboardContext, at least: Role, in dashboard: Dashboard, _ people: People,
        _ act: (SentForm) async throws -> Response
    ) async throws -> Response {
        guard case .person(let account, _) = context.visitor, account.role >= least else {
            return dashboard.refuse(least, request, context)
        }
        do {
            let fields = try await BodyReader.form.fields(of: request)
            guard Secret.isSame(fields["form"] ?? "", context.visitor.formToken ?? "-") else {
                people.refused(request, .forged, context)
                return Response(status: .forbidden)
            }
            return try await act(SentForm(account: account, fields: fields))
        } catch let problem as BodyProblem {
            people.refused(request, problem.outcome, context)
            return problem.answer(context)
        }
    }

    /// A field without spaces around it; empty when it was left out.
    func text(_ name: String) -> String {
        let text = (fields[name] ?? "").drop { $0.isWhitespace }
        return String(text.reversed().drop { $0.isWhitespace }.reversed())
    }
}
