public import Diagnostics
import Languages

/// Where a Spark Connect server is, written as Spark writes it: `sc://host:port/;key=value;…`.
public struct SparkAddress: Sendable, Hashable {
    /// The port Spark Connect listens on unless told otherwise.
    public static let usualPort = 15_002

    /// The host's name or number.
    public var host: String
    /// The port.
    public var port: Int
    /// What the server wants to see before it does anything; never printed.
    public var token: String?
    /// Whether the connection is encrypted.
    public var usesTLS: Bool
    /// A file of certificates to trust in place of the system's.
    public var trustedCertificates: String?
    /// The name the server knows us by.
    public var user: String

    /// Reads an address.
    ///
    /// - Parameters:
    ///   - text: The address.
    ///   - token: The token to use when the address has none.
    /// - Throws: `DiagnosticsError` when it is none, or would send a token in the clear to another machine.
    public init(_ text: String, token: String? = nil) throws(DiagnosticsError) {
        guard text.hasPrefix("sc://") else { throw DiagnosticsError(.noAddress(text)) }
        let parts = text.dropFirst(5).split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let (host, port) = try Self.hostAndPort(String(parts[0]), of: text)
        self.host = host
        self.port = port
        self.token = token.flatMap { $0.isEmpty ? nil : $0 }
        usesTLS = false
        user = "dmo"
        let parameters = parts.count > 1 ? parts[1] : ""
        guard parameters.isEmpty || parameters.hasPrefix(";") else { throw DiagnosticsError(.noAddress(text)) }
        for parameter in parameters.split(separator: ";") {
            let pair = parameter.split(separator: "=", maxSplits: 1).map(String.init)
            guard pair.count == 2, let value = SparkText.percentDecoded(pair[1]) else {
                throw DiagnosticsError(.unknownParameter(pair.first ?? ""))
            }
            switch pair[0] {
            case "token": self.token = value
            case "use_ssl": usesTLS = value.lowercased() == "true"
            case "user_id": user = value
            case "trust": trustedCertificates = value
            default: throw DiagnosticsError(.unknownParameter(pair[0]))
            }
        }
        guard self.token == nil || usesTLS || isThisMachine else { throw DiagnosticsError(.tokenInTheClear(self)) }
    }

    private static func hostAndPort(
        _ text: String, of address: String
    ) throws(DiagnosticsError) -> (String, Int) {
        // A number of version 6 stands in brackets: [::1]:15002.
        let end = text.lastIndex(of: "]").map { text.index(after: $0) } ?? text.firstIndex(of: ":") ?? text.endIndex
        let host = text[..<end].filter { $0 != "[" && $0 != "]" }
        let rest = text[end...]
        guard !host.isEmpty else { throw DiagnosticsError(.noAddress(address)) }
        if rest.isEmpty { return (host, usualPort) }
        guard rest.first == ":", let port = Int(rest.dropFirst()), (1...65_535).contains(port) else {
            throw DiagnosticsError(.noAddress(address))
        }
        return (host, port)
    }

    /// Whether what is sent does not leave this machine.
    var isThisMachine: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}

extension SparkAddress: CustomStringConvertible {
    /// The address without its secrets.
    public var description: String {
        host.contains(":") ? "sc://[\(host)]:\(port)" : "sc://\(host):\(port)"
    }
}

extension Diagnostic {
    fileprivate static func noAddress(_ text: String) -> Diagnostic {
        // What stands behind the host may be a secret.
        let shown = text.split(separator: ";", maxSplits: 1).first.map(String.init) ?? text
        return Diagnostic(
            code: "spark.no-address", value: shown,
            message: BilingualText(ja: "Spark の接続先として読めません。", en: "This is no address of a Spark server."),
            remedy: BilingualText(
                ja: "sc://host:15002 の形で指定してください。", en: "Write it as sc://host:15002."))
    }

    fileprivate static func unknownParameter(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "spark.unknown-parameter", value: name,
            message: BilingualText(
                ja: "接続先に「\(name)」という指定はできません。", en: "An address cannot have the parameter “\(name)”."),
            remedy: BilingualText(
                ja: "使えるもの: token, use_ssl=true, user_id, trust=証明書ファイル",
                en: "There are token, use_ssl=true, user_id and trust=FILE-OF-CERTIFICATES."))
    }

    fileprivate static func tokenInTheClear(_ address: SparkAddress) -> Diagnostic {
        Diagnostic(
            code: "spark.token-in-the-clear", value: address.description,
            message: BilingualText(
                ja: "暗号化なしで別のコンピューターへ token を送ることはできません。",
                en: "A token is not sent to another machine without encryption."),
            remedy: BilingualText(
                ja: "接続先に ;use_ssl=true を付けるか、SSH のトンネルで 127.0.0.1 につないでください。",
                en: "Add ;use_ssl=true to the address, or connect to 127.0.0.1 through an SSH tunnel."))
    }
}
