import Diagnostics
import Languages
import Reporting
import VisitorLedger
import VisitorModel

/// Counts a figure was added up from, as a passport tells them: one, or many of one place and file, or of one file.
struct PassportInputGroup {
    /// How many lines are still read one by one; a year of thirty places stays below.
    static let readableLines = 400

    /// How the counts are put together.
    enum Folding {
        /// Each stands for itself.
        case none
        /// Those of a place from one load are one line.
        case placeAndFile
        /// Those from one load are one line.
        case file
    }

    private let first: RecordedObservation
    private(set) var count = 1
    private var places: Set<String>
    private var periods: (first: Period, last: Period)
    private var rows: ClosedRange<Int>
    private var column: Int?
    private var sum: ExactDecimal?
    private var isKeptBack: Bool

    private init(_ entry: RecordedObservation, isKeptBack: Bool) {
        let origin = entry.observation.provenance
        first = entry
        places = [entry.observation.series.place]
        periods = (entry.observation.period, entry.observation.period)
        rows = origin.firstRow...max(origin.firstRow, origin.lastRow)
        column = origin.column
        sum = entry.observation.value.number
        self.isKeptBack = isKeptBack
    }

    private mutating func add(_ entry: RecordedObservation, isKeptBack: Bool) {
        let (observation, origin) = (entry.observation, entry.observation.provenance)
        count += 1
        if observation.series.place != first.observation.series.place { places.insert(observation.series.place) }
        periods = (min(periods.first, observation.period), max(periods.last, observation.period))
        rows = min(rows.lowerBound, origin.firstRow)...max(rows.upperBound, origin.lastRow)
        if column != origin.column { column = nil }
        sum = sum.flatMap { sum in observation.value.number.flatMap { sum.adding($0) } }
        self.isKeptBack = self.isKeptBack || isKeptBack
    }

    /// The counts, put together as far as needed to be read.
    ///
    /// - Parameter cells: Counts whose numbers are kept back in a published report.
    static func readable(
        _ inputs: [RecordedObservation], keepingBack cells: Set<KeptBackCell>
    ) -> (groups: [PassportInputGroup], folding: Folding) {
        guard inputs.count > readableLines else { return (each(inputs, keepingBack: cells), .none) }
        if let groups = folded(inputs, by: { PlaceAndLoad(place: $0.observation.series.place, load: $0.load) }, cells) {
            return (groups, .placeAndFile)
        }
        return (folded(inputs, by: \.load, atMost: .max, cells) ?? [], .file)
    }

    /// Every count by itself.
    static func each(
        _ inputs: [RecordedObservation], keepingBack cells: Set<KeptBackCell>
    ) -> [PassportInputGroup] {
        inputs.map { PassportInputGroup($0, isKeptBack: !cells.isEmpty && cells.contains(KeptBackCell($0.observation))) }
    }

    private static func folded<Key: Hashable>(
        _ inputs: [RecordedObservation], by key: (RecordedObservation) -> Key, atMost limit: Int = readableLines,
        _ cells: Set<KeptBackCell>
    ) -> [PassportInputGroup]? {
        var groups: [PassportInputGroup] = []
        var known: [Key: Int] = [:]
        for entry in inputs {
            let key = key(entry)
            // A sum beside other sums could tell what is kept back elsewhere; then none is told.
            if let index = known[key] {
                groups[index].add(entry, isKeptBack: !cells.isEmpty)
            } else {
                if groups.count == limit { return nil }
                known[key] = groups.count
                groups.append(
                    PassportInputGroup(
                        entry, isKeptBack: !cells.isEmpty && cells.contains(KeptBackCell(entry.observation))))
            }
        }
        return groups
    }

    /// The line of a passport.
    func line(
        in language: Language, placeName: (String) -> BilingualText, marketName: (String) -> BilingualText
    ) -> FigureInput {
        let observation = first.observation
        let isSingleRow = rows.lowerBound == rows.upperBound
        let market =
            count > 1 ? "" : observation.series.segment.market.map { " " + marketName($0)(language) } ?? ""
        let place =
            places.count > 1
            ? BilingualText(ja: "\(places.count)地点", en: "\(places.count) places")(language)
            : placeName(observation.series.place)(language)
        let letters = column.map { SourcePosition.columnLetters($0) + (isSingleRow ? "\(rows.lowerBound)" : "") }
        return FigureInput(
            place: place + market, period: period(language), value: value(language), file: first.fileName,
            row: isSingleRow ? "\(rows.lowerBound)" : "\(rows.lowerBound)–\(rows.upperBound)",
            cell: letters ?? (count > 1 ? "" : observation.provenance.path ?? ""), hash: String(first.sha256.prefix(12)),
            count: count)
    }

    private func period(_ language: Language) -> String {
        guard periods.first != periods.last else { return periods.first.label(language) }
        let (from, to) = (periods.first.label, periods.last.label)
        return BilingualText(ja: "\(from.ja)～\(to.ja)", en: "\(from.en) to \(to.en)")(language)
    }

    private func value(_ language: Language) -> String {
        if isKeptBack { return count > 1 ? "" : ObservationStatus.suppressed.name(language) }
        guard let sum else { return count > 1 ? "" : first.observation.value.status.name(language) }
        return sum.whole.map { NumberFormat(language: language).count($0) } ?? sum.description
    }
}

private struct PlaceAndLoad: Hashable {
    let place: String
    let load: Int
}

extension PassportInputGroup.Folding {
    /// What a passport says of it: how many counts there are, and how each is listed.
    func notice(of id: String, count: Int, _ numbers: NumberFormat) -> BilingualText? {
        let how: BilingualText
        switch self {
        case .none: return nil
        case .placeAndFile: how = BilingualText(ja: "場所とファイルごと", en: "by place and file")
        case .file: how = BilingualText(ja: "ファイルごと", en: "by file")
        }
        let written = numbers.count(count)
        return BilingualText(
            ja: "もとの数値は\(written)件あり、\(how.ja)にまとめて示します。1件ずつ見るには dmo explain '\(id)' --rows",
            en: "\(written) counts are behind it, put together \(how.en). Each of them: dmo explain '\(id)' --rows")
    }
}
