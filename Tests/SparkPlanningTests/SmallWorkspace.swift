import PipelineDefinition
import PipelineRuntime
import Testing

/// A destination with one spot, and pipelines of several kinds.
enum SmallWorkspace {
    static func plan(_ name: String) throws -> PipelinePlan {
        let workspace = try WorkspaceDefinition(
            files: files.map { WorkspaceDefinition.File(path: $0, displayName: $0, text: $1) })
        return try PipelinePlan(try #require(workspace.pipelines.first { $0.name == name }), in: workspace)
    }

    private static func pipeline(_ name: String, stages: String = "") -> (String, String) {
        (
            "\(name).yaml",
            """
            pipeline: \(name)
            title: { ja: 一, en: One }
            source: { profile: \(name), files: "\(name)*" }
            \(stages)
            output:
              ledger: { measure: visitors, unit: person-spots, place: place, period: day, value: persons }
            """
        )
    }

    private static func profile(_ name: String, read: String = "format: csv", _ columns: String) -> (String, String) {
        (
            "profiles/\(name).yaml",
            """
            profile: \(name)
            title: { ja: 一, en: One }
            data: illustrative
            read: { \(read) }
            columns:
              place: { type: place, fixed: cave }
            \(columns)
            """
        )
    }

    private static let sum = "stages:\n  - aggregate: { by: [place, day], persons: sum(persons) }"
    private static let long = """
          day: { type: day, from: day }
          persons: { type: count, from: persons, unit: person-spots }
        """
    private static let files: [(String, String)] = [
        (
            "destination.yaml",
            """
            destination: city
            title: { ja: 市, en: City }
            places:
              - id: city
                names: { ja: 市, en: City }
                kind: destination
                places:
                  - { id: cave, names: { ja: 洞, en: Cave }, kind: spot }
            measures:
              - { id: visitors, names: { ja: 入込客数, en: Visitors }, unit: person-spots }
            """
        ),
        (
            "definitions.yaml",
            """
            definitions:
              - name: visitors
                version: 1
                title: { ja: 入込客数, en: Visitors }
                formula: { ja: 合計, en: sum }
                measure: visitors
                unit: person-spots
                whole: city
                places: [cave]
                basis: calendar-year
                source: { ja: 市, en: the city }
            """
        ),
        pipeline("long", stages: sum), profile("long", long),
        pipeline("stored", stages: sum), profile("stored", read: "format: parquet", long),
        pipeline("stored-bare"), profile("stored-bare", read: "format: parquet", long),
        pipeline("bare"), profile("bare", long),
        pipeline("xml", stages: sum), profile("xml", read: "format: xml, record: visit", long),
        pipeline("wide", stages: sum),
        profile(
            "wide",
            """
              day: { type: month, month: { header: true }, year: { title: true } }
              persons: { type: count, cell: true, unit: person-spots }
            """),
    ]
}
