import Foundation
import TestSupport
import Testing

/// What the API answers beside what the command prints.
struct ServedAnswersTests {
    private static let hasCurl = FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")

    /// Addresses below `/api/v1`, and the command with the same question.
    private static let questions = [
        (
            "figures?by=month,place&from=2018-01&through=2018-12",
            "figures --by month,place --from 2018-01 --through 2018-12"
        ),
        ("kpis", "kpis"), ("loads", "loads"),
        ("status?from=2018-01&through=2018-12", "status --from 2018-01 --through 2018-12"),
        ("forecasts", "forecasts"), ("comparison?period=2018", "compare 2018"),
        (
            "seasonality?definition=phone-visitors&by=fiscal-year",
            "seasonality --definition phone-visitors --by fiscal-year"
        ),
        ("drift", "drift"), ("holds?all=true", "holds list --all"), ("findings?all=true", "findings --all"),
        (
            "passport?id=exchange-population@1:mine-city:2017:*&lang=en",
            "explain 'exchange-population@1:mine-city:2017:*' --lang en"
        ),
        (
            "passport?id=bridge:exchange-population@1..visitor-trips@1:2017:3",
            "explain bridge:exchange-population@1..visitor-trips@1:2017:3"
        ),
    ]

    @Test(.enabled(if: hasCurl)) func `the API answers byte for byte what the command prints`() throws {
        let folder = try ScratchFolder()
        let workspace = try DemoWorkspace.command().workspace
        var lines = [
            "set -u", "port=$((20000 + $$ % 40000))", "base=http://127.0.0.1:$port",
            "dmo serve --workspace '\(workspace)' --port $port --quiet & server=$!",
            "curl -sf --retry 30 --retry-connrefused --retry-delay 1 -o /dev/null $base/health",
        ]
        for (index, (address, command)) in Self.questions.enumerated() {
            lines.append("curl -sfg -o \(index).served \"$base/api/v1/\(address)\"")
            lines.append("dmo \(command) --workspace '\(workspace)' --format json >\(index).printed 2>/dev/null")
        }
        lines += ["kill $server", "wait $server"]
        let outcome = try DMOCommand.shell(lines.joined(separator: "\n"), in: folder.path)
        #expect(outcome.status == 0, "\(outcome.messages)")
        for (index, (address, _)) in Self.questions.enumerated() {
            let served = try Data(contentsOf: URL(filePath: folder.path + "/\(index).served"))
            let printed = try Data(contentsOf: URL(filePath: folder.path + "/\(index).printed"))
            #expect(served.first == UInt8(ascii: "{"), "\(address)")
            #expect(served == printed, "\(address)")
        }
    }
}
