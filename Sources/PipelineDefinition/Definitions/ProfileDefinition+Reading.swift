import Diagnostics
import Languages
import VisitorModel

extension ProfileDefinition {
    /// Makes a profile from a node that fits its shape; what does not make sense together is reported.
    init?(_ node: DefinitionNode, reportingTo collector: DiagnosticCollector) {
        guard let name = node.text("profile"), let titles = node.bilingual("title"),
            let origin: DataOrigin = node.choice("data"), let read = node["read"],
            let format: ReadingDefinition.Format = read.choice("format"), let entries = node["columns"]?.entries
        else { return nil }
        self.name = name
        self.titles = titles
        dataOrigin = origin
        notice = node.bilingual("notice")
        position = node.position
        reading = ReadingDefinition(
            format: format, encoding: read.text("encoding").flatMap { $0 == "auto" ? nil : $0 },
            delimiter: read.text("delimiter").flatMap { $0 == "auto" ? nil : $0 },
            headerRow: read.integer("header-row"), recordPath: read.text("record"),
            limits: ReadingLimits(read["limits"], reportingTo: collector))
        let sheet = node["table"]
        table = TableDefinition(
            headerRows: sheet?.integer("header-rows"), comment: sheet?.text("comment"), begin: sheet?.text("begin"),
            end: sheet?.texts("end") ?? [])
        duplicates = node["duplicates"].flatMap(DuplicateDefinition.init(node:))
        layout = node.text("layout")
        totalLabels = node["totals"]?.texts("labels") ?? []
        blankLabelsAreTotals = node["totals"]?.boolean("blank") ?? false
        partBeginnings = node["totals"]?.texts("parts") ?? []
        checksTotals = node["totals"]?.boolean("check") ?? true
        columns = entries.compactMap { entry in
            ProfileColumn(name: entry.key, node: entry.value, at: entry.keyPosition, reportingTo: collector)
        }
        if format == .xml, reading.recordPath == nil {
            collector.report(.recordPathMissing(at: read.position))
        }
        // A column refused for a fault of its own may be the very one that seems to be missing.
        guard columns.count == entries.count else { return }
        checkWideness(reportingTo: collector)
        checkNames(node, reportingTo: collector)
    }

    /// The columns that `duplicates` and `sum-of` name must be there.
    private func checkNames(_ node: DefinitionNode, reportingTo collector: DiagnosticCollector) {
        let names = columns.map(\.name)
        for name in duplicates?.key ?? [] where !names.contains(name) {
            collector.report(
                .unknownChoice(at: node["duplicates"]?.position ?? position, value: name, choices: names))
        }
        let values = valueColumns.map(\.name)
        for column in columns {
            for name in column.sumOf where !values.contains(name) {
                collector.report(.unknownChoice(at: column.position, value: name, choices: values))
            }
        }
    }

    private func checkWideness(reportingTo collector: DiagnosticCollector) {
        let hasHeader = columns.contains { $0.sources.contains(.header) }
        let hasCell = columns.contains { $0.source == .cell }
        if hasHeader != hasCell { collector.report(.headerWithoutCell(at: position, hasHeader: hasHeader)) }
        if hasHeader, reading.format != .csv { collector.report(.wideXML(at: position)) }
        if valueColumns.isEmpty { collector.report(.noValueColumn(at: position)) }
    }
}

extension ReadingLimits {
    fileprivate init(_ node: DefinitionNode?, reportingTo collector: DiagnosticCollector) {
        self.init()
        func limit(_ key: String) -> Int? {
            guard let node, let value = node.integer(key) else { return nil }
            if value < 1 { collector.report(.limitBelowOne(at: node[key]?.position ?? node.position, value: value)) }
            return value
        }
        cellBytes = limit("cell-bytes")
        rowBytes = limit("row-bytes")
        columns = limit("columns")
        depth = limit("depth")
        textBytes = limit("text-bytes")
        attributes = limit("attributes")
        inflation = limit("inflation")
    }
}

extension ProfileColumn {
    fileprivate init?(
        name: String, node: DefinitionNode, at position: SourcePosition, reportingTo collector: DiagnosticCollector
    ) {
        guard let type: Kind = node.choice("type") else { return nil }
        self.name = name
        self.type = type
        self.position = position
        let own = Self.source(in: node, reportingTo: collector)
        if let month = node["month"] {
            guard let source = Self.source(in: month, reportingTo: collector) else {
                collector.report(.sourceMissing(at: month.position, name: name))
                return nil
            }
            if own != nil { collector.report(.severalSources(at: node.position)) }
            self.source = source
        } else if let own {
            source = own
        } else {
            collector.report(.sourceMissing(at: position, name: name))
            return nil
        }
        yearSource = node["year"].flatMap { Self.source(in: $0, reportingTo: collector) }
        if let year = node["year"], yearSource == nil {
            collector.report(.sourceMissing(at: year.position, name: name))
        }
        yearIsFiscal = node["year"]?.boolean("fiscal")
        carriesYearDown = node["year"]?.boolean("carry-down") ?? false
        map = Dictionary(
            (node["map"]?.entries ?? []).compactMap { entry in entry.value.text.map { (entry.key, $0) } },
            uniquingKeysWith: { first, _ in first })
        ignoredLabels = node.texts("ignore")
        unknownLabels = node.choice("unknown") ?? .hold
        within = node.text("within")
        unit = node.choice("unit")
        scale = node.choice("scale")
        let carried = node["month"]?["carry-down"] ?? node["carry-down"]
        carriedRows = carried?.text.flatMap { Int($0) }
        carriesDown = carriedRows != nil || carried?.text == "true"
        carriesYear = node.boolean("carry-year") ?? false
        firstDayNamesPeriod = node.boolean("first-day") ?? false
        allowsFootnotes = node.boolean("footnotes") ?? false
        brackets = node.text("brackets")
        sumOf = node.texts("sum-of")
        symbols = [:]
        for entry in node["symbols"]?.entries ?? [] {
            guard let meaning = entry.value.text else { continue }
            if meaning == "zero" {
                symbols[entry.key] = .zero
            } else if let status = ObservationStatus(rawValue: meaning), !status.hasValue {
                symbols[entry.key] = .absent(status)
            }
        }
        checkType(reportingTo: collector, node: node)
    }

    private func checkType(reportingTo collector: DiagnosticCollector, node: DefinitionNode) {
        if type == .status {
            for entry in node["map"]?.entries ?? [] {
                guard let text = entry.value.text, ObservationStatus(rawValue: text) == nil else { continue }
                collector.report(
                    .unknownChoice(
                        at: entry.value.position, value: text, choices: ObservationStatus.allCases.map(\.rawValue)))
            }
        }
        if type == .day || type.periodKind == nil, node["month"] != nil || node["year"] != nil {
            collector.report(.partsOfNoMonth(at: position, name: name))
        }
        if node["month"] != nil, node["year"] == nil {
            collector.report(.monthWithoutYear(at: position, name: name))
        }
    }

    private static func source(in node: DefinitionNode, reportingTo collector: DiagnosticCollector) -> Source? {
        var found: [Source] = []
        let labels = node.texts("from")
        if !labels.isEmpty { found.append(.field(labels)) }
        if node.boolean("header") == true { found.append(.header) }
        if let rows = node.integer("upper-header"), rows > 0 {
            found.append(.upperHeader(rows))
        } else if node.boolean("upper-header") == true {
            found.append(.upperHeader(1))
        }
        if let letters = node.text("column") {
            if let number = SourcePosition.columnNumber(letters) {
                found.append(.sheetColumn(number))
            } else {
                collector.report(.noSheetColumn(letters, at: node["column"]?.position ?? node.position))
            }
        }
        if node.boolean("section") == true { found.append(.section) }
        if node.boolean("cell") == true { found.append(.cell) }
        if node.boolean("title") == true { found.append(.title) }
        if node.boolean("file-name") == true { found.append(.fileName) }
        if let fixed = node.text("fixed") { found.append(.fixed(fixed)) }
        if found.count > 1 { collector.report(.severalSources(at: node.position)) }
        return found.first
    }
}

extension Diagnostic {
    fileprivate static func recordPathMissing(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "profile.record-missing", position: position,
            message: BilingualText(
                ja: "format: xml には record（1件を表す要素の道筋）が要ります。",
                en: "format: xml needs record, the path to the element that is one record."),
            remedy: BilingualText(ja: "例 → record: 報告/月報/地点", en: "For example record: report/month/place"))
    }

    fileprivate static func limitBelowOne(at position: SourcePosition, value: Int) -> Diagnostic {
        Diagnostic(
            code: "profile.limit-below-one", position: position, value: String(value),
            message: BilingualText(ja: "上限は 1 以上の整数です。", en: "A limit is a whole number of at least 1."))
    }

    fileprivate static func headerWithoutCell(at position: SourcePosition, hasHeader: Bool) -> Diagnostic {
        Diagnostic(
            code: "profile.wide-half", position: position,
            message: hasHeader
                ? BilingualText(
                    ja: "見出しから読む列（header: true）がありますが、値の列（cell: true）がありません。",
                    en: "A column is read from the header (header: true), but none is the value (cell: true).")
                : BilingualText(
                    ja: "値の列（cell: true）がありますが、見出しから読む列（header: true）がありません。",
                    en: "A column is the value cell (cell: true), but none is read from the header (header: true)."),
            remedy: BilingualText(
                ja: "横長の表では両方を書きます。", en: "A wide table needs both."))
    }

    fileprivate static func wideXML(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "profile.wide-xml", position: position,
            message: BilingualText(ja: "XML に横長の表はありません。", en: "XML has no wide tables."),
            remedy: BilingualText(
                ja: "record を値の要素にし、from で親の属性（../@名前）を読んでください。",
                en: "Make the value's element the record and read its parents by from: ../@name."))
    }

    fileprivate static func noValueColumn(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "profile.no-value", position: position,
            message: BilingualText(
                ja: "値の列（type: count か number）がありません。", en: "No column holds values (type: count or number)."))
    }

    fileprivate static func sourceMissing(at position: SourcePosition, name: String) -> Diagnostic {
        Diagnostic(
            code: "profile.source-missing", position: position, value: name,
            message: BilingualText(
                ja: "列「\(name)」をどこから読むかがありません。", en: "It is not said where the column “\(name)” is read."),
            remedy: BilingualText(
                ja: "from、column、header、upper-header、cell、section、title、file-name、fixed のどれか一つを書いてください。",
                en: "Write one of from, column, header, upper-header, cell, section, title, file-name, fixed."))
    }

    fileprivate static func severalSources(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "profile.several-sources", position: position,
            message: BilingualText(ja: "読み取り元が二つ以上あります。", en: "More than one source is named."),
            remedy: BilingualText(
                ja: "from、column、header、upper-header、cell、section、title、file-name、fixed のどれか一つだけにしてください。",
                en: "Keep only one of from, column, header, upper-header, cell, section, title, file-name, fixed."))
    }

    fileprivate static func noSheetColumn(_ letters: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "profile.no-sheet-column", position: position, value: letters,
            message: BilingualText(
                ja: "column には表計算ソフトの列名（A、B、…、AA）を書きます。",
                en: "column takes a spreadsheet's column: A, B, …, AA."))
    }

    fileprivate static func partsOfNoMonth(at position: SourcePosition, name: String) -> Diagnostic {
        Diagnostic(
            code: "profile.parts-of-no-month", position: position, value: name,
            message: BilingualText(
                ja: "year と month は、月・四半期・年の列（type: month、quarter、calendar-year、fiscal-year）だけで使えます。",
                en: "year and month belong only to a column of type month, quarter, calendar-year or fiscal-year."))
    }

    fileprivate static func monthWithoutYear(at position: SourcePosition, name: String) -> Diagnostic {
        Diagnostic(
            code: "profile.month-without-year", position: position, value: name,
            message: BilingualText(
                ja: "month だけがあり、year がありません。", en: "There is a month but no year."),
            remedy: BilingualText(
                ja: "year: { title: true } のように、年の読み取り元を書いてください。",
                en: "Say where the year stands, such as year: { title: true }."))
    }
}

extension DuplicateDefinition {
    /// `duplicates: last`, or `duplicates: { keep: last, key: [place, day] }`.
    fileprivate init?(node: DefinitionNode) {
        if let winner = node.text.flatMap(Winner.init(rawValue:)) {
            self.init(winner: winner)
        } else if let winner: Winner = node.choice("keep") {
            self.init(winner: winner, key: node.texts("key"))
        } else {
            return nil
        }
    }
}
