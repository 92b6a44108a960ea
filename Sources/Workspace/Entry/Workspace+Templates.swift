public import Diagnostics
import FoundationEssentials
import Languages
import PipelineDefinition
import Reporting
public import VisitorLedger
public import VisitorModel

/// A form a facility fills in.
public struct ReportForm: Sendable, Hashable {
    /// The form's file.
    public var path: String
    /// The definition files that were added so that `dmo load` reads it back.
    public var addedDefinitions: [String]
}

extension Workspace {
    /// Writes the form a place fills in, and, the first time, the profile and the pipeline that read it back.
    ///
    /// The form is a flat table that survives Excel: year and month in columns of their own, the place by its identifier,
    /// one empty cell a month. What stays empty is not reported, and is no zero.
    ///
    /// - Parameters:
    ///   - place: The place.
    ///   - measure: What is asked for.
    ///   - months: The months asked for.
    ///   - path: The file; `nil` for `forms/form-MEASURE-PLACE-….csv`.
    /// - Throws: `DiagnosticsError` for names nobody defined, or when a file cannot be written.
    public func writeForm(
        for place: String, measure: String, months: [Month], to path: String? = nil
    ) throws(DiagnosticsError) -> ReportForm {
        let destination = definition.destination
        guard let described = destination.places[place] else {
            throw DiagnosticsError(
                .unknownHere(place, BilingualText(ja: "場所", en: "place"), among: destination.places.places.map(\.id)))
        }
        guard let asked = destination.measure(measure) else {
            throw DiagnosticsError(
                .unknownHere(measure, BilingualText(ja: "指標", en: "measure"), among: destination.measures.map(\.id)))
        }
        var writer = DelimitedTextWriter()
        writer.append(Self.formHeader)
        for month in months {
            writer.append([
                place, described.names.ja, String(month.year), String(month.number), "", "", "",
            ])
        }
        let span = months.first.map { $0.id + (months.count > 1 ? "_" + (months.last?.id ?? "") : "") } ?? ""
        let target = path ?? folder.path + "/forms/form-\(measure)-\(place)-\(span).csv"
        if path == nil { try createFolder(folder.path + "/forms") }
        try write(Data(writer.text.utf8), to: target)
        var added: [String] = []
        for file in Self.formDefinitions(of: asked) where !FileManager.default.fileExists(atPath: folder.definitionsPath + "/" + file.path) {
            try createFolder(folder.definitionsPath + "/profiles")
            try write(Data(file.text.utf8), to: folder.definitionsPath + "/" + file.path)
            added.append(file.path)
        }
        return ReportForm(path: target, addedDefinitions: added)
    }

    /// The month after the last one a place reported; before its first report, April of the present fiscal year.
    ///
    /// - Throws: `LedgerError`.
    public func nextMonth(toReport measure: String, by place: String) throws(LedgerError) -> Month? {
        let reported =
            try readLedger()?.observations(
                matching: ObservationQuery(measures: [measure], places: [place], kinds: [.month])
            ).filter { $0.observation.value.number != nil }.map(\.observation.period.lastMonth).max()
        let today = now.day(minutesAheadOfUTC: Timestamp.minutesOfJapan)?.month
        return reported?.advanced(by: 1) ?? today.flatMap { $0.fiscalYear.months.first }
    }

    private static let formHeader = ["場所ID", "場所", "年", "月", "人数", "記入者", "備考"]

    private static func formDefinitions(of measure: DestinationDefinition.Measure) -> [(path: String, text: String)] {
        let profile = """
            # yaml-language-server: $schema=../schemas/profile.schema.json
            # The form that dmo template writes. An empty cell is not reported, and no zero.
            profile: form-\(measure.id)
            title: { ja: 報告用紙, en: Report form }
            data: reported
            read: { format: csv }
            columns:
              month: { type: month, year: { from: 年 }, month: { from: 月 } }
              place: { type: place, from: 場所ID }
              visitors: { type: count, from: 人数, unit: \(measure.unit.rawValue), symbols: { "": not-reported } }

            """
        let pipeline = """
            # yaml-language-server: $schema=schemas/pipeline.schema.json
            # Reads the form back; months left empty are set aside.
            pipeline: form-\(measure.id)
            title: { ja: 報告用紙, en: Report form }
            source: { profile: form-\(measure.id), files: "form-\(measure.id)-*.csv" }
            stages:
              - filter: { where: "visitors >= 0" }
            output:
              ledger: { measure: \(measure.id), unit: \(measure.unit.rawValue), place: place, period: month, value: visitors }

            """
        return [("profiles/form-\(measure.id).yaml", profile), ("form-\(measure.id).yaml", pipeline)]
    }
}
