import Dispatch
import Glibc
import Synchronization

/// Hears SIGTERM and SIGINT, so that a command that runs on can finish what it has in hand and end.
final class StopRequest: Sendable {
    private struct State {
        var isMade = false
        var pause: Task<Void, Never>?
    }

    private let state = Mutex(State())

    /// Begins to listen, for as long as the process runs.
    init() {
        for number in [SIGTERM, SIGINT] {
            // Else the system would end the process before anybody hears of it.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            // The source lives as long as its handler, which holds it.
            source.setEventHandler { [self] in withExtendedLifetime(source) { make() } }
            source.resume()
        }
    }

    /// Whether somebody asked to stop.
    var isMade: Bool { state.withLock(\.isMade) }

    private func make() {
        state.withLock {
            $0.isMade = true
            $0.pause?.cancel()
        }
    }

    /// Waits, or returns at once when somebody asks or has asked to stop.
    func pause(seconds: Double) async {
        let pause = state.withLock { state -> Task<Void, Never>? in
            guard !state.isMade else { return nil }
            let task = Task { _ = try? await Task.sleep(for: .seconds(seconds)) }
            state.pause = task
            return task
        }
        await pause?.value
    }
}
