#if Spark
    import Dispatch
    import Glibc

    /// Hears Ctrl-C and SIGTERM, so that work elsewhere can be stopped before the process ends.
    final class Interruption {
        private let sources: [any DispatchSourceSignal]

        /// Begins to listen.
        ///
        /// - Parameter stop: Called for each signal.
        init(_ stop: @escaping @Sendable () -> Void) {
            sources = [SIGINT, SIGTERM].map { number in
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler(handler: stop)
                source.resume()
                return source
            }
        }

        /// Leaves the signals to the system again.
        func end() {
            for source in sources { source.cancel() }
            for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
        }
    }
#endif
