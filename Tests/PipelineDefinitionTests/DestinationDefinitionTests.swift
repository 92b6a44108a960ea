import Diagnostics
import Languages
import PipelineDefinition
import Testing
import VisitorModel

struct DestinationDefinitionTests {
    @Test func `a place described twice is named at the second`() {
        let problems = expectProblems(
            [Expected("1️⃣", "destination.duplicate-place")], replacing: "destination.yaml",
            with: """
                destination: town
                title: { ja: 町, en: Town }
                places:
                  - id: town
                    names: { ja: 町, en: Town }
                    kind: destination
                    places:
                      - { id: cave, names: { ja: 洞, en: Cave }, kind: spot }
                      - 1️⃣{ id: cave, names: { ja: 洞, en: Cave }, kind: spot }
                measures: []
                """)
        #expect(problems.first?.message.en == "The place “cave” is described twice.")
    }

    @Test func `a destination that is no place of the tree is named`() {
        let problems = expectProblems(
            [Expected("1️⃣", "definition.unknown-name")], replacing: "destination.yaml",
            with: """
                destination: 1️⃣twon
                title: { ja: 町, en: Town }
                places: [{ id: town, names: { ja: 町, en: Town }, kind: destination }]
                measures: []
                """)
        #expect(problems.first?.remedy?.en == "Did you mean town?")
    }

    @Test func `expected reports of unknown measures and places are named at each word`() {
        expectProblems(
            [Expected("1️⃣", "definition.unknown-name"), Expected("2️⃣", "definition.unknown-name"),
                Expected("3️⃣", "definition.unknown-name")],
            replacing: "destination.yaml",
            with: """
                destination: town
                title: { ja: 町, en: Town }
                places:
                  - id: town
                    names: { ja: 町, en: Town }
                    kind: destination
                    places:
                      - { id: cave, names: { ja: 洞, en: Cave }, kind: spot }
                      - { id: plateau, names: { ja: 台, en: Plateau }, kind: spot }
                      - { id: park, names: { ja: 公園, en: Park }, kind: spot }
                measures: [{ id: visitors, names: { ja: 客, en: Visitors }, unit: person-spots }]
                expected-reports:
                  - { measure: 1️⃣visits, from: 2013-01, places: [cave, 2️⃣caev, park, 3️⃣pork] }
                """)
    }

    @Test func `a market or measure described twice is named at the second`() {
        expectProblems(
            [Expected("1️⃣", "definition.defined-twice"), Expected("2️⃣", "definition.defined-twice")],
            replacing: "destination.yaml",
            with: """
                destination: town
                title: { ja: 町, en: Town }
                places:
                  - id: town
                    names: { ja: 町, en: Town }
                    kind: destination
                    places:
                      - { id: cave, names: { ja: 洞, en: Cave }, kind: spot }
                      - { id: plateau, names: { ja: 台, en: Plateau }, kind: spot }
                      - { id: park, names: { ja: 公園, en: Park }, kind: spot }
                markets:
                  - { id: TW, names: { ja: 台湾, en: Taiwan } }
                  - { id: 1️⃣TW, names: { ja: 中華台北, en: Chinese Taipei } }
                measures:
                  - { id: visitors, names: { ja: 客, en: Visitors }, unit: person-spots }
                  - { id: 2️⃣visitors, names: { ja: 泊, en: Nights }, unit: person-nights }
                """)
    }

    @Test func `places six deep are read`() throws {
        var text = "destination: p1\ntitle: { ja: 町, en: Town }\nmeasures: []\nplaces:\n"
        for depth in 1...6 {
            let indent = String(repeating: "    ", count: depth - 1)
            text += "\(indent)  - id: p\(depth)\n\(indent)    names: { ja: 地, en: Place }\n\(indent)    kind: area\n"
            if depth < 6 { text += "\(indent)    places:\n" }
        }
        let workspace = try WorkspaceDefinition(files: [.init(path: "d.yaml", displayName: "d.yaml", text: text)])
        #expect(workspace.destination.places.ancestors(of: "p6") == ["p5", "p4", "p3", "p2", "p1"])
    }
}
