import ByteStreams
import CSVReading
import Diagnostics
import Languages
import PipelineDefinition
import VisitorMetrics
import VisitorModel

/// A survey's parameters as a table: one row a segment and quarter.
///
/// Columns: `quarter` (2018-Q1), `origin`, `stay`, `purpose`, `respondents`, `mean-places`, and where known
/// `sd-places`, `unit-spend`, `sd-spend`. A table that cannot be used in full is refused, since a segment that is
/// missing would be taken for one that nobody belongs to.
struct SurveyTable {
    let waves: [Quarter: SurveyWave]
    let sha256: String

    init(path: String, displayName: String) throws(DiagnosticsError) {
        var rows: [(texts: [String], position: SourcePosition)] = []
        do throws(CSVReadingError) {
            var reader = try CSVRecordReader(path: path, displayName: displayName, encoding: nil, delimiter: 0x2C)
            sha256 = reader.hash.hexadecimal
            while let record = try reader.next() {
                let texts = try record.texts()
                if record.isBlank || texts.first?.hasPrefix("#") ?? true { continue }
                rows.append((texts, record.position()))
            }
        } catch {
            throw DiagnosticsError(error.diagnostic)
        }
        let header = rows.first?.texts.map { String($0.filter { $0 != "\u{FEFF}" }) } ?? []
        let needed = ["quarter", "origin", "stay", "purpose", "respondents", "mean-places"]
        guard needed.allSatisfy(header.contains) else {
            throw DiagnosticsError(.noColumns(needed.filter { !header.contains($0) }, displayName))
        }
        var samples: [(quarter: Quarter, sample: SegmentSample)] = []
        var problems: [Diagnostic] = []
        for (texts, position) in rows.dropFirst() {
            let row = Row(texts: texts, header: header)
            if let quarter = row.quarter, let sample = row.sample {
                samples.append((quarter, sample))
            } else {
                problems.append(.badRow(texts, at: position))
            }
        }
        var waves: [Quarter: SurveyWave] = [:]
        for quarter in Set(samples.map(\.quarter)).sorted() {
            do throws(SurveyWave.Fault) {
                waves[quarter] = try SurveyWave(quarter, samples.filter { $0.quarter == quarter }.map(\.sample))
            } catch {
                problems.append(.badWave(quarter, error, displayName))
            }
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
        self.waves = waves
    }

    private struct Row {
        let texts: [String]
        let header: [String]

        func text(_ column: String) -> String? {
            guard let index = header.firstIndex(of: column), texts.indices.contains(index), !texts[index].isEmpty else {
                return nil
            }
            return texts[index]
        }

        var quarter: Quarter? {
            guard case .quarter(let quarter)? = text("quarter").flatMap({ Period(id: $0) }) else { return nil }
            return quarter
        }

        var sample: SegmentSample? {
            guard let origin = text("origin").flatMap({ SurveySegment.Origin(rawValue: $0) }),
                let stay = text("stay").flatMap({ SurveySegment.Stay(rawValue: $0) }),
                let purpose = text("purpose").flatMap({ SurveySegment.Purpose(rawValue: $0) }),
                let respondents = text("respondents").flatMap({ Int($0) }),
                let places = text("mean-places").flatMap({ ExactDecimal($0) })
            else { return nil }
            // A number that is there and cannot be read must not pass for one that is not known.
            let optional = ["sd-places", "unit-spend", "sd-spend"].map { column in
                text(column).map { ExactDecimal($0) }
            }
            guard !optional.contains(where: { $0 == .some(nil) }) else { return nil }
            return SegmentSample(
                SurveySegment(origin, stay, purpose), respondents: respondents, meanPlaces: places,
                placesDeviation: optional[0] ?? nil, unitSpend: optional[1] ?? nil, spendDeviation: optional[2] ?? nil)
        }
    }
}

extension MetricParameters {
    /// Reads the tables that definitions name.
    ///
    /// - Throws: `DiagnosticsError` with every problem.
    init(_ definitions: [ParameterDefinition], in folder: WorkspaceFolder) throws(DiagnosticsError) {
        self.init()
        var problems: [Diagnostic] = []
        for definition in definitions {
            switch definition.content {
            case .yearly(let values):
                yearly[definition.id] = Yearly(
                    titles: definition.titles, source: definition.source, origin: definition.origin, values: values)
            case .dayWeights(let saturday, let off):
                dayWeights[definition.id] = PeriodComparison.Weighting(
                    titles: definition.titles, source: definition.source, origin: definition.origin,
                    weights: DayWeights(saturday: saturday, sundayOrHoliday: off))
            case .survey(let file, let designEffect):
                do throws(DiagnosticsError) {
                    let table = try SurveyTable(
                        path: folder.definitionsPath + "/" + file, displayName: "Pipelines/" + file)
                    surveys[definition.id] = Survey(
                        titles: definition.titles, source: definition.source, origin: definition.origin, file: file,
                        sha256: table.sha256, waves: table.waves, designEffect: designEffect.approximate)
                } catch {
                    problems += error.diagnostics
                }
            }
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
    }
}

extension Diagnostic {
    fileprivate static func noColumns(_ names: [String], _ file: String) -> Diagnostic {
        let list = names.joined(separator: ", ")
        return Diagnostic(
            code: "survey.no-columns", position: SourcePosition(file: file), value: list,
            message: BilingualText(ja: "調査の表に列「\(list)」がありません。", en: "The survey's table lacks the columns \(list)."))
    }

    fileprivate static func badRow(_ texts: [String], at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "survey.bad-row", position: position, value: texts.joined(separator: ","),
            message: BilingualText(ja: "調査の表のこの行を読めません。", en: "This row of the survey's table cannot be read."),
            remedy: BilingualText(
                ja: "例: 2018-Q1,out-of-prefecture,overnight,sightseeing,120,3.1,1.6,25000,15000",
                en: "For example: 2018-Q1,out-of-prefecture,overnight,sightseeing,120,3.1,1.6,25000,15000"))
    }

    fileprivate static func badWave(_ quarter: Quarter, _ fault: SurveyWave.Fault, _ file: String) -> Diagnostic {
        Diagnostic(
            code: "survey.bad-wave", position: SourcePosition(file: file), value: quarter.id, message: fault.text)
    }
}
