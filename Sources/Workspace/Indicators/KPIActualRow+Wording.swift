import Diagnostics
import Languages
import VisitorModel

extension Diagnostic {
    static func unknownIndicator(_ name: String, among known: [String], at position: SourcePosition) -> Diagnostic {
        let near = closestNames(to: name, among: known)
        let list = (near.isEmpty ? known : near).joined(separator: ", ")
        return Diagnostic(
            code: "kpi-actual.unknown-indicator", position: position, value: name,
            message: BilingualText(ja: "この名前の指標はありません。", en: "There is no indicator of this name."),
            remedy: near.isEmpty
                ? BilingualText(ja: "ある指標: \(list)", en: "There are: \(list).")
                : BilingualText(ja: "もしかして: \(list)", en: "Did you mean \(list)?"))
    }

    static func computed(_ indicator: String, by definition: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "kpi-actual.computed", position: position, value: indicator,
            message: BilingualText(
                ja: "この指標の実績は「\(definition)」から計算するので、手で書いた値は使いません。",
                en: "The actual values of this indicator are computed by \(definition); a typed one is not used."),
            remedy: BilingualText(
                ja: "行を消すか、kpis.yaml の指標から definition または goal を外してください。",
                en: "Remove the row, or take definition or goal off the indicator in kpis.yaml."))
    }

    static func otherBasis(_ year: String, isFiscal: Bool, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "kpi-actual.other-basis", position: position, value: year,
            message: isFiscal
                ? BilingualText(ja: "この指標は年度の値です。", en: "This indicator is counted by fiscal years.")
                : BilingualText(ja: "この指標は暦年の値です。", en: "This indicator is counted by calendar years."),
            remedy: BilingualText(
                ja: "同じ区切りの値を書くか、kpis.yaml の basis を直してください。",
                en: "Give the value of that kind of year, or mend basis in kpis.yaml."))
    }

    static func unknownStatus(_ word: String, at position: SourcePosition) -> Diagnostic {
        let names = ObservationStatus.allCases.map(\.name)
        return Diagnostic(
            code: "kpi-actual.unknown-status", position: position, value: word,
            message: BilingualText(ja: "この状態の言葉はありません。", en: "There is no such status."),
            remedy: BilingualText(
                ja: "使える言葉: " + names.map(\.ja).joined(separator: "、"),
                en: "Words that may stand here: " + names.map(\.en).joined(separator: ", ") + "."))
    }

    static func notADay(_ day: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "kpi-actual.not-a-day", position: position, value: day,
            message: BilingualText(ja: "報告日は 2019-06-30 のように書きます。", en: "The day is written 2019-06-30."))
    }

    static func noHeader(_ file: String) -> Diagnostic {
        Diagnostic(
            code: "kpi-actual.no-header", position: SourcePosition(file: file),
            message: BilingualText(
                ja: "見出しの行（indicator,year,value,…）がありません。", en: "There is no header row (indicator,year,value, …)."),
            remedy: BilingualText(
                ja: "最初の行に indicator,year,value,status,evidence,reported-on,note と書いてください。",
                en: "Write indicator,year,value,status,evidence,reported-on,note in the first row."))
    }
}

extension ObservationStatus {
    /// Whether a word names the status, in either language or as files write it.
    func isCalled(_ word: String) -> Bool { word == rawValue || word == name.ja || word == name.en }
}
