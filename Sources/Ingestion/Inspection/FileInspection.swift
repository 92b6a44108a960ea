public import Diagnostics
public import Languages
public import OfficeTables

/// What is known of a file nobody has described yet.
public struct FileInspection: Sendable {
    /// One guess, with why and how sure.
    public struct Finding: Sendable, Hashable {
        /// What the guess is about.
        public var subject: BilingualText
        /// The guess.
        public var found: BilingualText
        /// Why.
        public var evidence: BilingualText
        /// How sure, from 0 to 1.
        public var confidence: Double
    }

    /// What reading the file by a profile came to.
    public struct Trial: Sendable {
        /// The columns.
        public var columns: [String]
        /// The first rows that went on.
        public var firstRows: [[String]]
        /// What became of all rows.
        public var outcome: IngestionOutcome
        /// Labels of places nobody knows, in the order of the file, with how many rows they stop.
        public var unknownPlaces: [(label: String, rows: Int)]
        /// The earliest and the latest month seen.
        public var months: ClosedRange<String>?
        /// The places seen.
        public var places: [String]
        /// The fingerprint of the layout.
        public var layout: String?
        /// Whether two rows had one key.
        public var hasDuplicates: Bool
    }

    /// The file.
    public var file: SourceFile
    /// The guesses, from the bytes to the meaning.
    public var findings: [Finding] = []
    /// What the sheet seems to be; `nil` when it holds no table of numbers.
    public var guess: SheetGuess?
    /// A profile that reads it.
    public var draft: ProfileDraft?
    /// The destination the draft was tried with.
    public var destination: DestinationDraft?
    /// What the draft made of the file.
    public var trial: Trial?
    /// A profile of the workspace that was made for this layout.
    public var knownProfile: String?
    /// What a person must decide or look at.
    public var doubts: [Diagnostic] = []

    /// Whether the draft reads every row.
    public var isReady: Bool {
        guard let trial, draft?.canRead == true else { return false }
        return trial.outcome.account.held == 0 && trial.outcome.account.accepted > 0
    }
}
