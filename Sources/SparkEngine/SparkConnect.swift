#if Spark
    import FoundationEssentials
    import GRPCCore
    import GRPCNIOTransportHTTP2Posix
    public import SparkPlanning

    /// Connects to a Spark Connect server.
    ///
    /// Covers what running SQL statements takes; the client for all of Spark's API is apache/spark-connect-swift.
    public enum SparkConnect {
        /// How long the server may take to say who it is.
        static let greetingTime = Duration.seconds(20)

        /// Works with a session, and ends it whatever happens: what still runs in it is stopped on the server too.
        ///
        /// - Parameters:
        ///   - address: The server.
        ///   - body: The work. It is told the server's version.
        /// - Throws: `SparkError` when no Spark server answers; what the body throws.
        public static func withSession<Result: Sendable>(
            at address: SparkAddress, _ body: (any SparkSession, _ version: String) async throws -> Result
        ) async throws -> Result {
            let client: GRPCClient<HTTP2ClientTransport.Posix>
            do {
                client = GRPCClient(transport: try transport(to: address))
            } catch {
                throw SparkError(.noEncryption, server: address, detail: "\(error)")
            }
            // Not a child of this task: when that is cancelled, the server is still to be told to stop.
            let connections = Task { try await client.runConnections() }
            let session = SparkConnectSession(client: client, address: address)
            do {
                let version = try await session.greet()
                let result = try await body(session, version)
                await end(session, client, connections, interrupting: false)
                return result
            } catch {
                await end(session, client, connections, interrupting: true)
                throw error
            }
        }

        private static func end(
            _ session: SparkConnectSession, _ client: GRPCClient<HTTP2ClientTransport.Posix>,
            _ connections: Task<Void, any Error>, interrupting: Bool
        ) async {
            let farewell = Task {
                if interrupting { await session.interrupt() }
                await session.release()
            }
            await farewell.value
            client.beginGracefulShutdown()
            connections.cancel()
            _ = try? await connections.value
        }

        private static func transport(to address: SparkAddress) throws -> HTTP2ClientTransport.Posix {
            let security: HTTP2ClientTransport.Posix.TransportSecurity =
                address.usesTLS
                ? .tls { config in
                    if let path = address.trustedCertificates {
                        config.trustRoots = .certificates([.file(path: path, format: .pem)])
                    }
                } : .plaintext
            var config = HTTP2ClientTransport.Posix.Config.defaults
            // A server of gRPC's Java library takes pings amiss that come more often than every five minutes.
            config.connection.keepalive = .init(time: .seconds(360), timeout: .seconds(60), allowWithoutCalls: false)
            return try HTTP2ClientTransport.Posix(
                target: .dns(host: address.host, port: address.port), transportSecurity: security, config: config)
        }
    }
#endif
