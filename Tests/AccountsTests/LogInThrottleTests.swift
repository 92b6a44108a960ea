import Testing
import VisitorLedger

@testable import Accounts

struct LogInThrottleTests {
    private func moment(_ seconds: Int) -> Timestamp { Timestamp(secondsSinceEpoch: 1_700_000_000 + seconds) }

    private func throttle(after failures: Int, account: String = "tanaka", address: String = "10.0.0.1")
        -> LogInThrottle
    {
        var throttle = LogInThrottle()
        for _ in 0..<failures { throttle.failed(account: account, address: address, at: moment(0)) }
        return throttle
    }

    private func wait(
        _ throttle: LogInThrottle, _ account: String, _ address: String, known: Bool = false, at seconds: Int = 0
    ) -> Int {
        throttle.wait(account: account, address: address, isKnown: known, at: moment(seconds))
    }

    @Test func `mistyping costs nothing, going on costs ever more, and waiting is enough`() {
        #expect(wait(throttle(after: LogInThrottle.free - 1), "tanaka", "10.0.0.1") == 0)
        let waits = (0..<14).map { wait(throttle(after: LogInThrottle.free + $0), "tanaka", "10.0.0.1") }
        #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900])
        let slowed = throttle(after: LogInThrottle.free + 3)
        #expect(wait(slowed, "tanaka", "10.0.0.1", at: 7) == 1)
        #expect(wait(slowed, "tanaka", "10.0.0.1", at: 8) == 0)
    }

    @Test func `names tried from one address are slowed whatever the name`() {
        #expect(wait(throttle(after: 20, address: "10.0.0.1"), "suzuki", "10.0.0.1") > 0)
        #expect(wait(throttle(after: 20, address: "10.0.0.1"), "suzuki", "10.0.0.2") == 0)
    }

    @Test func `an account tried from many addresses waits a little, and its owner at the usual place not at all`() {
        var throttle = LogInThrottle()
        for number in 0..<1_000 {
            throttle.failed(account: "Tanaka", address: "10.0.\(number / 250).\(number % 250)", at: moment(0))
        }
        #expect(wait(throttle, "tanaka", "192.0.2.1") == LogInThrottle.longestAccountWait)
        #expect(wait(throttle, "tanaka", "192.0.2.1", known: true) == 0)
    }

    @Test func `what is long ago is forgotten`() {
        #expect(wait(throttle(after: 50), "tanaka", "10.0.0.1", at: LogInThrottle.memory) == 0)
    }

    @Test func `a flood of addresses fills no memory and does not wipe out the latest`() {
        var throttle = LogInThrottle()
        for number in 0..<30_000 {
            throttle.failed(account: "a\(number)", address: "x\(number)", at: moment(number / 100))
        }
        for _ in 0..<20 { throttle.failed(account: "tanaka", address: "10.0.0.1", at: moment(300)) }
        #expect(wait(throttle, "tanaka", "10.0.0.1", at: 300) > 0)
        #expect(
            Mirror(reflecting: throttle).children.allSatisfy {
                Mirror(reflecting: $0.value).children.count <= LogInThrottle.room
            })
    }

    /// RFC 4291: the first 64 bits are the network's.
    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("2001:db8:0:1::5", "2001:db8::1::/64"),
        ("2001:DB8:0:1:aaaa:bbbb:cccc:dddd", "2001:db8::1::/64"), ("2001:db8::1", "2001:db8::::/64"),
        ("::1", ":::::/64"),
    ])
    func `addresses of one network count as one`(address: String, network: String) {
        #expect(LogInThrottle.network(of: address) == network)
    }
}
