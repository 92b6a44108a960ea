import Diagnostics
import Languages

/// Under which names the dashboard is reached, and whether a proxy stands before it.
public struct Site: Sendable, Hashable {
    /// Scheme and authority as a browser writes an origin: `https://figures.example.jp`; `nil` without a proxy.
    let origin: String?

    /// This machine alone.
    public static let local = Site(origin: nil)

    private init(origin: String?) { self.origin = origin }

    /// Behind a proxy on this machine that speaks HTTPS.
    ///
    /// - Parameter publicAddress: What people type, such as `https://figures.example.jp`.
    /// - Returns: `nil` for anything but `https://`, a host and perhaps a port.
    public init?(publicAddress: String) {
        let text = publicAddress.hasSuffix("/") ? String(publicAddress.dropLast()) : publicAddress
        let authority = text.dropFirst("https://".count)
        guard text.lowercased().hasPrefix("https://"), !authority.isEmpty,
            authority.utf8.allSatisfy({ byte in
                Character(Unicode.Scalar(byte)).isLetter && byte < 128 || (48...57).contains(byte)
                    || "-.:[]".utf8.contains(byte)
            })
        else { return nil }
        // Browsers leave the usual port out.
        let host = authority.hasSuffix(":443") ? authority.dropLast(4) : authority
        origin = "https://" + host.lowercased()
    }

    /// Whether browsers are told to send cookies over HTTPS alone.
    var isSecure: Bool { origin != nil }

    /// What the session's cookie is called: browsers take the longer name only with everything that makes it safe.
    var sessionCookie: String { isSecure ? "__Host-dmo" : "dmo" }

    /// What the log-in form's cookie is called.
    var formCookie: String { isSecure ? "__Host-dmo-form" : "dmo-form" }

    /// Whether an authority names this dashboard.
    func isOurs(_ authority: String?) -> Bool {
        if Guard.isOurs(authority) { return true }
        guard let origin, let authority else { return false }
        let host = authority.hasSuffix(":443") ? String(authority.dropLast(4)) : authority
        return "https://" + host.lowercased() == origin
    }

    /// Whether a form was sent from a page of this very dashboard.
    ///
    /// - Parameters:
    ///   - claimed: The header `Origin`, which every browser sends with a form that is posted.
    ///   - authority: The host that was asked.
    func isOwn(origin claimed: String?, authority: String?) -> Bool {
        guard let claimed, let authority else { return false }
        return claimed == origin || Guard.isOurs(authority) && claimed == "http://" + authority
    }

    /// Where a request comes from: its connection's other end, or whom a proxy on this machine names.
    ///
    /// - Parameters:
    ///   - peer: The connection's other end.
    ///   - forwarded: The values of `X-Forwarded-For`. The last name is the proxy's own word; those before it are what
    ///     the asker claims.
    func address(peer: String, forwarded: [String]) -> String {
        guard isSecure, ["127.0.0.1", "::1"].contains(peer) else { return peer }
        let last = forwarded.last?.split(separator: ",").last?.drop { $0 == " " }
        guard let last, !last.isEmpty, last.utf8.count <= 64 else { return peer }
        return String(last)
    }
}
