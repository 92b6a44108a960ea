import Diagnostics
import Languages
import Testing
import XMLReading

struct XMLRecordMappingTests {
    @Test(arguments: ["r", "/r/p", "//p", "入込客報告/*/地点", "_a/b-c/d.e1"])
    func `record paths that are understood`(path: String) throws {
        #expect(try XMLRecordMapping(recordPath: path, fields: []).recordPath == path)
    }

    @Test(arguments: [
        ("", XMLMappingError.Reason.emptyStep), ("/", .emptyStep), ("r/", .emptyStep), ("r//p", .anyDepthInside),
        ("m:r/p", .badStep("m:r")), ("r/p[1]", .badStep("p[1]")), ("r/@p", .badStep("@p")), ("r/..", .badStep("..")),
        ("r/text()", .badStep("text()")), ("r/1p", .badStep("1p")), ("r/a b", .badStep("a b")),
    ])
    func `record paths that are refused`(path: String, reason: XMLMappingError.Reason) {
        let error = #expect(throws: XMLMappingError.self) { try XMLRecordMapping(recordPath: path, fields: []) }
        #expect(error?.reason == reason)
        #expect(error?.diagnostic.code == "xml.record-path")
    }

    @Test(arguments: [".", "@a", "a", "a/b", "a/@b", "../@a", "../../@a", "../a", "../../a/b/@c"])
    func `field paths that are understood`(path: String) throws {
        let mapping = try XMLRecordMapping(recordPath: "r/s/t", fields: [(name: "f", path: path)])
        #expect(mapping.fieldNames == ["f"])
    }

    @Test(arguments: [
        ("", XMLMappingError.Reason.emptyStep), ("a//b", .emptyStep), ("..", .parentAlone), ("a/../b", .parentInside),
        ("@a/b", .attributeInside), ("../../../@a", .aboveRoot), ("a/.", .badStep(".")), ("*", .badStep("*")),
        ("x:a", .badStep("x:a")), ("@x:a", .badStep("@x:a")), ("name()", .badStep("name()")),
    ])
    func `field paths that are refused`(path: String, reason: XMLMappingError.Reason) {
        let error = #expect(throws: XMLMappingError.self) {
            try XMLRecordMapping(recordPath: "r/s/t", fields: [(name: "visitors", path: path)])
        }
        #expect(error?.reason == reason)
        #expect(error?.field == "visitors")
        #expect(error?.diagnostic.value == path)
    }

    @Test func `a field name stands once`() {
        let error = #expect(throws: XMLMappingError.self) {
            try XMLRecordMapping(recordPath: "r", fields: [(name: "n", path: "@a"), (name: "n", path: "@b")])
        }
        #expect(error?.reason == .duplicateField)
    }

    @Test func `the message names the field, the fault and what is allowed`() {
        let error = #expect(throws: XMLMappingError.self) {
            try XMLRecordMapping(recordPath: "r/p", fields: [(name: "入込客数", path: "m:count")])
        }
        let message = error?.diagnostic.message
        #expect(message?(.japanese) == "項目「入込客数」のパスの「m:count」は要素名として使えません。")
        #expect(message?(.english) == "The path of field \"入込客数\" has a step \"m:count\" that is no element name.")
        #expect(error?.diagnostic.remedy?(.japanese).contains("../@属性") == true)
    }
}
