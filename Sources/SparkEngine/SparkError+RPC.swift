#if Spark
    import GRPCCore
    import SparkPlanning

    extension SparkError {
        /// What a failure means before the server has said who it is.
        init(greeting error: any Error, _ address: SparkAddress) {
            let text = Self.text(of: error)
            guard let error = error as? RPCError else {
                self.init(error is CancellationError ? .cancelled : .unreachable, server: address, detail: text)
                return
            }
            switch error.code {
            case .unauthenticated, .permissionDenied: self.init(.tokenRefused, server: address)
            case .cancelled where error.cause is CancellationError: self.init(.cancelled, server: address)
            case .unavailable where address.usesTLS && Self.isAboutEncryption(text):
                self.init(.noEncryption, server: address, detail: Self.reasonOfTLS(in: text) ?? text)
            case .unavailable where text.contains("HTTP/2"): self.init(.notSpark, server: address, detail: text)
            case .unavailable, .deadlineExceeded, .cancelled: self.init(.unreachable, server: address, detail: text)
            default: self.init(.notSpark, server: address, detail: text)
            }
        }

        /// What a failure means while a statement runs.
        init(working error: any Error, _ address: SparkAddress) {
            guard let error = error as? RPCError else {
                self.init(
                    error is CancellationError ? .cancelled : .lost, server: address, detail: Self.text(of: error))
                return
            }
            let text = Self.text(of: error)
            switch error.code {
            case .unauthenticated, .permissionDenied: self.init(.tokenRefused, server: address)
            case .unavailable, .dataLoss: self.init(.lost, server: address, detail: text)
            case .cancelled: self.init(.cancelled, server: address)
            case .internalError where !Self.isSaidBySpark(error), .unknown where !Self.isSaidBySpark(error):
                self.init(.lost, server: address, detail: text)
            case .internalError where text.contains("SparkContext was shut down"):
                self.init(.lost, server: address, detail: text)
            case .resourceExhausted: self.init(.unreadableAnswer, server: address, detail: text)
            default: self.init(.statement, server: address, detail: text)
            }
        }

        private static func isAboutEncryption(_ text: String) -> Bool {
            ["ssl", "tls", "certificate", "handshake"].contains { text.lowercased().contains($0) }
        }

        /// What BoringSSL calls the reason, in plain letters: `certificate verify failed`.
        private static func reasonOfTLS(in text: String) -> String? {
            let parts = text.split(separator: "OPENSSL_internal:", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            let name = parts[1].prefix { $0.isUppercase || $0.isNumber || $0 == "_" }
            return name.isEmpty ? nil : name.lowercased().replacing("_", with: " ")
        }

        /// Whether the server itself gave the status: Spark sends details along, a connection that breaks has none.
        private static func isSaidBySpark(_ error: RPCError) -> Bool {
            error.metadata.contains { $0.key == "grpc-status-details-bin" }
        }

        /// What the other side said, without the server's own code lines.
        private static func text(of error: any Error) -> String {
            guard let error = error as? RPCError else { return String("\(error)".prefix(400)) }
            let lines = error.message.split(separator: "\n").prefix {
                !$0.contains("\tat ") && !$0.hasPrefix("JVM stack")
            }
            var text = lines.joined(separator: " ")
            if let cause = error.cause { text += " (\(cause))" }
            return String(text.prefix(600))
        }
    }
#endif
