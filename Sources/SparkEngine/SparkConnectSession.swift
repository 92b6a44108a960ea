#if Spark
    import FoundationEssentials
    import GRPCCore
    import GRPCNIOTransportHTTP2Posix
    import GRPCProtobuf
    import SparkPlanning
    import SwiftProtobuf

    /// A session on a Spark Connect server.
    struct SparkConnectSession: SparkSession {
        /// The largest answer taken in one piece, in bytes; the server sends a few mebibytes at a time.
        static let largestAnswer = 256 << 20
        private static let service = ServiceDescriptor(fullyQualifiedService: "spark.connect.SparkConnectService")

        let client: GRPCClient<HTTP2ClientTransport.Posix>
        let address: SparkAddress
        let identity = UUID().uuidString.lowercased()

        private var user: Spark_Connect_UserContext {
            var user = Spark_Connect_UserContext()
            user.userID = address.user
            return user
        }

        private var metadata: Metadata {
            var metadata = Metadata()
            if let token = address.token { metadata.addString("Bearer \(token)", forKey: "authorization") }
            return metadata
        }

        private func options(timeout: Duration?) -> CallOptions {
            var options = CallOptions.defaults
            options.timeout = timeout
            options.waitForReady = false
            options.maxResponseMessageBytes = Self.largestAnswer
            return options
        }

        /// Asks the server for its version.
        ///
        /// - Throws: `SparkError` when no Spark Connect server answers, or it does not let us in.
        func greet() async throws -> String {
            var request = Spark_Connect_AnalyzePlanRequest()
            request.sessionID = identity
            request.userContext = user
            request.sparkVersion = .init()
            do {
                let response: Spark_Connect_AnalyzePlanResponse = try await call(
                    "AnalyzePlan", request, SparkConnect.greetingTime)
                guard !response.sparkVersion.version.isEmpty else { throw SparkError(.notSpark, server: address) }
                return response.sparkVersion.version
            } catch let error as SparkError {
                throw error
            } catch {
                throw SparkError(greeting: error, address)
            }
        }

        func events(of statement: String) -> AsyncThrowingStream<SparkEvent, any Error> {
            AsyncThrowingStream { continuation in
                let task = Task {
                    do {
                        try await execute(statement) { continuation.yield($0) }
                        continuation.finish()
                    } catch {
                        continuation.finish(throwing: SparkError(working: error, address))
                    }
                }
                continuation.onTermination = { if case .cancelled = $0 { task.cancel() } }
            }
        }

        private func execute(_ statement: String, _ take: @escaping @Sendable (SparkEvent) -> Void) async throws {
            var request = Spark_Connect_ExecutePlanRequest()
            request.sessionID = identity
            request.userContext = user
            request.clientType = "dmo"
            request.operationID = UUID().uuidString.lowercased()
            request.plan.root.sql.query = statement
            try await client.serverStreaming(
                request: ClientRequest(message: request, metadata: metadata),
                descriptor: MethodDescriptor(service: Self.service, method: "ExecutePlan"),
                serializer: ProtobufSerializer<Spark_Connect_ExecutePlanRequest>(),
                deserializer: ProtobufDeserializer<Spark_Connect_ExecutePlanResponse>(), options: options(timeout: nil)
            ) { response in
                for try await message in response.messages {
                    switch message.responseType {
                    case .arrowBatch(let batch): take(.rows(Array(batch.data)))
                    case .executionProgress(let progress):
                        let (done, total) = progress.stages.reduce((0, 0)) {
                            ($0.0 + Int($1.numCompletedTasks), $0.1 + Int($1.numTasks))
                        }
                        take(.progress(SparkProgress(done: done, total: total)))
                    case .sqlCommandResult, .resultComplete, nil: break
                    }
                }
            }
        }

        /// Stops whatever runs in the session; a server that is lost needs no telling.
        func interrupt() async {
            var request = Spark_Connect_InterruptRequest()
            request.sessionID = identity
            request.userContext = user
            request.interruptType = .all
            let response: Spark_Connect_InterruptResponse? = try? await call("Interrupt", request, .seconds(5))
            _ = response
        }

        /// Ends the session on the server.
        func release() async {
            var request = Spark_Connect_ReleaseSessionRequest()
            request.sessionID = identity
            request.userContext = user
            let response: Spark_Connect_ReleaseSessionResponse? = try? await call(
                "ReleaseSession", request, .seconds(5))
            _ = response
        }

        private func call<Request: Message, Response: Message>(
            _ method: String, _ request: Request, _ timeout: Duration
        ) async throws -> Response {
            try await client.unary(
                request: ClientRequest(message: request, metadata: metadata),
                descriptor: MethodDescriptor(service: Self.service, method: method),
                serializer: ProtobufSerializer<Request>(), deserializer: ProtobufDeserializer<Response>(),
                options: options(timeout: timeout)
            ) { try $0.message }
        }
    }
#endif
