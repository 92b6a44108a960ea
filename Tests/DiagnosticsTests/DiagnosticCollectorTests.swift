import Diagnostics
import Languages
import Testing

struct DiagnosticCollectorTests {
    private func diagnostic(_ code: String, _ severity: Diagnostic.Severity) -> Diagnostic {
        Diagnostic(code: code, severity: severity, message: BilingualText(verbatim: code))
    }

    @Test func `everything reported is kept in order`() {
        let collector = DiagnosticCollector()
        collector.report(diagnostic("b", .warning))
        collector.report(diagnostic("a", .notice))
        #expect(collector.diagnostics.map(\.code) == ["b", "a"])
    }

    @Test func `warnings alone do not throw`() throws {
        let collector = DiagnosticCollector()
        try collector.throwIfErrors()
        collector.report(diagnostic("a", .warning))
        #expect(!collector.hasErrors)
        try collector.throwIfErrors()
    }

    @Test func `one error throws everything, notices included`() {
        let collector = DiagnosticCollector()
        collector.report(diagnostic("a", .notice))
        collector.report(diagnostic("b", .error))
        #expect(collector.hasErrors)
        let error = #expect(throws: DiagnosticsError.self) { try collector.throwIfErrors() }
        #expect(error?.diagnostics.map(\.code) == ["a", "b"])
    }

    @Test func `many tasks can report at once`() async {
        let collector = DiagnosticCollector()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<1_000 {
                group.addTask {
                    collector.report(
                        Diagnostic(code: "n.\(number)", message: BilingualText(verbatim: "")))
                }
            }
        }
        #expect(Set(collector.diagnostics.map(\.code)) == Set((0..<1_000).map { "n.\($0)" }))
    }

    @Test func `severities order from notice to error`() {
        #expect(Diagnostic.Severity.allCases.sorted() == [.notice, .warning, .error])
    }
}
