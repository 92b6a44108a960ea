#if Spark
    import GRPCCore
    import GRPCNIOTransportHTTP2Posix
    import GRPCProtobuf
    import SwiftProtobuf
    import Synchronization

    @testable import SparkEngine
    @testable import SparkPlanning

    /// A Spark Connect server as far as our client can tell: it answers every statement alike.
    final class FakeSparkServer: RegistrableRPCService {
        /// What a statement comes to.
        enum Answer: Sendable {
            case messages([Spark_Connect_ExecutePlanResponse])
            case failure(RPCError)
            /// Nothing, until the client gives up.
            case silence
        }

        /// The token asked for; `nil` to let everybody in.
        let token: String?
        /// The version said; empty for something that is no Spark.
        let version: String
        private let answer: Answer
        private let heard = Mutex<[String]>([])
        /// Says when a statement has come in.
        let statements: AsyncStream<String>
        private let statementSaid: AsyncStream<String>.Continuation

        init(token: String? = nil, version: String = "4.3.0", _ answer: Answer = .messages([])) {
            self.token = token
            self.version = version
            self.answer = answer
            (statements, statementSaid) = AsyncStream.makeStream()
        }

        /// The names of the methods called, in order.
        var methods: [String] { heard.withLock { $0 } }

        /// Runs the server on this machine while the body works.
        func run<Result: Sendable>(_ body: (SparkAddress) async throws -> Result) async throws -> Result {
            try await Self.run(services: [self], token: token, body)
        }

        static func run<Result: Sendable>(
            services: [any RegistrableRPCService], token: String? = nil,
            _ body: (SparkAddress) async throws -> Result
        ) async throws -> Result {
            let transport = HTTP2ServerTransport.Posix(
                address: .ipv4(host: "127.0.0.1", port: 0), transportSecurity: .plaintext)
            return try await withGRPCServer(transport: transport, services: services) { _ in
                let port = try await transport.listeningAddress.ipv4?.port ?? 0
                return try await body(try SparkAddress("sc://127.0.0.1:\(port)", token: token))
            }
        }

        func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
            let (answer, version, said) = (answer, version, statementSaid)
            register("AnalyzePlan", &router) { (_: Spark_Connect_AnalyzePlanRequest, _) in
                var response = Spark_Connect_AnalyzePlanResponse()
                response.sparkVersion.version = version
                return [response]
            }
            register("Interrupt", &router) { (_: Spark_Connect_InterruptRequest, _) in [Spark_Connect_InterruptResponse()] }
            register("ReleaseSession", &router) { (_: Spark_Connect_ReleaseSessionRequest, _) in
                [Spark_Connect_ReleaseSessionResponse()]
            }
            register("ExecutePlan", &router) { (request: Spark_Connect_ExecutePlanRequest, context) in
                said.yield(request.plan.root.sql.query)
                switch answer {
                case .messages(let messages): return messages
                case .failure(let error): throw error
                case .silence:
                    try await context.cancellation.cancelled
                    return [Spark_Connect_ExecutePlanResponse]()
                }
            }
        }

        private func register<Transport: ServerTransport, Request: Message, Response: Message>(
            _ method: String, _ router: inout RPCRouter<Transport>,
            _ respond: @escaping @Sendable (Request, ServerContext) async throws -> [Response]
        ) {
            router.registerHandler(
                forMethod: MethodDescriptor(fullyQualifiedService: "spark.connect.SparkConnectService", method: method),
                deserializer: ProtobufDeserializer<Request>(), serializer: ProtobufSerializer<Response>()
            ) { [self] request, context in
                heard.withLock { $0.append(method) }
                if let token, Array(request.metadata[stringValues: "authorization"]) != ["Bearer \(token)"] {
                    throw RPCError(code: .unauthenticated, message: "Invalid authentication token")
                }
                var responses: [Response] = []
                for try await message in request.messages { responses += try await respond(message, context) }
                return StreamingServerResponse { [responses] writer in
                    try await writer.write(contentsOf: responses)
                    return [:]
                }
            }
        }
    }

    extension RPCError {
        /// A failure as Spark tells it: with details beside the message.
        static func ofSpark(_ message: String) -> RPCError {
            RPCError(code: .internalError, message: message, metadata: ["grpc-status-details-bin": .binary([8, 13])])
        }
    }
#endif
