public import Languages
public import VisitorMetrics
public import VisitorModel

/// What is handed to other systems: figures with their names, and the files they were read from.
public struct ExportContent: Sendable {
    /// A file that figures were read from.
    public struct Source: Sendable, Hashable {
        /// The file's name as the user knows it.
        public var file: String
        /// The SHA-256 of its bytes.
        public var sha256: String

        /// Names a file.
        public init(file: String, sha256: String) {
            self.file = file
            self.sha256 = sha256
        }
    }

    /// The figures, each identity once.
    public var figures: [Figure]
    /// Places with names and official codes, by identifier.
    public var places: [String: Place]
    /// Markets, by identifier.
    public var markets: [String: Market]
    /// The files behind the figures.
    public var sources: [Source]
    /// The licence it is given away under, such as `CC-BY-4.0`; `nil` when nobody has said.
    public var licence: String?
    /// When it was made, as ISO 8601.
    public var madeAt: String
    /// The program's name and version.
    public var product: String
    /// The language of the columns for people.
    public var language: Language

    /// Puts an export together.
    public init(
        figures: [Figure], places: [Place], markets: [Market], sources: [Source], licence: String? = nil,
        madeAt: String, product: String, language: Language
    ) {
        self.figures = figures
        self.places = Dictionary(places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.markets = Dictionary(markets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.sources = sources
        self.licence = licence
        self.madeAt = madeAt
        self.product = product
        self.language = language
    }

    /// The definitions of the figures, in the order they come.
    var definitions: [MetricDefinition] {
        var seen: Set<String> = []
        return figures.map(\.definition).filter { seen.insert($0.id).inserted }
    }

    func placeName(_ id: String) -> BilingualText { places[id]?.names ?? BilingualText(verbatim: id) }
    func marketName(_ id: String) -> BilingualText { markets[id]?.names ?? BilingualText(verbatim: id) }
}

/// One file of an export.
public struct ExportFile: Sendable, Hashable {
    /// Its name, without a folder.
    public var name: String
    /// Everything in it.
    public var text: String

    /// Makes a file.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
