#if Spark
    import ArrowReading
    import Foundation
    import GRPCCore
    import Synchronization
    import TestSupport
    import Testing

    @testable import SparkEngine
    @testable import SparkPlanning

    /// The client against a server in this process, over a real connection.
    ///
    /// The same against Spark itself, TLS and lost processes included, is in `.ci/spark`.
    struct SparkConnectTests {
        private func rows(_ stream: String) throws -> Spark_Connect_ExecutePlanResponse {
            var response = Spark_Connect_ExecutePlanResponse()
            response.arrowBatch.data = try #require(Data(base64Encoded: stream))
            return response
        }

        private var progress: Spark_Connect_ExecutePlanResponse {
            var stage = Spark_Connect_ExecutePlanResponse.ExecutionProgress.StageInfo()
            (stage.numTasks, stage.numCompletedTasks) = (4, 1)
            var response = Spark_Connect_ExecutePlanResponse()
            response.executionProgress.stages = [stage, stage]
            return response
        }

        /// What a client gets of one statement.
        private func outcome(
            of server: FakeSparkServer, token: String? = nil
        ) async throws -> (tables: [ArrowTable], progress: [SparkProgress]) {
            try await server.run { address in
                var address = address
                if let token { address.token = token.isEmpty ? nil : token }
                return try await SparkConnect.withSession(at: address) { session, version in
                    #expect(version == "4.3.0")
                    let seen = Mutex<[SparkProgress]>([])
                    var tables: [ArrowTable] = []
                    try await SparkCluster(session, at: address).run(
                        "SELECT 1", { progress in seen.withLock { $0.append(progress) } }
                    ) { tables.append($0) }
                    return (tables, seen.withLock { $0 })
                }
            }
        }

        @Test func `rows of several answers come in order, missing values as missing, with progress between`() async throws {
            let server = FakeSparkServer(
                .messages([progress, try rows(ArrowStreams.flat), try rows(ArrowStreams.empty), try rows(ArrowStreams.flat)]))
            let (tables, seen) = try await outcome(of: server)
            #expect(tables.map(\.rowCount) == [3, 0, 3])
            #expect(tables.first?.columns[0] == [.text("秋芳洞"), .null, .text("")])
            #expect(tables.last?.columns[1] == [.integer(1), .null, .integer(.min)])
            #expect(seen == [SparkProgress(done: 2, total: 8)])
            #expect(server.methods == ["AnalyzePlan", "ExecutePlan", "ReleaseSession"])
        }

        @Test func `an answer without rows is no failure`() async throws {
            #expect(try await outcome(of: FakeSparkServer()).tables.isEmpty)
            let empty = try await outcome(of: FakeSparkServer(.messages([try rows(ArrowStreams.empty)])))
            #expect(empty.tables.map(\.rowCount) == [0])
        }

        @Test func `a type the reader does not know ends the run by its name, and the session with it`() async throws {
            let server = FakeSparkServer(.messages([try rows(ArrowStreams.flat), try rows(ArrowStreams.nullType)]))
            let error = await #expect(throws: SparkError.self) { try await outcome(of: server) }
            #expect(error?.code == .unreadableAnswer)
            #expect(error?.detail.contains("type 1") == true)
            #expect(server.methods.suffix(2) == ["Interrupt", "ReleaseSession"])
        }

        @Test(arguments: ["wrong", ""]) func `a wrong token is told as such, and so is none`(token: String) async throws {
            let error = await #expect(throws: SparkError.self) {
                try await outcome(of: FakeSparkServer(token: "right"), token: token)
            }
            #expect(error?.code == .tokenRefused)
            #expect(error.map { "\($0)".contains("right") } == false)
        }

        @Test func `the right token opens the door`() async throws {
            #expect(try await outcome(of: FakeSparkServer(token: "right")).tables.isEmpty)
        }

        @Test func `a server that is down cannot be reached`() async throws {
            let gone = try await FakeSparkServer().run { $0 }
            let error = await #expect(throws: SparkError.self) {
                try await SparkConnect.withSession(at: gone) { _, _ in }
            }
            #expect(error?.code == .unreachable)
        }

        @Test func `another service, or one that says no version, is no Spark`() async throws {
            for services in [[], [FakeSparkServer(version: "")]] {
                let error = await #expect(throws: SparkError.self) {
                    try await FakeSparkServer.run(services: services) { address in
                        try await SparkConnect.withSession(at: address) { _, _ in }
                    }
                }
                #expect(error?.code == .notSpark)
            }
        }

        @Test(arguments: [
            (RPCError.ofSpark("[DIVIDE_BY_ZERO] Division by zero. SQLSTATE: 22012\n\tat org.apache.spark"), SparkError.Code.statement),
            (.ofSpark("Subprocess exited with status 127. Error: bash: no such file"), .statement),
            (.ofSpark("Job 3 cancelled because SparkContext was shut down"), .lost),
            (RPCError(code: .internalError, message: "stream ended"), .lost),
            (RPCError(code: .unavailable, message: "[gone]"), .lost),
            (RPCError(code: .resourceExhausted, message: "message too large"), .unreadableAnswer),
        ])
        func `what the server says is told apart from a server that is gone`(
            failure: RPCError, code: SparkError.Code
        ) async throws {
            let server = FakeSparkServer(.failure(failure))
            let error = await #expect(throws: SparkError.self) { try await outcome(of: server) }
            #expect(error?.code == code)
            #expect(error?.detail.contains("\tat") == false)
        }

        @Test func `who gives up stops the server's work and ends the session`() async throws {
            let server = FakeSparkServer(.silence)
            let error = try await server.run { address in
                // The server outlives the work that is given up.
                let work = Task {
                    try await SparkConnect.withSession(at: address) { session, _ in
                        try await SparkCluster(session, at: address).run("SELECT 1", { _ in }) { _ in }
                    }
                }
                for await statement in server.statements {
                    #expect(statement == "SELECT 1")
                    work.cancel()
                    break
                }
                return await #expect(throws: SparkError.self) { try await work.value }
            }
            #expect(error?.code == .cancelled)
            #expect(server.methods == ["AnalyzePlan", "ExecutePlan", "Interrupt", "ReleaseSession"])
        }
    }
#endif
