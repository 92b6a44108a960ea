import Diagnostics
import Languages

extension Diagnostic {
    static func missing(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "value.missing", position: position, value: "",
            message: BilingualText(ja: "値がありません。", en: "There is no value."),
            remedy: BilingualText(
                ja: "提供元に確認してください。空欄が「未報告」などを意味するなら、profile の symbols に \"\": not-reported と書きます。",
                en: "Ask the supplier. If an empty cell means “not reported”, write \"\": not-reported under symbols in the profile."))
    }

    static func unknownLabel(
        _ label: String, isPlace: Bool, among names: [String], at position: SourcePosition
    ) -> Diagnostic {
        let near = closestNames(to: label, among: names)
        let remedy: BilingualText
        if near.isEmpty {
            remedy = BilingualText(
                ja: isPlace
                    ? "destination.yaml に場所か別名（aliases）として加えるか、ファイルを直してください。"
                    : "profile の map か destination.yaml に加えるか、ファイルを直してください。",
                en: isPlace
                    ? "Add it to destination.yaml as a place or an alias, or mend the file."
                    : "Add it to the profile's map or to destination.yaml, or mend the file.")
        } else {
            remedy = BilingualText(
                ja: "もしかして: \(near.joined(separator: "、"))。正しい表記なら別名として登録してください。",
                en: "Did you mean \(near.joined(separator: ", "))? If it is right as it stands, add it as an alias.")
        }
        return Diagnostic(
            code: isPlace ? "place.unknown" : "label.unknown", position: position, value: label,
            message: isPlace
                ? BilingualText(ja: "知らない場所です。", en: "This place is not known.")
                : BilingualText(ja: "知らない区分・名前です。", en: "This label is not known."),
            remedy: remedy)
    }

    static func ambiguous(_ label: String, _ meanings: [String], at position: SourcePosition) -> Diagnostic {
        let list = meanings.joined(separator: ", ")
        return Diagnostic(
            code: "label.ambiguous", position: position, value: label,
            message: BilingualText(
                ja: "この名前にあたるものが複数あります（\(list)）。", en: "Several things have this name (\(list))."),
            remedy: BilingualText(
                ja: "profile の map でどれかを決めるか、within で範囲を絞ってください。",
                en: "Decide in the profile's map, or narrow the search with within."))
    }

    static func tooFewCells(_ found: Int, of expected: Int, at position: SourcePosition, value: String) -> Diagnostic {
        Diagnostic(
            code: "row.too-few-cells", position: position, value: value,
            message: BilingualText(
                ja: "セルが足りません（\(found) 個。見出しは \(expected) 個）。",
                en: "The row has too few cells (\(found); the header has \(expected))."),
            remedy: BilingualText(
                ja: "区切り文字が抜けていないか、行が途中で切れていないか確認してください。",
                en: "Check for a missing delimiter or a row that was cut off."))
    }

    static func tooManyCells(_ found: Int, of expected: Int, at position: SourcePosition, value: String) -> Diagnostic {
        Diagnostic(
            code: "row.too-many-cells", position: position, value: value,
            message: BilingualText(
                ja: "セルが多すぎます（\(found) 個。見出しは \(expected) 個）。",
                en: "The row has too many cells (\(found); the header has \(expected))."),
            remedy: BilingualText(
                ja: "桁区切りのコンマがある数は \"12,345\" のように引用符で囲んでください。",
                en: "Put a number with thousands separators in quotes: \"12,345\"."))
    }
}
