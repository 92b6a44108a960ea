import Testing
import VisitorModel

struct CutTests {
    @Test(arguments: [
        ["town"], ["pair", "park"], ["cave", "plateau", "park"], ["gate-1", "gate-2", "plateau", "park"],
        ["park", "plateau", "gate-2", "gate-1"],
    ])
    func `places that cover the whole once are a cut`(members: [String]) throws {
        let cut = try Cut(of: "town", members: members, in: .small())
        #expect(cut.members == members)
        #expect(cut.whole == "town")
    }

    @Test func `the smallest places left out are named`() throws {
        let tree = try PlaceTree.small()
        #expect(throws: Cut.Fault.leftOut(["plateau"])) { try Cut(of: "town", members: ["cave", "park"], in: tree) }
        #expect(throws: Cut.Fault.leftOut(["gate-2", "plateau", "park"])) {
            try Cut(of: "town", members: ["gate-1"], in: tree)
        }
        #expect(throws: Cut.Fault.leftOut(["gate-1", "gate-2"])) { try Cut(of: "cave", members: [], in: tree) }
    }

    @Test(arguments: [["pair", "cave", "park"], ["cave", "pair", "park"]])
    func `parent and child together are counted twice, in either order`(members: [String]) throws {
        let tree = try PlaceTree.small()
        #expect(throws: Cut.Fault.countedTwice(place: "cave", inside: "pair")) {
            try Cut(of: "town", members: members, in: tree)
        }
    }

    @Test func `a place named twice or far inside another is counted twice`() throws {
        let tree = try PlaceTree.small()
        #expect(throws: Cut.Fault.countedTwice(place: "park", inside: "park")) {
            try Cut(of: "town", members: ["pair", "park", "park"], in: tree)
        }
        #expect(throws: Cut.Fault.countedTwice(place: "gate-2", inside: "town")) {
            try Cut(of: "town", members: ["gate-2", "town"], in: tree)
        }
    }

    @Test func `a place outside the whole is refused`() throws {
        let tree = try PlaceTree.small()
        #expect(throws: Cut.Fault.outside(place: "elsewhere", whole: "town")) {
            try Cut(of: "town", members: ["pair", "park", "elsewhere"], in: tree)
        }
        #expect(throws: Cut.Fault.outside(place: "town", whole: "cave")) { try Cut(of: "cave", members: ["town"], in: tree) }
    }

    @Test func `an unknown place is refused by name`() throws {
        let tree = try PlaceTree.small()
        #expect(throws: Cut.Fault.unknownPlace("twon")) { try Cut(of: "twon", members: ["twon"], in: tree) }
        #expect(throws: Cut.Fault.unknownPlace("prak")) { try Cut(of: "town", members: ["pair", "prak"], in: tree) }
        #expect(throws: Cut.Fault.unknownPlace("prak")) {
            try Cut(of: "town", members: ["pair"], excluding: ["prak"], in: tree)
        }
    }

    @Test func `what is left out on purpose needs no count`() throws {
        let tree = try PlaceTree.small()
        #expect(try Cut(of: "town", members: ["pair"], excluding: ["park"], in: tree).members == ["pair"])
        #expect(try Cut(of: "town", members: ["gate-1", "plateau", "park"], excluding: ["gate-2"], in: tree).members.count == 3)
        #expect(try Cut(of: "town", members: ["park"], excluding: ["pair"], in: tree).members == ["park"])
    }

    @Test func `what is left out on purpose cannot be counted all the same`() throws {
        let tree = try PlaceTree.small()
        #expect(throws: Cut.Fault.excludedYetCounted(place: "cave", inside: "pair")) {
            try Cut(of: "town", members: ["pair", "park"], excluding: ["cave"], in: tree)
        }
        #expect(throws: Cut.Fault.excludedYetCounted(place: "cave", inside: "pair")) {
            try Cut(of: "town", members: ["cave", "park"], excluding: ["pair"], in: tree)
        }
        #expect(throws: Cut.Fault.excludedYetCounted(place: "park", inside: "park")) {
            try Cut(of: "town", members: ["pair", "park"], excluding: ["park"], in: tree)
        }
    }
}
