import Diagnostics
import HTTPTypes
import Hummingbird
import Languages
import VisitorLedger
import Workspace

/// Hands out reports: the files of a publication as they were published, and drafts of the present.
///
/// No file is found by a path: a name counts only where the ledger holds a file of that name.
struct ReportRoutes: Sendable {
    let workspace: Workspace
    let desk: WorkDesk

    /// Adds the route.
    func add(to router: Router<DashboardContext>) {
        router.get("/report") { request, _ in
            do { return try await desk.run { answer(request) } } catch { return Dashboard.tooMany }
        }
    }

    private func answer(_ request: Request) -> Response {
        do {
            guard let file = try file(request) else { return Response(status: .notFound) }
            return Self.response(file)
        } catch is DiagnosticsError {
            // There is nothing to report on yet.
            return Response(status: .notFound)
        } catch {
            return Response(status: .internalServerError)
        }
    }

    private func file(_ request: Request) throws -> ReportFile? {
        let parameters = request.uri.queryParameters
        if let id = parameters["publication"].flatMap({ Int($0) }), let name = parameters["name"] {
            return try workspace.publishedFile(String(name), ofPublication: id)
        }
        guard let format = parameters["draft"].flatMap({ ReportFormat(rawValue: String($0)) }), format != .pdf else {
            return nil
        }
        let address = Dashboard.address(of: request, .reports)
        let wanted = ReportRequest(month: address.through, folder: "", languages: [address.language], formats: [format])
        return try workspace.draftFile(wanted, as: format, in: address.language)
    }

    private static func response(_ file: ReportFile) -> Response {
        var headers: HTTPFields = [.contentType: type(of: file.format)]
        if file.format == .html {
            // The page is whole in itself: its own style, no script, nothing from anywhere.
            headers[.contentSecurityPolicy] =
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"
            headers[.contentDisposition] = "inline"
        } else {
            headers[.contentDisposition] = "attachment; filename=\"\(safe(file.name))\""
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    /// The name with nothing in it that could end the header or its quotes.
    private static func safe(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) ? $0 : "_" })
    }

    private static func type(of format: ReportFormat?) -> String {
        switch format {
        case .html: "text/html; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .markdown: "text/markdown; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json"
        case .pdf: "application/pdf"
        case nil: "application/octet-stream"
        }
    }
}
