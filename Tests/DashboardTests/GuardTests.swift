import Testing

@testable import Dashboard

struct GuardTests {
    @Test(arguments: ["localhost:8080", "127.0.0.1", "127.0.0.1:9", "[::1]:8080", "LOCALHOST"])
    func `this machine is answered`(authority: String) {
        #expect(Guard.isOurs(authority))
    }

    @Test(arguments: [
        "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8080", "10.0.0.1", "[::2]", "", "@localhost",
    ])
    func `a page that points its own name here is turned away`(authority: String) {
        #expect(!Guard.isOurs(authority))
    }

    @Test func `a request without a host is turned away`() {
        #expect(!Guard.isOurs(nil))
    }
}
