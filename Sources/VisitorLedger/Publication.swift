public import VisitorModel

/// A report that somebody answered for: from then on it is no draft.
public struct Publication: Sendable, Hashable, Identifiable {
    /// One figure as it was published.
    public struct PublishedFigure: Sendable, Hashable {
        /// The figure's identity.
        public var id: String
        /// Its value as exact digits; `nil` where there was none.
        public var value: String?
        /// How firm it was.
        public var status: ObservationStatus
        /// How many counts were in.
        public var reported: Int
        /// How many there should have been.
        public var expected: Int

        /// A published figure.
        public init(id: String, value: String?, status: ObservationStatus, reported: Int, expected: Int) {
            self.id = id
            self.value = value
            self.status = status
            self.reported = reported
            self.expected = expected
        }
    }

    /// One file of the report.
    public struct PublishedFile: Sendable, Hashable {
        /// The file's name.
        public var name: String
        /// The SHA-256 of its bytes, in lowercase hexadecimal.
        public var sha256: String
        /// Its bytes.
        public var content: [UInt8]

        /// A published file.
        public init(name: String, sha256: String, content: [UInt8]) {
            self.name = name
            self.sha256 = sha256
            self.content = content
        }
    }

    /// A definition file as it stood.
    public struct DefinitionFile: Sendable, Hashable {
        /// Its path in the folder of definitions.
        public var path: String
        /// Its text.
        public var text: String

        /// A definition file.
        public init(path: String, text: String) {
            self.path = path
            self.text = text
        }
    }

    /// A table beside the definitions, such as typed indicators, as it stood.
    public struct TableFile: Sendable, Hashable {
        /// Its path in the folder of definitions.
        public var path: String
        /// Its bytes.
        public var content: [UInt8]

        /// A table.
        public init(path: String, content: [UInt8]) {
            self.path = path
            self.content = content
        }
    }

    /// The publication's number, rising with time.
    public var id: Int
    /// When it was published: the state of the ledger it shows.
    public var recordedAt: Timestamp
    /// Who answers for it.
    public var by: String
    /// The month it is about; of a yearly report the last month counted.
    public var month: Month
    /// The calendar year a yearly report is about; `nil` for a monthly one.
    public var year: CalendarYear?
    /// The goal, where one was named.
    public var target: String?
    /// The languages, by their codes.
    public var languages: [String]
    /// The forms, by their endings.
    public var formats: [String]
    /// The program that wrote it.
    public var product: String
    /// What its publisher had to say, such as why doubts were left open.
    public var note: String

    /// A publication; the ledger gives it number and time.
    public init(
        by: String, month: Month, year: CalendarYear? = nil, target: String?, languages: [String], formats: [String], product: String,
        note: String = ""
    ) {
        id = 0
        recordedAt = .distantFuture
        self.by = by
        self.month = month
        self.year = year
        self.target = target
        self.languages = languages
        self.formats = formats
        self.product = product
        self.note = note
    }
}

/// Everything that is recorded with a publication.
public struct PublicationContent: Sendable, Hashable {
    /// The files of the report.
    public var files: [Publication.PublishedFile]
    /// The figures in it.
    public var figures: [Publication.PublishedFigure]
    /// The definition files it was made by.
    public var definitions: [Publication.DefinitionFile]
    /// The forecast in it, where there is one; read by ``Ledger/publishedForecasts(before:)``.
    public var forecast: PublishedForecast?
    /// The tables beside them that it drew on; none, too, for a publication of a version that did not keep them.
    public var tables: [Publication.TableFile]

    /// What is recorded with a publication.
    public init(
        files: [Publication.PublishedFile], figures: [Publication.PublishedFigure],
        definitions: [Publication.DefinitionFile], tables: [Publication.TableFile] = [],
        forecast: PublishedForecast? = nil
    ) {
        self.forecast = forecast
        self.files = files
        self.figures = figures
        self.definitions = definitions
        self.tables = tables
    }
}
