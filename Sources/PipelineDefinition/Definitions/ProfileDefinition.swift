public import Diagnostics
public import Languages
public import VisitorModel

/// How one supplier's files are read: from their cells to a table with typed columns.
public struct ProfileDefinition: Sendable, Hashable {
    /// The identifier.
    public var name: String
    /// What people call the delivery.
    public var titles: BilingualText
    /// Whether the numbers are real.
    public var dataOrigin: DataOrigin
    /// The notice its licence or its nature demands, printed wherever its numbers appear.
    public var notice: BilingualText?
    /// The file's physical form.
    public var reading: ReadingDefinition
    /// Where the table lies in its sheet.
    public var table: TableDefinition
    /// What to do with rows that have the same key; `nil` when nobody said.
    public var duplicates: DuplicateDefinition?
    /// The columns of the table it makes, in order.
    public var columns: [ProfileColumn]
    /// Labels, beside the usual ones, of rows and columns that hold totals.
    public var totalLabels: [String]
    /// Whether an empty label is a total's, as below two rows a month.
    public var blankLabelsAreTotals: Bool
    /// What labels begin with whose figure the row above already includes.
    public var partBeginnings: [String]
    /// The layout the profile was made for, as `dmo inspect` remembered it.
    public var layout: String?
    /// Whether printed totals are compared with their parts.
    public var checksTotals: Bool
    /// Where the definition begins.
    public var position: SourcePosition

    /// Whether the table is wide: some value stands in the header row above each cell.
    public var isWide: Bool {
        columns.contains { column in column.sources.contains { $0 == .header } }
    }

    /// The column that holds the counts, when there is exactly one.
    public var valueColumns: [ProfileColumn] { columns.filter { $0.type == .count || $0.type == .number } }
}

/// A file's physical form.
public struct ReadingDefinition: Sendable, Hashable {
    /// The formats a profile can read.
    public enum Format: String, Sendable, Hashable, CaseIterable {
        case csv
        case xml
        /// An answer of e-Stat's data service, as XML or CSV.
        case eStat = "estat"
        /// SDMX-ML or SDMX-CSV.
        case sdmx
        /// Parquet, which only a Spark cluster reads.
        case parquet
    }

    /// The format.
    public var format: Format
    /// The encoding by its name in the reader, or `nil` to find out.
    public var encoding: String?
    /// The delimiter, or `nil` to find out.
    public var delimiter: String?
    /// The row of the header as a spreadsheet counts, or `nil` to find it by its labels.
    public var headerRow: Int?
    /// For XML, the path to one record: `report/month/place`.
    public var recordPath: String?
    /// How much of a hostile or broken file is put up with.
    public var limits = ReadingLimits()
}

/// Limits a profile sets for its files; `nil` where the readers' own hold.
public struct ReadingLimits: Sendable, Hashable {
    /// Bytes of one CSV cell.
    public var cellBytes: Int?
    /// Bytes of one CSV row.
    public var rowBytes: Int?
    /// Columns of a CSV file.
    public var columns: Int?
    /// XML elements inside one another.
    public var depth: Int?
    /// Bytes of one XML text, attribute or tag.
    public var textBytes: Int?
    /// Attributes of one XML element.
    public var attributes: Int?
    /// How many times its size a gzip file may grow to.
    public var inflation: Int?

    /// Limits none of which is set.
    public init() {}
}

/// One column of the table a profile makes.
public struct ProfileColumn: Sendable, Hashable {
    /// The types a profile can read.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case text
        /// A whole number that is not negative.
        case count
        /// Any number.
        case number
        /// A place of the destination, by identifier, code, name or alias.
        case place
        /// A market of the register, by identifier, name or alias.
        case market
        /// How firm the number is.
        case status
        case day
        case month
        case quarter
        case calendarYear = "calendar-year"
        case fiscalYear = "fiscal-year"

        /// The kind of period the type reads, if it is one.
        public var periodKind: Period.Kind? { Period.Kind(rawValue: rawValue) }
    }

    /// Where a column's text is taken from.
    public enum Source: Sendable, Hashable {
        /// The cell under a header label (any of several spellings), or at an XML path.
        case field([String])
        /// The header cell above each value of a wide table.
        case header
        /// A row above the header (1 the next), its merged cells carried to the right.
        case upperHeader(Int)
        /// The cell in a sheet column, by its number from 1: for columns without a label.
        case sheetColumn(Int)
        /// The last row above that holds nothing but one text: the heading of a section.
        case section
        /// The cell itself, in a wide table.
        case cell
        /// The rows above the header.
        case title
        /// The file's name.
        case fileName
        /// The same text for every row.
        case fixed(String)
    }

    /// What to do with a label nobody knows.
    public enum UnknownLabelPolicy: String, Sendable, Hashable, CaseIterable {
        /// Keep the row aside until somebody decides.
        case hold
        /// Set the row aside as not ours.
        case ignore
    }

    /// The column's name in the table.
    public var name: String
    /// Its type.
    public var type: Kind
    /// Where its text stands; for a month in parts, where the month stands.
    public var source: Source
    /// For a month whose year stands elsewhere, where the year stands.
    public var yearSource: Source?
    /// Whether that year is a fiscal year; `nil` to go by 年度 in its text.
    public var yearIsFiscal: Bool?
    /// Labels and what they stand for.
    public var map: [String: String]
    /// Labels whose rows are not ours: all-member rows such as 総数.
    public var ignoredLabels: [String]
    /// What to do with an unknown place, market or label.
    public var unknownLabels: UnknownLabelPolicy
    /// The place all places of the column lie in.
    public var within: String?
    /// The unit of a value.
    public var unit: StatisticalUnit?
    /// The scale a value is stated in, or `nil` to take it from title or header when stated there.
    public var scale: Scale?
    /// Whether an empty cell continues the one above it, as merged cells do.
    public var carriesDown: Bool
    /// How many rows a merged cell may cover, itself included; `nil` for any number.
    public var carriedRows: Int?
    /// Whether the year's cells are merged ones too.
    public var carriesYearDown: Bool
    /// Whether a period without a year belongs to the year of the rows above.
    public var carriesYear: Bool
    /// Whether a day stands for the period that begins on it.
    public var firstDayNamesPeriod: Bool
    /// Whether a footnote mark behind a number is dropped with a notice.
    public var allowsFootnotes: Bool
    /// What a number in brackets is: `negative`, `part` or `number`.
    public var brackets: String?
    /// The value columns whose sum this one must be.
    public var sumOf: [String]
    /// What marks in a value mean; a mark that is not here is a fault.
    public var symbols: [String: SymbolMeaning]
    /// Where the column is described.
    public var position: SourcePosition

    /// Every place the column reads from.
    public var sources: [Source] { [source] + (yearSource.map { [$0] } ?? []) }
}
