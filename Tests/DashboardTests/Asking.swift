import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Workspace

@testable import Dashboard

/// Asks a dashboard as a browser would, without a port.
struct Asking {
    /// Where this repository lies.
    static let project = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    private let dashboard: Dashboard

    init(_ workspace: Workspace) { dashboard = Dashboard(workspace) }

    init(_ dashboard: Dashboard) { self.dashboard = dashboard }

    func callAsFunction(
        _ path: String, authority: String? = "localhost:8080", method: HTTPRequest.Method = .get,
        headers: HTTPFields = [:], body: RequestBody = RequestBody(buffer: ByteBuffer()),
        from peer: String = "127.0.0.1"
    ) async throws -> Response {
        let channel = EmbeddedChannel()
        channel.remoteAddress = try SocketAddress(ipAddress: peer, port: 50_000)
        let context = DashboardContext(
            source: ApplicationRequestContextSource(channel: channel, logger: Logger(label: "test")))
        let head = HTTPRequest(method: method, scheme: "http", authority: authority, path: path, headerFields: headers)
        return try await dashboard.responder().respond(to: Request(head: head, body: body), context: context)
    }

    /// The text of an answer.
    static func text(of response: Response) async throws -> String {
        let collector = Collector()
        try await response.body.write(collector)
        return collector.text.value
    }

    /// The object an answer holds.
    static func json(of response: Response) async throws -> [String: Any] {
        let data = Data(try await text(of: response).utf8)
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    /// Does something with a workspace of its own: this repository's definitions, and files loaded from a folder.
    ///
    /// - Parameters:
    ///   - files: What each file is called there, and the file of this repository it is a copy of.
    ///   - change: A piece of text of the files that is replaced by another.
    static func withWorkspace(
        _ files: [String: String], changing change: (old: String, new: String)? = nil,
        _ body: (Workspace) async throws -> Void
    ) async throws {
        let manager = FileManager.default
        let folder = NSTemporaryDirectory() + "dashboard-" + UUID().uuidString
        defer { try? manager.removeItem(atPath: folder) }
        try manager.createDirectory(atPath: folder + "/inbox", withIntermediateDirectories: true)
        try manager.copyItem(atPath: project + "/Pipelines", toPath: folder + "/Pipelines")
        for (name, source) in files {
            var text = try String(contentsOfFile: project + "/" + source, encoding: .utf8)
            if let change { text = text.replacingOccurrences(of: change.old, with: change.new) }
            try text.write(toFile: folder + "/inbox/" + name, atomically: true, encoding: .utf8)
        }
        let workspace = try Workspace(WorkspaceFolder(path: folder))
        for name in files.keys.sorted() {
            _ = try await workspace.load(
                LoadRequest(paths: [folder + "/inbox/" + name], pipeline: files[name]?.pipeline))
        }
        try await body(workspace)
    }
}

extension String {
    /// The pipeline that reads a sample file.
    fileprivate var pipeline: String? {
        contains("akiyoshidai") ? "akiyoshidai" : contains("inbound") ? "inbound" : nil
    }
}

private final class Box { var value = "" }

private struct Collector: ResponseBodyWriter {
    let text = Box()

    mutating func write(_ buffer: ByteBuffer) async throws { text.value += String(buffer: buffer) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
