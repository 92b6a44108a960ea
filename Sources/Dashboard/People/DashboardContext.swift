import Accounts
import Hummingbird
import NIOCore

/// Who asks.
enum Visitor: Sendable {
    /// Whoever it is: there are no accounts, and only this machine is answered.
    case anyone
    /// Nobody that is known.
    case stranger
    /// Somebody who logged in, with the session's secret.
    case person(Account, Secret)
    /// A program that showed a token.
    case program(APIToken)

    /// What the audit log calls them.
    var name: String {
        switch self {
        case .anyone, .stranger: ""
        case .person(let account, _): account.name
        case .program(let token): "token:" + token.name
        }
    }

    /// What they may do; `nil` when nobody logged in.
    ///
    /// Where there are no accounts everybody looks, and nobody writes.
    var role: Role? {
        switch self {
        case .anyone: .viewer
        case .stranger: nil
        case .person(let account, _): account.role
        case .program(let token): token.role
        }
    }

    /// What a form of this session carries, so that no other page can send it: it follows from the session's secret,
    /// which only the cookie holds, and does not give it away.
    var formToken: String? {
        if case .person(_, let secret) = self { secret.derived(for: "form") } else { nil }
    }
}

/// What is known of a request beside itself.
struct DashboardContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The connection, to end it.
    let channel: any Channel
    /// Where the connection comes from: a proxy, where there is one.
    let peer: String
    /// Who asks; the gate finds out.
    var visitor = Visitor.stranger
    /// Where the request comes from; the gate finds out.
    var address = ""

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }
}
