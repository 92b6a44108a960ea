import Foundation
import TestSupport
import Testing

/// What is declared in the register of changes reaches the outlook.
struct DeclaredChangesTests {
    @Test func `an event and a break change what the models learn, never the counts`() throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        let before = try command("progress", "--format", "json", "--through", "2018-06").json()
        try """
        register: changes
        events:
          - { id: jamboree, title: { ja: 大会, en: Jamboree }, measure: visitors, from: 2017-08 }
        breaks:
          - { id: counter, title: { ja: 計数器, en: Counter }, kind: counter, measure: visitors, since: 2014-04 }
        """.write(toFile: command.workspace + "/Pipelines/changes.yaml", atomically: true, encoding: .utf8)
        let after = try command("progress", "--format", "json", "--through", "2018-06").json()
        let (earlier, later) = (
            try #require(before["outlook"] as? [String: Any]), try #require(after["outlook"] as? [String: Any])
        )
        #expect(later["eventMonths"] as? [String] == ["2017-08"])
        #expect(later["learntSince"] as? String == "2014-04")
        #expect(earlier["eventMonths"] as? [String] == [])
        #expect(earlier["median"] as? Int != later["median"] as? Int)
        let text = try command("progress", "--through", "2018-06").output
        #expect(text.contains("August 2017: declared events"))
        #expect(text.contains("learn from April 2014 on"))
        #expect(text.contains("1,478,106"))
    }
}
