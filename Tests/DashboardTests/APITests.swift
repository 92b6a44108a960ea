import HTTPTypes
import Hummingbird
import Testing
import VisitorModel
import Workspace

@testable import Dashboard

/// What programs are answered.
struct APITests {
    private let sample = ["counts.csv": "SampleData/with-faults/akiyoshidai-with-faults.csv"]

    @Test func `each address of the description exists and answers with the schema it names`() async throws {
        try await Asking.withWorkspace(sample) { workspace in
            let ask = Asking(workspace)
            let document = try await Asking.json(of: ask("/api/v1/openapi.json"))
            #expect(document["openapi"] as? String == "3.1.0")
            let paths = try #require(document["paths"] as? [String: Any])
            #expect(Set(paths.keys).isSuperset(of: ["/api/v1/figures", "/api/v1/status", "/api/v1/loads"]))
            let components = document["components"] as? [String: Any]
            let schemas = try #require(components?["schemas"] as? [String: [String: Any]])
            for path in paths.keys {
                let needed = APIEndpoint.all.first { $0.path == path }?.required ?? []
                let query = needed.map { "\($0.rawValue)=" + PageAddress.encoded(Self.values[$0.rawValue] ?? "") }
                let response = try await ask(path + "?" + query.joined(separator: "&"))
                // Nobody forecast anything here, and there are too few years to compare.
                if response.status == .notFound { continue }
                #expect(response.status == .ok, "\(path)")
                #expect(response.headers[.contentType] == "application/json")
                let answer = try await Asking.json(of: response)
                guard let schema = schemas[String(path.split(separator: "/").last ?? "")] else { continue }
                guard let required = schema["required"] as? [String] else { continue }
                #expect(Set(required).isSubset(of: answer.keys), "\(path)")
                let properties = schema["properties"] as? [String: [String: Any]]
                #expect(properties?["schema"]?["const"] as? String == answer["schema"] as? String, "\(path)")
            }
        }
    }

    @Test func `each address of the API is in the description`() async throws {
        let workspace = try Workspace(WorkspaceFolder(path: Asking.project))
        let document = try await Asking.json(of: Asking(workspace)("/api/v1/openapi.json"))
        let described = try #require(document["paths"] as? [String: Any])
        let routes = Dashboard(workspace).router().routes.map(\.path.description).filter { $0.hasPrefix("/api/") }
        // The last one catches what leads nowhere.
        #expect(Set(routes) == Set(described.keys).union(["/api/**"]))
    }

    @Test func `every parameter of the description is taken, and its values are read`() async throws {
        let workspace = try Workspace(WorkspaceFolder(path: Asking.project))
        let ask = Asking(workspace)
        for endpoint in APIEndpoint.all {
            for parameter in endpoint.parameters {
                let names = Set([parameter]).union(endpoint.required)
                let query = try names.map { name in
                    let isYears = name == .by && endpoint.name == "seasonality"
                    return name.rawValue + "="
                        + PageAddress.encoded(
                            isYears ? "fiscal-year" : try #require(Self.values[name.rawValue]))
                }
                let path = "\(endpoint.path)?" + query.joined(separator: "&")
                // Where nothing was loaded, what is asked for by name may not exist; the question itself is in order.
                #expect([.ok, .notFound].contains(try await ask(path).status), "\(path)")
            }
        }
    }

    private static let values: [String: String] = [
        "definition": "exchange-population", "by": "month,place", "from": "2018-01", "through": "2018-12",
        "to": "2018-12", "without-events": "true", "vintage": "x", "as-of": "2019-04-01", "period": "2018",
        "place": "akiyoshidai", "target": "exchange-population", "load": "1", "all": "true", "lang": "en",
        "id": "exchange-population@1:akiyoshidai:2018:*",
    ]

    @Test(arguments: [
        ("/api/v1/figures?by=week", 400, "figures.span"), ("/api/v1/figures?from=2018-13", 400, "api.unreadable-value"),
        ("/api/v1/figures?without-events=perhaps", 400, "api.unreadable-value"),
        ("/api/v1/figures?definitoin=x", 400, "api.unknown-parameter"),
        ("/api/v1/figures?from=2018-01&from=2018-02", 400, "api.repeated-parameter"),
        ("/api/v1/figures?through=2018-01&to=2018-02", 400, "api.repeated-parameter"),
        ("/api/v1/loads?as-of=yesterday", 400, "api.unreadable-value"),
        ("/api/v1/kpis?through=5824-04", 400, "api.month-out-of-range"),
        ("/api/v1/figures?from=0001-01", 400, "api.month-out-of-range"),
        ("/api/v1/comparison?period=9000", 400, "api.month-out-of-range"),
        ("/api/v1/comparison?period=soon", 400, "api.unreadable-value"),
        ("/api/v1/seasonality?by=month", 400, "api.unreadable-value"),
        ("/api/v1/holds?load=0", 400, "api.unreadable-value"), ("/api/v1/passport", 400, "api.missing-parameter"),
        ("/api/v1/passport?id=x", 404, "figure.identity"),
        ("/api/v1/figures?definition=nothing", 404, "workspace.unknown-name"),
        ("/api/v1/nothing", 404, "api.no-such-address"),
    ])
    func `a wrong question is answered in both languages`(path: String, status: Int, code: String) async throws {
        let response = try await Asking(Workspace(WorkspaceFolder(path: Asking.project)))(path)
        #expect(response.status.code == status)
        #expect(response.headers[.contentSecurityPolicy] != nil)
        let answer = try await Asking.json(of: response)
        #expect(answer["schema"] as? String == "dmo.problems/1")
        let problem = try #require((answer["problems"] as? [[String: Any]])?.first)
        #expect(problem["code"] as? String == code)
        let message = try #require(problem["message"] as? [String: String])
        #expect(message["ja"]?.isEmpty == false && message["en"]?.isEmpty == false)
    }

    @Test func `rows of a load that does not exist are not found, not the server's fault`() async throws {
        try await Asking.withWorkspace(sample) { workspace in
            let response = try await Asking(workspace)("/api/v1/holds?load=51233")
            #expect(response.status == .notFound)
            let answer = try await Asking.json(of: response)
            #expect((answer["problems"] as? [[String: Any]])?.first?["code"] as? String == "ledger.unknown-load")
        }
    }

    @Test func `a month asked for alone is answered alone`() async throws {
        try await Asking.withWorkspace(["counts.csv": "SampleData/illustrative/akiyoshidai/akiyoshidai-2013-2019.csv"])
        { workspace in
            let path = "/api/v1/figures?definition=exchange-population&by=month,place&from=2019-03&through=2019-03"
            let answer = try await Asking.json(of: Asking(workspace)(path))
            let figures = try #require(answer["figures"] as? [[String: Any]])
            let found = figures.filter { $0["place"] as? String == "akiyoshidai" }
            #expect(found.count == 1)
            // As the file has it.
            #expect(found.first?["value"] as? Int == 26_900)
        }
    }
}
