import Languages
import Testing
import VisitorModel

struct PlaceTreeTests {
    @Test func `a place described twice is refused by name`() {
        #expect(throws: PlaceTree.Fault.duplicateID("cave")) { try PlaceTree([.at("cave"), .at("town"), .at("cave")]) }
    }

    @Test func `a parent nobody described is refused by name`() {
        #expect(throws: PlaceTree.Fault.unknownParent(place: "cave", parent: "twon")) {
            try PlaceTree([.at("town"), .at("cave", in: "twon")])
        }
    }

    @Test func `a place inside itself is refused with its way round`() {
        #expect(throws: PlaceTree.Fault.cycle(["a", "b", "c", "a"])) {
            try PlaceTree([.at("a", in: "b"), .at("b", in: "c"), .at("c", in: "a")])
        }
        #expect(throws: PlaceTree.Fault.cycle(["a", "a"])) { try PlaceTree([.at("a", in: "a")]) }
    }

    @Test func `a place that hangs on a circle is refused too`() {
        #expect(throws: PlaceTree.Fault.cycle(["leaf", "a", "b", "a"])) {
            try PlaceTree([.at("leaf", in: "a"), .at("a", in: "b"), .at("b", in: "a")])
        }
    }

    @Test func `a subtree lists parents before children in the order described`() throws {
        let tree = try PlaceTree.small()
        #expect(tree.subtree(of: "town") == ["town", "pair", "cave", "gate-1", "gate-2", "plateau", "park"])
        #expect(tree.subtree(of: "cave") == ["cave", "gate-1", "gate-2"])
        #expect(tree.children(of: "pair") == ["cave", "plateau"])
        #expect(tree.children(of: "park") == [])
        #expect(tree.ancestors(of: "gate-1") == ["cave", "pair", "town"])
    }

    @Test func `containing is being the place or lying inside it`() throws {
        let tree = try PlaceTree.small()
        #expect(tree.contains("gate-1", within: "town"))
        #expect(tree.contains("cave", within: "cave"))
        #expect(!tree.contains("town", within: "cave"))
        #expect(!tree.contains("plateau", within: "cave"))
        #expect(!tree.contains("nowhere", within: "town"))
    }

    @Test func `places may come before their parents`() throws {
        let tree = try PlaceTree([.at("cave", in: "town"), .at("town")])
        #expect(tree.subtree(of: "town") == ["town", "cave"])
        #expect(tree["cave"]?.parent == "town")
        #expect(tree["mountain"] == nil)
    }
}

extension Place {
    static func at(_ id: String, in parent: String? = nil) -> Place {
        Place(id: id, names: BilingualText(verbatim: id), kind: .spot, parent: parent)
    }
}

extension PlaceTree {
    /// A town with a combined line (cave and plateau), gates inside the cave, and a park.
    static func small() throws -> PlaceTree {
        try PlaceTree([
            .at("town"), .at("pair", in: "town"), .at("cave", in: "pair"), .at("gate-1", in: "cave"),
            .at("gate-2", in: "cave"), .at("plateau", in: "pair"), .at("park", in: "town"), .at("elsewhere"),
        ])
    }
}
