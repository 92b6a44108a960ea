import Diagnostics
import Languages
import PipelineDefinition
import Testing
import VisitorModel

struct WorkspaceDefinitionTests {
    @Test func `a pipeline that asks for an unknown profile is named at the name`() {
        let problems = expectProblems(
            [Expected("1️⃣", "definition.unknown-name")], replacing: "cave.yaml",
            with: """
                pipeline: cave
                title: { ja: 洞, en: Cave }
                source: { profile: 1️⃣caves, files: "cave-*.csv" }
                output:
                  ledger: { measure: visitors, unit: person-spots, place: place, period: month, value: visitors }
                """)
        #expect(problems.first?.message.ja == "読み方（profile）「caves」は定義されていません。")
        #expect(problems.first?.remedy?.en == "Did you mean cave?")
    }

    @Test func `a pipeline's unknown measure and differing unit are named at the word`() {
        expectProblems(
            [Expected("1️⃣", "definition.unknown-name")], replacing: "cave.yaml",
            with: """
                pipeline: cave
                title: { ja: 洞, en: Cave }
                source: { profile: cave, files: "cave-*.csv" }
                output:
                  ledger: { measure: 1️⃣visitor, unit: person-spots, place: place, period: month, value: visitors }
                """)
        let problems = expectProblems(
            [Expected("1️⃣", "pipeline.unit-differs")], replacing: "cave.yaml",
            with: """
                pipeline: cave
                title: { ja: 洞, en: Cave }
                source: { profile: cave, files: "cave-*.csv" }
                output:
                  ledger:
                    measure: visitors
                    unit: 1️⃣person-days
                    place: place
                    period: month
                    value: visitors
                """)
        #expect(problems.first?.message.en == "The measure “visitors” is in person-spots.")
    }

    @Test func `a definition under two files or twice in one is named at the second`() {
        expectProblems(
            [Expected("1️⃣", "definition.defined-twice")], replacing: "definitions.yaml",
            with: """
                definitions:
                  - { name: exchange, version: 1, title: { ja: 甲, en: A }, formula: { ja: 和, en: sum }, measure: visitors,
                      unit: person-spots, whole: town, source: { ja: 計画, en: plan } }
                  - 1️⃣{ name: exchange, version: 1, title: { ja: 乙, en: B }, formula: { ja: 和, en: sum }, measure: visitors,
                      unit: person-spots, whole: town, source: { ja: 計画, en: plan } }
                  - { name: exchange, version: 2, title: { ja: 丙, en: C }, formula: { ja: 和, en: sum }, measure: visitors,
                      unit: person-spots, whole: town, source: { ja: 計画, en: plan },
                      changed: { since: 2019-04, what: { ja: 場所の追加, en: a place more } } }
                """)
        let profile =
            "1️⃣profile: cave\ntitle: { ja: 洞, en: Cave }\ndata: reported\nread: { format: csv }\n"
            + "columns: { visitors: { type: count, from: 人数 } }\n"
        expectProblems([Expected("1️⃣", "definition.defined-twice")], replacing: "profiles/z.yaml", with: profile)
        expectProblems(
            [Expected("1️⃣", "definition.defined-twice")], replacing: "z.yaml",
            with: """
                1️⃣pipeline: cave
                title: { ja: 洞, en: Cave }
                source: { profile: cave, files: [] }
                output:
                  ledger: { measure: visitors, unit: person-spots, place: place, period: month, value: visitors }
                """)
    }

    @Test func `without a version the newest definition is meant`() throws {
        let workspace = try SmallWorkspace().with(
            "definitions.yaml",
            """
            definitions:
              - { name: exchange, version: 10, title: { ja: 甲, en: A }, formula: { ja: 和, en: sum }, measure: visitors,
                  unit: person-spots, whole: town, source: { ja: 計画, en: plan },
                  changed: { since: 2019-04, what: { ja: 場所の追加, en: a place more } } }
              - { name: exchange, version: 1, title: { ja: 乙, en: B }, formula: { ja: 和, en: sum }, measure: visitors,
                  unit: person-spots, whole: town, source: { ja: 計画, en: plan } }
            """
        ).load()
        #expect(workspace.definition("exchange")?.version == 10)
        #expect(workspace.definition("exchange@1")?.version == 1)
        #expect(workspace.definition("exchange@2") == nil)
    }

    @Test func `a later version says what it changed`() {
        expectProblems(
            [Expected("1️⃣", "definition.undeclared-change")], replacing: "definitions.yaml",
            with: """
                definitions:
                  - { name: exchange, version: 1, title: { ja: 甲, en: A }, formula: { ja: 和, en: sum }, measure: visitors,
                      unit: person-spots, whole: town, source: { ja: 計画, en: plan } }
                  - { name: exchange, version: 1️⃣2, title: { ja: 乙, en: B }, formula: { ja: 和, en: sum }, measure: visitors,
                      unit: person-spots, whole: town, source: { ja: 計画, en: plan } }
                """)
    }

    @Test func `two destinations are refused at the second`() {
        expectProblems(
            [Expected("1️⃣", "definition.defined-twice")], replacing: "other.yaml",
            with: """
                1️⃣destination: village
                title: { ja: 村, en: Village }
                places: [{ id: village, names: { ja: 村, en: Village }, kind: destination }]
                measures: []
                """)
    }

    @Test func `a workspace without a destination says so and nothing else`() {
        let problems = SmallWorkspace().without("destination.yaml").problems
        #expect(problems.map(\.code) == ["workspace.no-destination"])
        #expect(problems.first?.position == nil)
        do throws(DiagnosticsError) {
            _ = try WorkspaceDefinition(files: [])
            Issue.record("an empty workspace was accepted")
        } catch {
            #expect(error.diagnostics.map(\.code) == ["workspace.no-destination"])
        }
    }

    @Test func `a destination that is not YAML is not said to be missing`() {
        expectProblems(
            [Expected("1️⃣", "definition.not-yaml")], replacing: "destination.yaml",
            with: "destination: town\n1️⃣\tplaces: []\n")
    }

    @Test func `a profile that is not YAML is not said to be missing`() {
        expectProblems(
            [Expected("1️⃣", "definition.not-yaml")], replacing: "profiles/cave.yaml", with: "profile: cave\n1️⃣\tdata: x\n"
        )
    }

    @Test func `a faulty profile or definition is not said to be missing where it is named`() {
        expectProblems(
            [Expected("1️⃣", "definition.unknown-choice")], replacing: "profiles/cave.yaml",
            with: """
                profile: cave
                title: { ja: 洞, en: Cave }
                data: 1️⃣rumoured
                read: { format: csv }
                columns: { visitors: { type: count, from: 人数 } }
                """)
        expectProblems(
            [Expected("1️⃣", "definition.unknown-choice")], replacing: "definitions.yaml",
            with: """
                definitions:
                  - { name: exchange, version: 1, title: { ja: 甲, en: A }, formula: { ja: 和, en: sum }, measure: visitors,
                      unit: 1️⃣heads, whole: town, source: { ja: 計画, en: plan } }
                """)
    }

    @Test func `one faulty place is one diagnostic, not one for every mention of it`() {
        expectProblems(
            [Expected("1️⃣", "definition.unknown-choice")], replacing: "destination.yaml",
            with: """
                destination: town
                title: { ja: 町, en: Town }
                places:
                  - id: town
                    names: { ja: 町, en: Town }
                    kind: 1️⃣twon
                    places: [{ id: cave, names: { ja: 洞, en: Cave }, kind: spot }]
                measures: [{ id: visitors, names: { ja: 客, en: Visitors }, unit: person-spots }]
                """)
    }

    @Test func `a file of no known kind is named with the kind that was meant`() {
        let problems = expectProblems(
            [Expected("1️⃣", "definition.unknown-kind")], replacing: "park.yaml", with: "1️⃣pipelines: park\n")
        #expect(problems.first?.remedy?.en == "Did you mean pipeline?")
        expectProblems([Expected("1️⃣", "definition.unknown-kind")], replacing: "park.yaml", with: "1️⃣- a\n- b\n")
    }
}
