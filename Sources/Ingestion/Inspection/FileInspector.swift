import ByteStreams
import CSVReading
public import Diagnostics
import Languages
import OfficeTables
public import PipelineDefinition
import VisitorModel

/// Finds out what a file is, drafts a profile for it, and tries the draft on the whole file.
public struct FileInspector {
    private let workspace: WorkspaceDefinition?

    /// An inspector that knows a workspace's places and profiles, or none.
    public init(workspace: WorkspaceDefinition? = nil) {
        self.workspace = workspace
    }

    /// Inspects one file.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - name: The name the profile gets; made from the file's when left out.
    ///   - draft: For a file outside any workspace, the destination drafted so far, to which its places are added.
    /// - Throws: `DiagnosticsError` when the file cannot be read at all (an .xlsx, a damaged encoding).
    public func inspect(
        _ file: SourceFile, name: String? = nil, addingTo draft: DestinationDraft? = nil
    ) throws(DiagnosticsError) -> FileInspection {
        var inspection = FileInspection(file: file)
        var rows: [[String]]
        var recordPath: String?
        if DocumentHead.looksLikeXML(file) {
            let head = try DocumentHead(file)
            inspection.findings += head.findings
            if let format = head.messageFormat {
                inspection.doubts.append(.message(format, in: file.displayName))
                return inspection
            }
            rows = head.rows
            recordPath = head.recordPath
        } else {
            let head = try SheetHead(file)
            inspection.findings += head.findings
            rows = head.rows
        }
        let inspector = SheetInspector(rows: rows, fileName: file.name, names: knownNames)
        guard let guess = inspector.guess() else {
            inspection.doubts.append(.noNumbers(in: file.displayName))
            return inspection
        }
        inspection.guess = guess
        inspection.findings += GuessWording(guess).findings.filter {
            recordPath == nil || $0.subject.en.hasPrefix("column")
        }
        var destination =
            draft ?? DestinationDraft(id: "destination", titles: BilingualText(ja: "観光地", en: "Destination"))
        destination.addPlaces(
            (guess.columns(.place).first?.texts ?? []).filter { label in
                LabelRoles().role(of: label) == .data && !guess.ownTotals.contains(label)
            })
        if guess.across == .markets { destination.addMarkets(guess.acrossColumns.map { guess.header[$0] }) }
        destination.addMarkets(guess.columns(.market).first?.texts.filter { LabelRoles().role(of: $0) == .data } ?? [])
        inspection.destination = destination
        var profile = ProfileDraft(
            name: name ?? Self.name(from: file.name), title: guess.titles.first { !$0.hasPrefix("#") } ?? file.name,
            guess: guess,
            fixedPlace: workspace?.destination.name ?? destination.id)
        profile.recordPath = recordPath
        try tryOut(&profile, &inspection)
        inspection.draft = profile
        inspection.doubts += DraftDoubts(inspection, knownPlaces: placeNames).diagnostics
        return inspection
    }

    private static let placesElsewhere = 20

    private func tryOut(_ draft: inout ProfileDraft, _ inspection: inout FileInspection) throws(DiagnosticsError) {
        guard draft.canRead else { return }
        var trial = try self.trial(of: draft, inspection)
        var hasAddedPlaces = false
        // Each turn reads the whole file: all that a reading teaches is put into the draft before the next.
        while true {
            var isAmended = false
            if workspace == nil, !hasAddedPlaces, !trial.unknownPlaces.isEmpty {
                // The first rows did not name every place.
                inspection.destination?.addPlaces(trial.unknownPlaces.map(\.label))
                (hasAddedPlaces, isAmended) = (true, true)
            }
            if workspace != nil, !draft.ignoresOtherPlaces, trial.unknownPlaces.count > Self.placesElsewhere,
                trial.outcome.account.accepted > 0
            {
                // A file of a whole country or prefecture, of which a few rows are ours.
                draft.ignoresOtherPlaces = true
                isAmended = true
            }
            if trial.hasDuplicates, !draft.hasDuplicates {
                draft.hasDuplicates = true
                isAmended = true
            }
            guard isAmended else { break }
            trial = try self.trial(of: draft, inspection)
        }
        draft.layout = trial.layout
        inspection.trial = trial
        inspection.knownProfile =
            workspace?.profiles.values.filter { $0.layout != nil && $0.layout == trial.layout }
            .map(\.name).sorted().first
    }

    private func trial(
        of draft: ProfileDraft, _ inspection: FileInspection
    ) throws(DiagnosticsError) -> FileInspection.Trial {
        let text = workspace?.destinationText ?? inspection.destination?.yaml() ?? ""
        let definition = try WorkspaceDefinition(files: [
            .init(path: "destination.yaml", displayName: "destination.yaml", text: text),
            .init(path: "profiles/draft.yaml", displayName: "profiles/\(draft.name).yaml", text: draft.yaml),
        ])
        guard let profile = definition.profiles[draft.name] else { throw DiagnosticsError([]) }
        return try FileInspection.Trial(inspection.file, profile: profile, destination: definition.destination)
    }

    private var knownNames: KnownNames {
        guard let destination = workspace?.destination else { return KnownNames() }
        return KnownNames(
            places: placeNames,
            markets: destination.markets.flatMap { [$0.id, $0.names.ja, $0.names.en] + $0.aliases })
    }

    private var placeNames: [String] {
        (workspace?.destination.places.places ?? []).flatMap { place in
            [place.id, place.names.ja, place.names.en] + place.aliases
                + (place.code.map { code in [code] + (Int(code).map { [String($0)] } ?? []) } ?? [])
        }
    }

    /// A name of letters, digits and hyphens from a file's: `R5_入込_2013-04.csv` gives `r5`.
    static func name(from fileName: String) -> String {
        let stem = fileName.split(separator: ".").first.map(String.init) ?? fileName
        var name = ""
        for scalar in stem.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z": name.unicodeScalars.append(scalar)
            // Figures are next month's first change: only those inside a word stay.
            case "0"..."9": if name.last?.isLetter == true { name.unicodeScalars.append(scalar) }
            default: if !name.isEmpty, name.last != "-" { name += "-" }
            }
        }
        while let last = name.last, last == "-" || last.isNumber { name.removeLast() }
        return name.isEmpty ? "table" : name
    }
}

extension Diagnostic {
    fileprivate static func message(_ format: String, in file: String) -> Diagnostic {
        Diagnostic(
            code: "inspect.message", severity: .warning, position: SourcePosition(file: file), value: format,
            message: BilingualText(
                ja: "統計メッセージ（\(format)）です。軸と符号表を自分で説明しているため、下書きは作りません。",
                en: "This is a statistical message (\(format)); it explains its axes itself, so nothing is drafted."),
            remedy: BilingualText(
                ja: "profile に read: { format: \(format) } と書き、列の from に軸の名前を書いてください（dmo schema profile --page）。",
                en:
                    "Write read: { format: \(format) } in a profile and the axes' names under from (dmo schema profile --page)."
            ))
    }

    fileprivate static func noNumbers(in file: String) -> Diagnostic {
        Diagnostic(
            code: "inspect.no-table", position: SourcePosition(file: file),
            message: BilingualText(
                ja: "数値の表が見つかりません。一覧や説明のファイルのようです。",
                en: "No table of numbers was found; the file seems to be a list or a text."),
            remedy: BilingualText(
                ja: "人数などの入ったファイルか確認してください。見出しだけのファイルなら、数値が入ってから試してください。",
                en: "Check that it holds counts. If it is only a header, try again when it has numbers."))
    }
}
