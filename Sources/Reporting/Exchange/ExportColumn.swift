import Languages
import VisitorMetrics
import VisitorModel

/// One column of an exported table: its machine name, its name for people, its type, and what a row holds in it.
struct ExportColumn<Row> {
    /// The types of Frictionless Table Schema that are used.
    enum Kind: String {
        case string, number, integer
    }

    var name: String
    var title: BilingualText
    var kind: Kind
    var isRequired = false
    /// Every value the column can have, where they are few.
    var allowed: [String] = []
    var value: (Row) -> String

    init(
        _ name: String, _ ja: String, _ en: String, _ kind: Kind = .string, isRequired: Bool = false,
        allowed: [String] = [], value: @escaping (Row) -> String
    ) {
        self.name = name
        title = BilingualText(ja: ja, en: en)
        self.kind = kind
        self.isRequired = isRequired
        self.allowed = allowed
        self.value = value
    }
}

/// A count that a figure lacks.
struct ExportedGap {
    var figure: Figure
    var missing: MissingReport
}

/// The tables of an export: one datum a cell, one kind of thing a column, a unit and a status beside every value.
///
/// A missing value is an empty cell whose status says why. What a sum lacks stands in a table of its own, one row a
/// missing count, so that no cell holds a list.
struct ExportTables {
    let content: ExportContent

    var figureColumns: [ExportColumn<Figure>] {
        let content = content
        let language = content.language
        let statuses = ObservationStatus.allCases.map(\.rawValue)
        return [
            ExportColumn("id", "数値ID", "Figure id", isRequired: true) { $0.id },
            ExportColumn("definition", "定義ID", "Definition id", isRequired: true) { $0.definition.id },
            ExportColumn("definition_title", "定義名", "Definition") { $0.definition.titles(language) },
            ExportColumn("place", "場所ID", "Place id", isRequired: true) { $0.place },
            ExportColumn("place_name", "場所名", "Place") { content.placeName($0.place)(language) },
            ExportColumn("area_code", "地域コード", "Area code") { content.areaCode(of: $0.place) },
            ExportColumn("period", "期間", "Period", isRequired: true) { $0.period.id },
            ExportColumn(
                "period_kind", "期間の種類", "Kind of period", isRequired: true,
                allowed: Period.Kind.allCases.map(\.rawValue)
            ) { $0.period.kind.rawValue },
            ExportColumn("start_month", "開始年月", "First month", isRequired: true) { $0.period.firstMonth.id },
            ExportColumn("end_month", "終了年月", "Last month", isRequired: true) { $0.period.lastMonth.id },
            ExportColumn("period_label", "期間の表記", "Name of period") { $0.period.label(language) },
            ExportColumn("origin", "居住地区分", "Origin", allowed: Segment.Origin.allCases.map(\.rawValue)) {
                $0.segment.origin.rawValue
            },
            ExportColumn("market", "国・地域ID", "Market id") { $0.segment.market ?? "" },
            ExportColumn("market_name", "国・地域名", "Market") {
                $0.segment.market.map { content.marketName($0)(language) } ?? ""
            },
            ExportColumn("stay", "宿泊区分", "Stay", allowed: Segment.Stay.allCases.map(\.rawValue)) {
                $0.segment.stay.rawValue
            },
            ExportColumn(
                "unit", "単位", "Unit", isRequired: true, allowed: StatisticalUnit.allCases.map(\.rawValue)
            ) { $0.unit.rawValue },
            ExportColumn("value", "値", "Value", .number) { $0.value?.description ?? "" },
            ExportColumn("status", "状態", "Status", isRequired: true, allowed: statuses) { $0.status.rawValue },
            ExportColumn("reported", "報告済み件数", "Counts in", .integer, isRequired: true) {
                String($0.coverage.reported)
            },
            ExportColumn("expected", "報告予定件数", "Counts expected", .integer, isRequired: true) {
                String($0.coverage.expected)
            },
            ExportColumn("not_yet_due", "未到来件数", "Counts not yet due", .integer, isRequired: true) {
                String($0.coverage.notYetDue)
            },
        ]
    }

    var gapColumns: [ExportColumn<ExportedGap>] {
        let content = content
        let language = content.language
        return [
            ExportColumn("id", "数値ID", "Figure id", isRequired: true) { $0.figure.id },
            ExportColumn("place", "場所ID", "Place id", isRequired: true) { $0.missing.place },
            ExportColumn("place_name", "場所名", "Place") { content.placeName($0.missing.place)(language) },
            ExportColumn("month", "年月", "Month", isRequired: true) { $0.missing.month.id },
            ExportColumn("market", "国・地域ID", "Market id") { $0.missing.market ?? "" },
            ExportColumn(
                "status", "欠測の理由", "Why it is missing", isRequired: true,
                allowed: ObservationStatus.allCases.filter { !$0.hasValue }.map(\.rawValue)
            ) { $0.missing.status.rawValue },
        ]
    }

    var gaps: [ExportedGap] {
        content.figures.flatMap { figure in figure.coverage.missing.map { ExportedGap(figure: figure, missing: $0) } }
    }

    /// Both tables, the figures first.
    func files(byTitle: Bool, startsWithByteOrderMark: Bool) -> [ExportFile] {
        [
            ExportFile(
                name: "figures.csv",
                text: text(content.figures, figureColumns, byTitle: byTitle, startsWithByteOrderMark: startsWithByteOrderMark)),
            ExportFile(
                name: "missing-reports.csv",
                text: text(gaps, gapColumns, byTitle: byTitle, startsWithByteOrderMark: startsWithByteOrderMark)),
        ]
    }

    /// Writes rows under one row of heads.
    private func text<Row>(
        _ rows: [Row], _ columns: [ExportColumn<Row>], byTitle: Bool, startsWithByteOrderMark: Bool
    ) -> String {
        var writer = DelimitedTextWriter(startsWithByteOrderMark: startsWithByteOrderMark)
        writer.append(columns.map { byTitle ? $0.title(content.language) : $0.name })
        // A line break inside a cell is for looks, and breaks programs that read line by line.
        for row in rows {
            writer.append(columns.map { HarmlessText.line($0.value(row), .prose) })
        }
        return writer.text
    }
}

extension ExportContent {
    /// The official code of a place, or of the nearest place around it that has one.
    fileprivate func areaCode(of id: String) -> String {
        var (place, steps) = (places[id], 0)
        while let current = place, steps < 32 {
            if let code = current.code { return code }
            place = current.parent.flatMap { places[$0] }
            steps += 1
        }
        return ""
    }
}
