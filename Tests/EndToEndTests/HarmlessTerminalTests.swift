import Foundation
import TestSupport
import Testing

/// Names of files come from anywhere; on a terminal they must be words and nothing else.
struct HarmlessTerminalTests {
    @Test func `a file's name can neither command the terminal nor turn a line around`() throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        // ESC starts a command; U+202E makes what follows read backwards.
        let name = "akiyoshidai-\u{1B}[31mred\u{202E}vsc.csv"
        try folder.write(
            "年月,観光地点,区分,入込客数,備考\n2018年1月,秋吉台,確報,50001,\n2018年2月,秋吉台,確報,?,\n", to: "copy/arrived/" + name)
        let load = try command("load", command.workspace + "/arrived")
        #expect(load.output.contains("akiyoshidai-") || load.messages.contains("akiyoshidai-"))
        let outcomes = try [
            load, command("loads"), command("holds", "list"), command("explain", "exchange-population@1:akiyoshidai:2018:*"),
        ]
        #expect(outcomes[3].output.contains("akiyoshidai-\u{FFFD}[31mred\u{FFFD}vsc.csv"))
        for outcome in outcomes {
            let text = outcome.output + outcome.messages
            #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
        }
        let json = try command("loads", "--format", "json")
        #expect(json.output.contains("\\u001b[31mred\\u202evsc.csv"))
    }
}
