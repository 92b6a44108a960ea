import Diagnostics
import Languages
import PipelineDefinition
import Testing

/// A whole workspace with nothing wrong, of which a test replaces or adds files.
struct SmallWorkspace {
    private var files: [String: String] = [
        "destination.yaml": """
        destination: town
        title: { ja: 町, en: Town }
        places:
          - id: prefecture
            names: { ja: 県, en: Prefecture }
            kind: prefecture
            places:
              - id: town
                names: { ja: 町, en: Town }
                kind: destination
                places:
                  - id: pair
                    names: { ja: 洞・台, en: Cave and plateau }
                    kind: area
                    places:
                      - { id: cave, names: { ja: 洞, en: Cave }, kind: spot }
                      - { id: plateau, names: { ja: 台, en: Plateau }, kind: spot }
                  - { id: park, names: { ja: 公園, en: Park }, kind: spot }
        markets:
          - { id: TW, names: { ja: 台湾, en: Taiwan } }
        measures:
          - { id: visitors, names: { ja: 客, en: Visitors }, unit: person-spots }
          - { id: nights, names: { ja: 泊, en: Nights }, unit: person-nights }
        """,
        "definitions.yaml": """
        definitions:
          - name: exchange
            version: 1
            title: { ja: 交流人口, en: Exchange population }
            formula: { ja: 足し上げた数, en: the sum }
            measure: visitors
            unit: person-spots
            whole: town
            places: [cave, plateau, park]
            source: { ja: 計画, en: the plan }
        """,
        "kpis.yaml": """
        targets:
          - id: exchange-2019
            title: { ja: 目標, en: Goal }
            definition: exchange@1
            baseline: { value: 136.5, year: 2013, rounded-to: 10000 }
            target: { value: 250, year: 2019 }
            source: { ja: 計画, en: the plan }
        """,
        "profiles/cave.yaml": """
        profile: cave
        title: { ja: 洞, en: Cave }
        data: reported
        read: { format: csv }
        columns:
          month: { type: month, from: 年月 }
          place: { type: place, fixed: cave }
          visitors: { type: count, from: 人数 }
        """,
        "cave.yaml": """
        pipeline: cave
        title: { ja: 洞, en: Cave }
        source: { profile: cave, files: "cave-*.csv" }
        output:
          ledger: { measure: visitors, unit: person-spots, place: place, period: month, value: visitors }
        """,
    ]

    /// The same workspace with one file's text put in place of another, or added.
    func with(_ path: String, _ text: String) -> SmallWorkspace {
        var changed = self
        changed.files[path] = text
        return changed
    }

    func without(_ path: String) -> SmallWorkspace {
        var changed = self
        changed.files[path] = nil
        return changed
    }

    func load() throws(DiagnosticsError) -> WorkspaceDefinition {
        try WorkspaceDefinition(
            files: files.map { WorkspaceDefinition.File(path: $0.key, displayName: $0.key, text: $0.value) })
    }

    /// What is reported about the workspace; empty when it loads.
    var problems: [Diagnostic] {
        do throws(DiagnosticsError) {
            _ = try load()
            return []
        } catch {
            return error.diagnostics
        }
    }
}

/// One diagnostic a test expects: its mark and its code.
struct Expected {
    let mark: Character
    let code: String

    init(_ mark: Character, _ code: String) {
        self.mark = mark
        self.code = code
    }
}

/// Expects exactly these diagnostics, in this order, when a marked text stands in place of one file.
///
/// - Returns: The diagnostics, for a closer look at their words.
@discardableResult
func expectProblems(
    _ expected: [Expected], replacing path: String, with marked: String, in workspace: SmallWorkspace = SmallWorkspace(),
    sourceLocation: SourceLocation = #_sourceLocation
) -> [Diagnostic] {
    let marked = MarkedText(marked)
    let problems = workspace.with(path, marked.text).problems
    let found = problems.map { "\($0.position?.description ?? "nowhere") \($0.code)" }
    let wanted = expected.map { "\(marked.position($0.mark, in: path)) \($0.code)" }
    #expect(found == wanted, sourceLocation: sourceLocation)
    for problem in problems {
        #expect(problem.severity == .error, sourceLocation: sourceLocation)
        #expect(!problem.message.ja.isEmpty && problem.message.ja != problem.message.en, sourceLocation: sourceLocation)
    }
    return problems
}
