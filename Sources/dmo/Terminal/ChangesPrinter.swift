import Languages
import Reporting
import VisitorLedger
import VisitorMetrics
import VisitorModel
import Workspace

/// What moved since a publication, for a council paper and for machines.
struct ChangesPrinter {
    let changes: ChangesSince
    let workspace: Workspace
    let language: Language

    private var numbers: NumberFormat { NumberFormat(language: language) }

    /// How many figures moved, since when.
    var headline: BilingualText {
        let publication = changes.publication
        return BilingualText(
            ja: "公表 \(publication.id) 番（\(publication.span.label.ja)分、\(publication.recordedAt)、\(publication.by)）から、"
                + "\(changes.figures) 件中 \(changes.changes.count) 件の数値が変わりました。",
            en: "Since publication \(publication.id) (\(publication.span.label.en), "
                + "\(publication.recordedAt), \(publication.by)) \(changes.changes.count) of \(changes.figures) figures moved.")
    }

    /// That definitions changed, too.
    var notices: [String] {
        guard !changes.changedDefinitions.isEmpty else { return [] }
        let list = changes.changedDefinitions.joined(separator: ", ")
        return [BilingualText(ja: "定義も変わりました: \(list)", en: "Definitions changed as well: \(list)")(language)]
    }

    /// One row a figure that moved.
    var figures: ReportTable {
        ReportTable(
            caption: Words.figures(language),
            columns: [
                ReportColumn(Words.figure(language)), ReportColumn(Words.published(language), kind: .count),
                ReportColumn(Words.now(language), kind: .count), ReportColumn(Words.difference(language), kind: .count),
                ReportColumn(Words.coverage(language)), ReportColumn(Words.because(language)),
            ],
            rows: changes.changes.map { change in
                let files = change.causes.map(\.file).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
                let coverage = change.figure.map { "\($0.coverage.reported)/\($0.coverage.expected)" } ?? "–"
                return ReportRow(
                    label(change),
                    [
                        cell(change.old), cell(change.new), cell(change.difference, isSigned: true),
                        ReportCell("\(change.published.reported)/\(change.published.expected) → \(coverage)"),
                        ReportCell(files.prefix(3).joined(separator: ", ") + (files.count > 3 ? " …" : "")),
                    ])
            })
    }

    /// One row a count that moved.
    var counts: ReportTable {
        ReportTable(
            caption: Words.counts(language),
            columns: [
                ReportColumn(Words.place(language)), ReportColumn(Words.period(language)),
                ReportColumn(Words.published(language), kind: .count), ReportColumn(Words.now(language), kind: .count),
                ReportColumn(Words.file(language)), ReportColumn(Words.when(language)), ReportColumn(Words.reason(language)),
            ],
            rows: changes.moved.map { count in
                ReportRow(
                    workspace.placeName(count.series.place)(language),
                    [
                        ReportCell(count.period.label(language)), value(count.old), value(count.new),
                        ReportCell(count.file), ReportCell(count.recordedAt.description), ReportCell(reason(count)),
                    ])
            })
    }

    private func label(_ change: ChangesSince.Change) -> String {
        guard let figure = change.figure else { return change.published.id }
        return "\(workspace.placeName(figure.place)(language)) \(figure.period.label(language))"
    }

    private func reason(_ count: ChangesSince.MovedCount) -> String {
        if let withdrawal = count.withdrawal {
            return Words.withdrawn(language) + withdrawal.reason
        }
        return count.old == nil ? Words.added(language) : Words.revised(language)
    }

    private func value(_ value: ObservedValue?) -> ReportCell {
        guard let value else { return ReportCell("–") }
        guard value.number != nil else { return ReportCell(value.status.name(language)) }
        return cell(value.number)
    }

    private func cell(_ number: ExactDecimal?, isSigned: Bool = false) -> ReportCell {
        guard let number else { return ReportCell("–") }
        let text = number.whole.map { isSigned ? numbers.signedCount($0) : numbers.count($0) } ?? number.description
        return ReportCell(text, exact: number.description)
    }

    /// Everything for machines.
    var json: JSONValue {
        func count(_ moved: ChangesSince.MovedCount) -> JSONValue {
            [
                "measure": .string(moved.series.measure), "place": .string(moved.series.place),
                "segment": .string(moved.series.segment.id), "vintage": .string(moved.series.vintage),
                "period": .string(moved.period.id), "old": .exact(moved.old?.number),
                "oldStatus": .optional(moved.old?.status.rawValue), "new": .exact(moved.new?.number),
                "newStatus": .optional(moved.new?.status.rawValue), "file": .string(moved.file),
                "load": .integer(moved.load), "recordedAt": .string(moved.recordedAt.description),
                "withdrawn": .optional(moved.withdrawal?.reason),
            ]
        }
        return [
            "schema": "dmo.changes/1", "publication": PublicationsPrinter.json(changes.publication),
            "figures": .array(
                changes.changes.map { change in
                    [
                        "id": .string(change.published.id), "published": .exact(change.old), "now": .exact(change.new),
                        "difference": .exact(change.difference), "causes": .array(change.causes.map(count)),
                    ]
                }),
            "counts": .array(changes.moved.map(count)),
            "definitions": .array(changes.changedDefinitions.map { .string($0) }),
        ]
    }

    private enum Words {
        static let figures = BilingualText(ja: "変わった数値", en: "Figures that moved")
        static let counts = BilingualText(ja: "その原因", en: "What moved them")
        static let figure = BilingualText(ja: "数値", en: "figure")
        static let published = BilingualText(ja: "公表値", en: "published")
        static let now = BilingualText(ja: "現在", en: "now")
        static let difference = BilingualText(ja: "差", en: "difference")
        static let coverage = BilingualText(ja: "報告", en: "reports")
        static let because = BilingualText(ja: "原因のファイル", en: "because of")
        static let place = BilingualText(ja: "場所", en: "place")
        static let period = BilingualText(ja: "期間", en: "period")
        static let file = BilingualText(ja: "ファイル", en: "file")
        static let when = BilingualText(ja: "記録(UTC)", en: "recorded (UTC)")
        static let reason = BilingualText(ja: "理由", en: "why")
        static let withdrawn = BilingualText(ja: "取消: ", en: "withdrawn: ")
        static let added = BilingualText(ja: "追加", en: "added")
        static let revised = BilingualText(ja: "改訂", en: "revised")
    }
}

/// The publications as a table and for machines.
struct PublicationsPrinter {
    let publications: [Publication]
    let language: Language

    var table: ReportTable {
        ReportTable(
            caption: BilingualText(ja: "公表の一覧", en: "Publications")(language),
            columns: [
                ReportColumn("No."), ReportColumn(BilingualText(ja: "日時(UTC)", en: "time (UTC)")(language)),
                ReportColumn(BilingualText(ja: "期間", en: "period")(language)),
                ReportColumn(BilingualText(ja: "公表者", en: "by")(language)),
                ReportColumn(BilingualText(ja: "備考", en: "note")(language)),
            ],
            rows: publications.map { publication in
                ReportRow(
                    String(publication.id),
                    [publication.recordedAt.description, publication.span.id, publication.by, publication.note].map {
                        ReportCell($0)
                    })
            })
    }

    var json: JSONValue { ["schema": "dmo.publications/1", "publications": .array(publications.map(Self.json))] }

    static func json(_ publication: Publication) -> JSONValue {
        [
            "id": .integer(publication.id), "recordedAt": .string(publication.recordedAt.description),
            "by": .string(publication.by), "month": .string(publication.month.id),
            "year": publication.year.map { .integer($0.number) } ?? .null,
            "target": .optional(publication.target), "languages": .array(publication.languages.map { .string($0) }),
            "formats": .array(publication.formats.map { .string($0) }), "product": .string(publication.product),
            "note": .string(publication.note),
        ]
    }
}

extension Publication {
    /// What the report is about: its month, or its year.
    fileprivate var span: Period { year.map(Period.calendarYear) ?? .month(month) }
}
