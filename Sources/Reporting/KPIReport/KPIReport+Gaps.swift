import Languages
import VisitorMetrics
import VisitorModel

extension KPIReportWriter {
    /// What is missing, and what was changed of late.
    var gapsSection: ReportSection {
        let missing: ReportBlock =
            input.missing.isEmpty ? .paragraph(text(KPIWording.nothingMissing)) : .table(missingTable)
        let revisions: ReportBlock =
            input.revisions.isEmpty ? .paragraph(text(KPIWording.nothingRevised)) : .table(revisionsTable)
        let summary: [ReportBlock] = coverageSummary.map { [.paragraph(text($0))] } ?? []
        let coverage = summary + (coverageChart.map { [.chart($0)] } ?? [])
        return section("gaps", KPIWording.gaps, coverage + [missing, revisions], whenEmpty: KPIWording.nothingMissing)
    }

    private var missingTable: ReportTable {
        let hasMarkets = input.missing.contains { $0.market != nil }
        let titles = [KPIWording.place, KPIWording.month] + (hasMarkets ? [KPIWording.market] : []) + [FigureWording.status]
        return ReportTable(
            caption: text(KPIWording.missingCaption), columns: titles.map { ReportColumn(text($0)) },
            rows: input.missing.map { report in
                let market = hasMarkets ? [ReportCell(report.market.map { text(cells.markets($0)) } ?? "")] : []
                return ReportRow(
                    text(cells.places(report.place)),
                    [ReportCell(text(Period.month(report.month).label))] + market
                        + [.missing(text(report.status.name))])
            })
    }

    private var revisionsTable: ReportTable {
        let unit = unit.name(language)
        return ReportTable(
            caption: text(KPIWording.revisionsCaption),
            columns: [
                ReportColumn(text(KPIWording.place)), ReportColumn(text(FigureWording.period), kind: .period),
                ReportColumn(text(KPIWording.old), kind: self.unit.kind, unit: unit),
                ReportColumn(text(KPIWording.new), kind: self.unit.kind, unit: unit),
                ReportColumn(text(KPIWording.file)),
            ],
            rows: input.revisions.map { change in
                ReportRow(
                    text(cells.places(change.place)),
                    [
                        ReportCell(text(change.period.label)), revised(change.old), revised(change.new),
                        ReportCell(change.file),
                    ])
            })
    }

    /// A value with its status: a change from preliminary to final is news even where the number stays.
    private func revised(_ value: ObservedValue?) -> ReportCell {
        guard let value else { return cells.none }
        guard let number = value.number else { return .missing(text(value.status.name)) }
        var cell = cells.number(number)
        cell.status = text(value.status.name)
        return cell
    }

    /// Rows that wait for a decision.
    var heldSection: ReportSection {
        let table = ReportTable(
            caption: text(KPIWording.heldCaption),
            columns: [ReportColumn(text(KPIWording.file)), ReportColumn(text(KPIWording.rows), kind: .count)],
            rows: input.held.map { rows in
                ReportRow(rows.file, [ReportCell(format.count(rows.count), exact: String(rows.count))])
            })
        let blocks: [ReportBlock] =
            input.held.isEmpty ? [] : [.paragraph(text(KPIWording.heldNote)), .table(table)]
        return section("held", KPIWording.held, blocks, whenEmpty: KPIWording.nothingHeld)
    }

    /// What each figure means.
    var definitionsSection: ReportSection {
        let definitions = input.definitions.isEmpty ? [input.definition] : input.definitions
        let entries = definitions.map { definition in
            ReportDefinition(
                term: text(KPIWording.term(definition.titles, definition.id)),
                detail: text(KPIWording.meaning(definition.formula, definition.unit.name, definition.source)))
        }
        return section(
            "definitions", KPIWording.definitions, [.definitionList(entries + indicatorEntries)],
            whenEmpty: KPIWording.noFigures)
    }

    private var indicatorEntries: [ReportDefinition] {
        guard let target = input.progress?.target else { return [] }
        let entries = [
            KPIWording.goalEntry(target.titles, target.source), KPIWording.achievementEntry, KPIWording.progressEntry,
            KPIWording.pathEntry,
        ]
        return entries.map { ReportDefinition(term: $0.term(language), detail: $0.detail(language)) }
    }
}
