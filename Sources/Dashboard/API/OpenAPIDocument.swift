import Reporting

/// The description of the API, in OpenAPI 3.1.
enum OpenAPIDocument {
    /// Where it is served.
    static let path = "/api/v1/openapi.json"

    static let value: JSONValue = [
        "openapi": "3.1.0",
        "info": [
            "title": "dmo", "version": "1",
            "description":
                "Reads one workspace. The same JSON as the command line prints with --format json, byte for byte. Where there are users, a token is needed (dmo token add). An absent value is null, never zero; messages are in Japanese and English.",
        ],
        // Nobody, a program with its token, or a browser that is logged in: which of them, the server's users decide.
        "security": [.object([]), ["token": []], ["session": []]],
        "paths": .object(
            APIEndpoint.all.map { .init($0.path, ["get": operation($0)]) } + [.init(path, ["get": description])]),
        "components": [
            "schemas": .object(
                APIEndpoint.all.map { .init($0.name, $0.schema) } + [.init("problems", APISchema.problems)]),
            "securitySchemes": [
                "token": ["type": "http", "scheme": "bearer"],
                "session": ["type": "apiKey", "in": "cookie", "name": "dmo"],
            ],
        ],
    ]

    private static func operation(_ endpoint: APIEndpoint) -> JSONValue {
        [
            "operationId": .string(endpoint.name), "summary": .string(endpoint.summary),
            "parameters": .array(
                endpoint.parameters.map {
                    [
                        "name": .string($0.rawValue), "in": "query", "required": .bool(endpoint.required.contains($0)),
                        "description": .string($0.description), "schema": $0.schema,
                    ]
                }),
            "responses": [
                "200": answer("The answer.", endpoint.name),
                "400": answer("A parameter is unknown or cannot be read.", "problems"),
                "401": answer("There are users, and no token was shown that is taken.", "problems"),
                "404": answer("What was asked for by name does not exist.", "problems"),
                "500": answer("The ledger cannot be read.", "problems"),
                "503": answer("Too many questions are waiting; Retry-After says for how long to leave it.", "problems"),
            ],
        ]
    }

    private static let description: JSONValue = [
        "operationId": "openapi", "summary": "This description.",
        "responses": [
            "200": ["description": "This document.", "content": ["application/json": ["schema": ["type": "object"]]]],
            "401": answer("There are users, and no token was shown that is taken.", "problems"),
        ],
    ]

    private static func answer(_ description: String, _ schema: String) -> JSONValue {
        [
            "description": .string(description),
            "content": ["application/json": ["schema": ["$ref": .string("#/components/schemas/" + schema)]]],
        ]
    }
}
