import Diagnostics
import Languages
import Testing

@testable import SparkPlanning

struct SparkAddressTests {
    @Test func `an address is read as Spark writes it`() throws {
        let plain = try SparkAddress("sc://spark.example")
        #expect((plain.host, plain.port, plain.usesTLS) == ("spark.example", 15_002, false))
        let full = try SparkAddress(
            "sc://spark.example:443/;use_ssl=true;token=a%3Db;user_id=clerk;trust=/etc/city.pem")
        #expect((full.host, full.port, full.usesTLS) == ("spark.example", 443, true))
        #expect((full.token, full.user, full.trustedCertificates) == ("a=b", "clerk", "/etc/city.pem"))
        let six = try SparkAddress("sc://[::1]:4040/")
        #expect((six.host, six.port) == ("::1", 4040))
        #expect(six.description == "sc://[::1]:4040")
    }

    @Test(arguments: [
        "", "spark.example:15002", "sc://", "sc://:15002", "sc://host:0", "sc://host:port", "sc://host/token=a",
    ])
    func `what is no address is refused`(text: String) {
        let error = #expect(throws: DiagnosticsError.self) { try SparkAddress(text) }
        #expect(error?.diagnostics.map(\.code) == ["spark.no-address"])
    }

    @Test func `a parameter nobody knows is refused and not passed over`() {
        let error = #expect(throws: DiagnosticsError.self) { try SparkAddress("sc://host/;use_tls=true") }
        #expect(error?.diagnostics.first?.code == "spark.unknown-parameter")
        #expect(error?.diagnostics.first?.value == "use_tls")
    }

    @Test func `a token does not leave the machine in the clear, and is never shown`() throws {
        let error = #expect(throws: DiagnosticsError.self) { try SparkAddress("sc://spark.example/;token=geheim") }
        #expect(error?.diagnostics.first?.code == "spark.token-in-the-clear")
        #expect(error.map { "\($0)".contains("geheim") } == false)
        #expect(throws: DiagnosticsError.self) { try SparkAddress("sc://spark.example", token: "geheim") }
        for text in ["sc://127.0.0.1", "sc://localhost", "sc://[::1]", "sc://spark.example/;use_ssl=true"] {
            let address = try SparkAddress(text, token: "geheim")
            #expect(address.token == "geheim")
            #expect(!"\(address)".contains("geheim"))
            #expect(!SparkError(.tokenRefused, server: address).diagnostic.message.en.contains("geheim"))
        }
        let broken = #expect(throws: DiagnosticsError.self) { try SparkAddress("tcp://host/;token=geheim") }
        #expect(broken.map { "\($0)".contains("geheim") } == false)
    }
}
