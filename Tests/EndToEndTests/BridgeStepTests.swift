import Foundation
import TestSupport
import Testing

/// A bridge's steps have names, passports and a drawing.
struct BridgeStepTests {
    @Test func `every step of a bridge can be asked for by its name`() throws {
        let command = try DemoWorkspace.command()
        let bridge = try command(
            "bridge", "exchange-population", "visitor-trips", "--period", "2017", "--format", "json"
        ).json()
        let steps = try #require(bridge["steps"] as? [[String: Any]])
        for (index, step) in steps.enumerated() {
            let id = try #require(step["id"] as? String)
            #expect(id == "bridge:exchange-population@1..visitor-trips@1:2017:\(index + 1)")
            let passport = try command("explain", id, "--format", "json").json()
            #expect(passport["change"] as? String == step["change"] as? String)
            #expect(passport["before"] as? String == step["from"] as? String)
            #expect(passport["after"] as? String == step["to"] as? String)
        }
        let beyond = try command("explain", "bridge:exchange-population@1..visitor-trips@1:2017:\(steps.count + 1)")
        #expect(beyond.status == 2)
        #expect(beyond.messages.contains("has \(steps.count) steps"))
    }

    @Test func `a step reads as a text: where it stands, what it changes, why, and the calculation`() throws {
        let outcome = try DemoWorkspace.command()(
            "explain", "bridge:exchange-population@1..designated-visitors@1:2017:1")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.output.contains("step 1 of"))
        #expect(outcome.output.contains("Before it the number stands at 1,478,106"))
        #expect(outcome.output.contains("its visitors have not gone away"))
        #expect(outcome.output.contains("below the rule"))
        let wrong = try DemoWorkspace.command()("explain", "bridge:exchange-population@1:2017:1")
        #expect(wrong.status == 2)
        #expect(wrong.messages.contains("bridge:DEFINITION..DEFINITION:PERIOD:NUMBER"))
    }

    @Test func `the waterfall is drawn into a file that stands alone`() throws {
        let folder = try ScratchFolder()
        let outcome = try DemoWorkspace.command()(
            "bridge", "exchange-population", "visitor-trips", "--period", "2017", "--out", folder.path + "/b.svg")
        #expect(outcome.status == 0, "\(outcome.messages)")
        let drawing = try String(contentsOfFile: folder.path + "/b.svg", encoding: .utf8)
        #expect(drawing.hasPrefix("<svg"))
        #expect(drawing.contains("http://www.w3.org/2000/svg"))
        #expect(drawing.contains("Exchange population (gross)"))
        let parsed = XMLCheck.isWellFormed(drawing)
        #expect(parsed)
    }
}

/// Whether a text is one well-formed element, by counting its tags.
private enum XMLCheck {
    static func isWellFormed(_ text: String) -> Bool {
        var open: [Substring] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: start)...]
            guard let end = rest.firstIndex(of: ">") else { return false }
            let tag = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                guard open.popLast() == tag.dropFirst() else { return false }
            } else if !tag.hasSuffix("/") {
                open.append(tag.prefix { !$0.isWhitespace })
            }
        }
        return open.isEmpty
    }
}
