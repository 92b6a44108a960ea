import Diagnostics
import Languages
import OfficeTables
import VisitorModel

/// What a person must decide before a draft reads a file, or should look at once it does.
struct DraftDoubts {
    private let inspection: FileInspection
    private let knownPlaces: [String]

    init(_ inspection: FileInspection, knownPlaces: [String]) {
        self.inspection = inspection
        self.knownPlaces = knownPlaces
    }

    /// The doubts, those that stop reading first.
    var diagnostics: [Diagnostic] {
        guard let guess = inspection.guess else { return [] }
        var doubts: [Diagnostic] = []
        if inspection.draft?.canRead == false {
            doubts.append(doubt("inspect.no-period", Self.noPeriod, severity: .error))
        }
        if inspection.draft?.canRead == false, guess.across == .nothing, guess.columns(.value).isEmpty {
            doubts.append(doubt("inspect.no-value", Self.noValue, severity: .error))
        }
        doubts += places
        doubts += marks(guess)
        doubts += values
        if guess.unit == nil { doubts.append(doubt("inspect.unit-unknown", Self.noUnit, severity: .notice)) }
        if inspection.draft?.ignoresOtherPlaces == true {
            doubts.append(doubt("inspect.places-elsewhere", Self.placesElsewhere, severity: .notice))
        }
        if let trial = inspection.trial { doubts += held(trial) }
        if inspection.draft?.hasDuplicates == true {
            doubts.append(doubt("inspect.duplicates", Self.duplicates, severity: .warning))
        }
        return doubts
    }

    private func doubt(
        _ code: String, _ words: (message: BilingualText, remedy: BilingualText), severity: Diagnostic.Severity,
        value: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            code: code, severity: severity, position: SourcePosition(file: inspection.file.displayName), value: value,
            message: words.message, remedy: words.remedy)
    }

    private var places: [Diagnostic] {
        guard let trial = inspection.trial, !trial.unknownPlaces.isEmpty else { return [] }
        return trial.unknownPlaces.sorted { $0.rows > $1.rows }.prefix(10).map { label, rows in
            let near = closestNames(to: label, among: knownPlaces)
            let hint = near.isEmpty ? "" : near.joined(separator: ", ")
            return doubt(
                "inspect.place-unknown",
                (
                    BilingualText(ja: "知らない場所です（\(rows) 行）。", en: "This place is not known (\(rows) rows)."),
                    near.isEmpty
                        ? BilingualText(
                            ja: "destination.yaml に加えるか、ほかの観光地なら列に unknown: ignore を書いてください。",
                            en:
                                "Add it to destination.yaml; if it lies elsewhere, write unknown: ignore for the column."
                        )
                        : BilingualText(
                            ja: "もしかして: \(hint)。同じなら別名に加えてください。", en: "Did you mean \(hint)? If so, add it as an alias."
                        )
                ), severity: .warning, value: label)
        }
    }

    private func marks(_ guess: SheetGuess) -> [Diagnostic] {
        guess.marks.sorted { $0.key < $1.key }.map { mark, count in
            doubt(
                "inspect.mark-undecided",
                (
                    mark.isEmpty
                        ? BilingualText(
                            ja: "数値の列に空欄が \(count) あります（調べた行のうち）。",
                            en: "In the columns of numbers, cells are empty: \(count) (of the rows looked at).")
                        : BilingualText(
                            ja: "記号「\(mark)」が \(count) あります（調べた行のうち）。",
                            en: "The mark “\(mark)” stands in cells: \(count) (of the rows looked at)."),
                    BilingualText(
                        ja:
                            "意味を決めて、value の symbols に書いてください（zero、not-reported、not-surveyed、suppressed、not-applicable、below-unit）。",
                        en:
                            "Decide what it means and write it under symbols of value: zero, not-reported, not-surveyed, suppressed, not-applicable or below-unit."
                    )
                ), severity: .warning, value: mark)
        }
    }

    private var values: [Diagnostic] {
        guard let draft = inspection.draft, let value = draft.value, !draft.otherValues.isEmpty else { return [] }
        let rivals = draft.otherValues.filter { $0.confidence >= value.confidence - 0.1 }.prefix(6).map(\.label)
        guard !rivals.isEmpty else { return [] }
        let list = rivals.joined(separator: ", ")
        return [
            doubt(
                "inspect.several-values",
                (
                    BilingualText(
                        ja: "数値の列が複数あります。「\(value.label)」を採りました。",
                        en: "Several columns hold numbers; “\(value.label)” was taken."),
                    BilingualText(
                        ja: "ほかの候補: \(list)。違うなら value の from を書き換えてください。",
                        en: "Others: \(list). If another is meant, change from under value.")
                ), severity: .notice, value: value.label)
        ]
    }

    private func held(_ trial: FileInspection.Trial) -> [Diagnostic] {
        var counts: [String: (count: Int, first: Diagnostic)] = [:]
        for diagnostic in trial.outcome.held.flatMap(\.diagnostics) where diagnostic.code != "place.unknown" {
            counts[diagnostic.code, default: (0, diagnostic)].count += 1
        }
        return counts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { _, held in
            var first = held.first
            first.message = BilingualText(
                ja: first.message.ja + "（同じ種類 \(held.count) 件）", en: first.message.en + " (\(held.count) of this kind)")
            return first
        } + trial.outcome.notes.filter { $0.severity > .notice }.prefix(10)
    }

    private static let noPeriod = (
        message: BilingualText(ja: "期間（年や月）がどこにあるか分かりません。", en: "It is not clear where the period stands."),
        remedy: BilingualText(
            ja: "表題に「平成25年度」のように書いてもらうか、profile に year: { fixed: \"2013\" } のように書いてください。",
            en: "Ask for a title such as 平成25年度, or write year: { fixed: \"2013\" } in the profile.")
    )
    private static let noValue = (
        message: BilingualText(ja: "数値の列が見つかりません。", en: "No column of numbers was found."),
        remedy: BilingualText(ja: "profile の value に列名を書いてください。", en: "Name the column under value in the profile.")
    )
    private static let placesElsewhere = (
        message: BilingualText(
            ja: "登録のない場所が多数あります。ほかの地域とみなし、対象外にしました。",
            en: "Many of its places are not known here; they were taken to lie elsewhere and set aside."),
        remedy: BilingualText(
            ja: "この観光地の場所が漏れていないか確認し、あれば destination.yaml に加えてください。",
            en: "Check that no place of yours is among them; add those to destination.yaml.")
    )
    private static let noUnit = (
        message: BilingualText(
            ja: "単位がどこにも書かれていません。人地点（延べ）と仮定しました。", en: "No unit is stated anywhere; person-spots was assumed."),
        remedy: BilingualText(
            ja: "提供元に確かめ、value の unit を直してください。千人・万人なら scale も書きます。",
            en: "Ask the supplier and correct unit under value; for thousands add scale.")
    )
    private static let duplicates = (
        message: BilingualText(ja: "同じ場所・期間の行が複数あります。", en: "Some rows have the same place and period."),
        remedy: BilingualText(
            ja: "区分の列が抜けていないか確認し、追記された訂正なら duplicates を last にしてください。",
            en:
                "Check whether a column that tells them apart is missing; if later rows mend earlier ones, write duplicates: last."
        )
    )
}
