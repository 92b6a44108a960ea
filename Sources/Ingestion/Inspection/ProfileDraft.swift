import Languages
public import OfficeTables
public import VisitorModel

/// A profile written from what an inspection found: YAML that loads the file, with what a person must still decide.
public struct ProfileDraft: Sendable, Hashable {
    /// The profile's name.
    public var name: String
    /// What people call the delivery.
    public var title: String
    /// The column of values that was taken, and others that could have been.
    public var value: ColumnGuess?
    /// Other columns of numbers.
    public var otherValues: [ColumnGuess] = []
    /// The fingerprint of the layout, once the file has been read by the draft.
    public var layout: String?
    /// Whether rows with one key were seen.
    public var hasDuplicates = false
    /// For XML, the path to one record; its columns' labels are then paths from there.
    public var recordPath: String?
    /// Whether places nobody knows lie elsewhere, so that their rows are set aside.
    public var ignoresOtherPlaces = false
    /// The place of every row, when no column names one.
    public var fixedPlace: String?
    /// Text columns that tell rows apart, by the names they get.
    public private(set) var kinds: [(name: String, column: ColumnGuess)] = []
    /// The name of the period column.
    public private(set) var periodColumn = "month"
    /// Whether there is a column of markets.
    public private(set) var hasMarket = false
    /// Whether there is a column of how firm figures are.
    public private(set) var hasStatus = false
    private let guess: SheetGuess

    /// Two drafts are the same when they are written the same.
    public static func == (left: Self, right: Self) -> Bool { left.yaml == right.yaml }
    /// Hashes what is written.
    public func hash(into hasher: inout Hasher) { hasher.combine(yaml) }

    /// Drafts a profile.
    ///
    /// - Parameter fixedPlace: The place to use when no column names one.
    public init(name: String, title: String, guess: SheetGuess, fixedPlace: String) {
        self.name = name
        self.title = title
        self.guess = guess
        unit = guess.unit?.unit ?? .personSpots
        if unit == .persons { unit = .personSpots }
        if guess.columns(.place).isEmpty { self.fixedPlace = fixedPlace }
        let values = guess.columns(.value)
        if guess.across == .nothing {
            value = values.max { $0.confidence < $1.confidence }
            otherValues = values.filter { $0.index != value?.index }
        }
        let texts = guess.columns(.kind)
        kinds = texts.enumerated().map { (texts.count == 1 ? "kind" : "kind-\($0.offset + 1)", $0.element) }
        hasMarket = guess.across == .markets || !guess.columns(.market).isEmpty
        hasStatus = !guess.columns(.status).isEmpty
        periodColumn = Self.periodName(of: guess)
    }

    /// The unit that the sheet says, else person-spots.
    ///
    /// 人 alone is what spots write for person-spots too.
    public var unit: StatisticalUnit

    /// Whether counts are by day, to be summed by month before they reach the ledger.
    public var isDaily: Bool { periodColumn == "day" }

    private static func periodName(of guess: SheetGuess) -> String {
        func name(_ kind: Period.Kind) -> String {
            switch kind {
            case .day: "day"
            case .month: "month"
            case .quarter: "quarter"
            case .half, .twelveMonths: "period"
            case .calendarYear, .fiscalYear: "year"
            }
        }
        if case .periods(let kind) = guess.across { return name(kind) }
        if case .months = guess.across { return "month" }
        for column in guess.columns {
            if case .period(let kind) = column.role { return name(column.daysBegin ?? kind) }
        }
        return "month"
    }

    /// Whether anything is missing without which nothing can be read.
    public var canRead: Bool { periodLine != nil && (value != nil || guess.across != .nothing) }

    /// The profile.
    public var yaml: String {
        var lines = [
            "profile: \(name)", "title: { ja: \(Self.quoted(title)), en: \(Self.quoted(title)) }",
            "data: reported", readLine,
        ]
        if !guess.ownTotals.isEmpty {
            lines.append("totals: { labels: [\(guess.ownTotals.map { Self.quoted($0) }.joined(separator: ", "))] }")
        }
        if !tableKeys.isEmpty { lines.append("table: { \(tableKeys.joined(separator: ", ")) }") }
        if hasDuplicates {
            lines.append("# Some rows have the same key; nobody wins until hold becomes first or last.")
            lines.append("duplicates: hold")
        }
        if let layout { lines.append("layout: \(layout)") }
        lines.append("columns:")
        lines.append("  place: \(placeLine)")
        if let periodLine {
            lines.append("  \(periodColumn): \(periodLine)")
        } else {
            lines.append("  # Say where the period stands, for example: month: { type: month, from: 年月 }")
        }
        if guess.across == .markets {
            lines.append("  market: { type: market, header: true }")
        } else if let market = guess.columns(.market).first {
            lines.append("  market: { type: market, \(Self.source(market)) }")
        }
        if let status = guess.columns(.status).first {
            lines.append("  status: { type: status, \(Self.source(status)) }")
        }
        for (name, column) in kinds {
            lines.append("  \(name): { type: text, \(Self.source(column)) }")
        }
        lines += undecidedMarks
        lines.append("  value: \(valueLine)")
        if !otherValues.isEmpty {
            let names = otherValues.prefix(8).map { $0.label.isEmpty ? SourceColumn.letters($0.index) : $0.label }
            lines.append(
                "  # Other columns of numbers: \(names.joined(separator: ", "))\(otherValues.count > 8 ? ", …" : "")")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var readLine: String {
        if let recordPath { return "read: { format: xml, record: \(Self.quoted(recordPath)) }" }
        let isStacked = guess.headerRows.count > 1 && guess.across == .nothing
        return isStacked
            ? "read: { format: csv, header-row: \(guess.headerRows.lowerBound + 1) }" : "read: { format: csv }"
    }

    private var tableKeys: [String] {
        var keys: [String] = []
        guard recordPath == nil else { return [] }
        if guess.headerRows.isEmpty { keys.append("header-rows: 0") }
        if guess.headerRows.count > 1, guess.across == .nothing {
            keys.append("header-rows: \(guess.headerRows.count)")
        }
        if let comment = guess.comment { keys.append("comment: \(Self.quoted(comment))") }
        return keys
    }

    private var placeLine: String {
        guard let place = guess.columns(.place).first else { return "{ type: place, fixed: \(fixedPlace ?? "") }" }
        return
            "{ type: place, \(Self.source(place))\(place.holdsOthersToo || ignoresOtherPlaces ? ", unknown: ignore" : "") }"
    }

    private var periodLine: String? {
        switch guess.across {
        case .periods(let kind): return "{ type: \(kind.rawValue), header: true }"
        case .months(let year):
            switch year {
            case .title: return "{ type: month, month: { header: true }, year: { title: true } }"
            case .fileName: return "{ type: month, month: { header: true }, year: { file-name: true } }"
            case .upperHeader: return "{ type: month, month: { header: true }, year: { upper-header: true } }"
            case .header: return "{ type: month, month: { upper-header: true }, year: { header: true } }"
            case .unknown: return nil
            }
        case .markets, .nothing: break
        }
        for column in guess.columns {
            guard case .period(let kind) = column.role else { continue }
            let first = column.daysBegin.map { _ in ", first-day: true" } ?? ""
            let carried = column.carriesYear ? ", carry-year: true" : ""
            let own = column.carriesYear ? Self.bareSource(column) : Self.source(column)
            return "{ type: \((column.daysBegin ?? kind).rawValue), \(own)\(first)\(carried) }"
        }
        guard let month = guess.columns(.monthOfYear).first else { return nil }
        let year: String
        if let column = guess.columns(.year).first {
            year = Self.source(column)
        } else {
            switch guess.yearPlace {
            case .title: year = "title: true"
            case .fileName: year = "file-name: true"
            default: return nil
            }
        }
        return "{ type: month, month: { \(Self.source(month)) }, year: { \(year) } }"
    }

    private var valueLine: String {
        let type = guess.hasFractions ? "number" : "count"
        let unit = "unit: \(unit.rawValue)"
        guard guess.across == .nothing else { return "{ type: \(type), cell: true, \(unit) }" }
        guard let value else { return "{ type: \(type), cell: true, \(unit) }" }
        return "{ type: \(type), \(Self.bareSource(value)), \(unit) }"
    }

    /// Marks whose meaning only a person knows.
    private var undecidedMarks: [String] {
        let marks = guess.marks.keys.sorted().filter { !$0.isEmpty || guess.marks[""] ?? 0 > 0 }
        guard !marks.isEmpty else { return [] }
        let list = marks.map { "\(Self.quoted($0)): not-reported" }.joined(separator: ", ")
        return [
            "  # Decide what these marks mean (zero, not-reported, not-surveyed, suppressed, not-applicable, below-unit),",
            "  # and add to value:  symbols: { \(list) }",
        ]
    }

    private static func source(_ column: ColumnGuess) -> String {
        bareSource(column) + (column.carriesDown ? ", carry-down: true" : "")
    }

    private static func bareSource(_ column: ColumnGuess) -> String {
        column.label.isEmpty ? "column: \(SourceColumn.letters(column.index))" : "from: \(quoted(column.label))"
    }

    /// A text as YAML takes it whatever is in it.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20: continue
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
