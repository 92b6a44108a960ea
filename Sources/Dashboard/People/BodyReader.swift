import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// Why a body was not taken.
enum BodyProblem: Error {
    case tooLarge
    case tooSlow
    case unreadable
}

/// Takes a body piece by piece, no more than is allowed and no longer than is allowed.
struct BodyReader: Sendable {
    /// In bytes.
    let limit: Int
    /// Returns when the time is over.
    let timeIsOver: @Sendable () async throws -> Void

    /// Forms of a few fields: 16 KiB within ten seconds.
    static let form = BodyReader(limit: 16_384) { try await Task.sleep(for: .seconds(10)) }

    /// A file: 64 MiB within five minutes.
    static let file = BodyReader(limit: 64 << 20) { try await Task.sleep(for: .seconds(300)) }

    /// Hands each piece on as it comes.
    ///
    /// - Throws: `BodyProblem`, or what `take` throws.
    func read(_ request: Request, _ take: @escaping @Sendable (ByteBuffer) async throws -> Void) async throws {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw BodyProblem.tooLarge
        }
        let (limit, body, timeIsOver) = (limit, request.body, timeIsOver)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                var length = 0
                for try await piece in body {
                    length += piece.readableBytes
                    guard length <= limit else { throw BodyProblem.tooLarge }
                    try await take(piece)
                }
                // A body that was cut off because the time is over ends like any other.
                try Task.checkCancellation()
            }
            group.addTask {
                try await timeIsOver()
                throw BodyProblem.tooSlow
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// The fields of a form, as browsers send them without files.
    ///
    /// - Throws: `BodyProblem`.
    func fields(of request: Request) async throws -> [String: String] {
        let kept = Pieces()
        try await read(request) { await kept.append($0) }
        let text = String(buffer: await kept.all)
        // A space is written as a plus in forms, which it is not in addresses.
        let spaced = String(text.map { $0 == "+" ? " " : $0 }).split(separator: " ", omittingEmptySubsequences: false)
        let parameters = URI("/?" + spaced.joined(separator: "%20")).queryParameters
        return Dictionary(
            parameters.map { (String($0.key), String($0.value)) }, uniquingKeysWith: { first, _ in first })
    }

    private actor Pieces {
        var all = ByteBuffer()
        func append(_ piece: ByteBuffer) { all.writeImmutableBuffer(piece) }
    }
}

extension BodyProblem {
    /// An answer that ends the connection: whatever else is on its way is not read.
    func answer(_ context: DashboardContext) -> Response {
        let status: HTTPResponse.Status =
            switch self {
            case .tooLarge: .contentTooLarge
            case .tooSlow: .requestTimeout
            case .unreadable: .badRequest
            }
        let channel = context.channel
        return Response(
            status: status, headers: [.connection: "close", .contentLength: "0"],
            body: ResponseBody(contentLength: 0) { writer in
                try await writer.finish(nil)
                channel.close(promise: nil)
            })
    }

    /// What the log says.
    var outcome: AuditOutcome {
        switch self {
        case .tooLarge: .tooLarge
        case .tooSlow: .tooSlow
        case .unreadable: .unreadable
        }
    }
}
