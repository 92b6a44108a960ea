public import Diagnostics
public import Languages
import PipelineDefinition
import VisitorModel

/// The definitions of another destination, drafted from the files it gets.
public struct DestinationScaffold: Sendable {
    /// The definition files: paths below `Pipelines` with their texts.
    public private(set) var files: [(path: String, text: String)] = []
    /// What was found in each file that could be read.
    public private(set) var inspections: [FileInspection] = []
    /// Why others could not.
    public private(set) var problems: [(file: SourceFile, diagnostics: [Diagnostic])] = []
    private var destination: DestinationDraft
    private var drafts: [(draft: ProfileDraft, files: [String])] = []
    private var firstMonth: String?

    /// Drafts the definitions.
    ///
    /// - Parameters:
    ///   - id: The destination's identifier: lower-case letters, digits, hyphens.
    ///   - titles: Its name.
    ///   - sources: The files to learn from.
    public init(id: String, titles: BilingualText, sources: [SourceFile]) {
        destination = DestinationDraft(id: id, titles: titles)
        for file in sources { learn(from: file) }
        if let unit = drafts.first?.draft.unit { destination.unit = unit.rawValue }
        files.append(("destination.yaml", destination.yaml(expecting: expectedReports)))
        files.append(("definitions.yaml", definitions))
        for (draft, names) in drafts {
            var draft = draft
            draft.unit = drafts[0].draft.unit
            files.append(("profiles/\(draft.name).yaml", draft.yaml))
            let pipeline = PipelineDraft(profile: draft, fileNames: names, measure: "visitors", unit: draft.unit)
            files.append(("\(draft.name).yaml", pipeline.yaml))
        }
    }

    private mutating func learn(from file: SourceFile) {
        do throws(DiagnosticsError) {
            var inspection = try FileInspector().inspect(file, addingTo: destination)
            if let draft = inspection.draft, draft.canRead {
                if let found = inspection.destination { destination = found }
                if let month = inspection.trial?.months?.lowerBound { firstMonth = min(firstMonth ?? month, month) }
                inspection.draft = keep(draft, file: file.name)
            }
            inspections.append(inspection)
        } catch {
            problems.append((file, error.diagnostics))
        }
    }

    /// One profile a layout: a second file of the same form is read by the first one's.
    private mutating func keep(_ draft: ProfileDraft, file: String) -> ProfileDraft {
        if let known = drafts.firstIndex(where: { $0.draft.layout != nil && $0.draft.layout == draft.layout }) {
            drafts[known].files.append(file)
            return drafts[known].draft
        }
        var draft = draft
        var number = 2
        let name = draft.name
        while drafts.contains(where: { $0.draft.name == draft.name }) {
            draft.name = "\(name)-\(number)"
            number += 1
        }
        drafts.append((draft, [file]))
        return draft
    }

    private var placeIds: [String] { destination.places.isEmpty ? [destination.id] : destination.places.map(\.id) }

    private var expectedReports: [String] {
        guard let firstMonth, !drafts.isEmpty else { return [] }
        return [
            "  - { measure: visitors, from: \(firstMonth.prefix(7)), places: [\(placeIds.joined(separator: ", "))] }"
        ]
    }

    private var definitions: String {
        """
        # What each figure means. A changed definition is a new version beside the old one.
        definitions:
          - name: visitors
            version: 1
            title: { ja: 観光入込客数(延べ), en: Visitors (gross) }
            formula: { ja: 観光地点の入込客数の合計, en: the sum over the places below }
            measure: visitors
            unit: \(destination.unit)
            whole: \(destination.id)
            # These must cover the whole exactly once.
            places: [\(placeIds.joined(separator: ", "))]
            basis: calendar-year
            source: { ja: 出所をここに書く, en: write the source here }

        """
    }

    /// Checks what was drafted as `dmo validate` would.
    ///
    /// - Throws: `DiagnosticsError` with every mistake.
    public func validate() throws(DiagnosticsError) {
        _ = try WorkspaceDefinition(
            files: files.map { .init(path: $0.path, displayName: "Pipelines/" + $0.path, text: $0.text) })
    }
}
