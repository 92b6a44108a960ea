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
            case .unavailable where text.contains("HTTP/2"): self.init(.notSpark, server: address, detail: text)
            case .unavailable, .deadlineExceeded, .cancelled:
                let isTLS = ["ssl", "tls", "certificate", "handshake"].contains { text.lowercased().contains($0) }
                self.init(isTLS ? .noEncryption : .unreachable, server: address, detail: text)
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
            switch error.code {
            case .unauthenticated, .permissionDenied: self.init(.tokenRefused, server: address)
            case .unavailable, .dataLoss: self.init(.lost, server: address, detail: Self.text(of: error))
            case .cancelled: self.init(.cancelled, server: address)
            case .internalError where !error.message.contains("["), .unknown where !error.message.contains("["):
                self.init(.lost, server: address, detail: Self.text(of: error))
            case .resourceExhausted: self.init(.unreadableAnswer, server: address, detail: Self.text(of: error))
            default: self.init(.statement, server: address, detail: Self.text(of: error))
            }
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
