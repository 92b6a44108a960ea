import Dispatch
import Testing

@testable import Dashboard

/// Work that takes long, and whoever waits for it.
struct WorkDeskTests {
    @Test func `work is done one after another`() async throws {
        let desk = WorkDesk("test", longestQueue: 100)
        let counter = Counter()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<50 { group.addTask { try await desk.run { counter.enterAndLeave() } } }
            for try await inside in group { #expect(inside == 1) }
        }
    }

    @Test func `whoever comes when too many wait is told at once, and later is served again`() async throws {
        let desk = WorkDesk("test", longestQueue: 1)
        let (begun, gate) = (AsyncStream<Void>.makeStream(), DispatchSemaphore(value: 0))
        async let first: Void = desk.run {
            begun.continuation.finish()
            gate.wait()
        }
        for await _ in begun.stream {}
        await #expect(throws: WorkDesk.TooMany.self) { try await desk.run {} }
        gate.signal()
        try await first
        #expect(try await desk.run { 1 } == 1)
    }

    /// Counts who is inside at a time; only one may be, so it needs no lock.
    private final class Counter: @unchecked Sendable {
        private var inside = 0

        func enterAndLeave() -> Int {
            inside += 1
            defer { inside -= 1 }
            return inside
        }
    }
}
