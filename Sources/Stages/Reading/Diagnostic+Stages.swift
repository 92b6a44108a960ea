import Diagnostics
import Languages
import Tables

extension Diagnostic {
    static func notOneStage(at position: SourcePosition, keys: [String]?) -> Diagnostic {
        Diagnostic(
            code: "stage.not-one-key", position: position, value: keys?.joined(separator: ", "),
            message: BilingualText(
                ja: "stages の各項目は、処理の名前1つとその内容です。",
                en: "Each element of stages is one stage's name with what belongs to it."),
            remedy: BilingualText(
                ja: "「- filter: \"visitors > 0\"」のように、処理ごとに「-」で始めます。",
                en: "Begin each stage with its own dash: - filter: \"visitors > 0\"."))
    }

    static func unknownStage(_ key: String, at position: SourcePosition, known: [String]) -> Diagnostic {
        let near = closestNames(to: key, among: known)
        return Diagnostic(
            code: "stage.unknown", position: position, value: key,
            message: BilingualText(ja: "「\(key)」という処理はありません。", en: "There is no stage \(key)."),
            remedy: near.isEmpty ? Wording.known(known) : Wording.didYouMean(near))
    }

    static func wrongShape(_ stage: String, at position: SourcePosition, wanted: BilingualText) -> Diagnostic {
        Diagnostic(
            code: "stage.wrong-shape", position: position,
            message: BilingualText(ja: "\(stage) のここには\(wanted.ja)を書きます。", en: "\(stage) needs \(wanted.en) here."))
    }

    static func missingParameter(_ name: String, stage: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "stage.missing-parameter", position: position,
            message: BilingualText(ja: "\(stage) に「\(name)」がありません。", en: "\(stage) lacks \(name)."),
            remedy: BilingualText(ja: "「\(name):」を書き足します。", en: "Add \(name):."))
    }

    static func unknownParameter(
        _ name: String, stage: String, at position: SourcePosition, known: [String]
    ) -> Diagnostic {
        let near = closestNames(to: name, among: known)
        return Diagnostic(
            code: "stage.unknown-parameter", position: position, value: name,
            message: BilingualText(ja: "\(stage) に「\(name)」という項目はありません。", en: "\(stage) has no parameter \(name)."),
            remedy: near.isEmpty ? Wording.known(known) : Wording.didYouMean(near))
    }

    static func unknownColumn(
        _ name: String, stage: String, at position: SourcePosition, known: [String]
    ) -> Diagnostic {
        let near = closestNames(to: name, among: known)
        return Diagnostic(
            code: "stage.unknown-column", position: position, value: name,
            message: BilingualText(ja: "「\(name)」という列はありません。", en: "There is no column \(name)."),
            remedy: near.isEmpty ? Wording.known(known) : Wording.didYouMean(near))
    }

    static func duplicateColumn(_ name: String, stage: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "stage.duplicate-column", position: position, value: name,
            message: BilingualText(
                ja: "\(stage) で列「\(name)」が2回使われています。", en: "\(stage) makes the column \(name) twice."),
            remedy: BilingualText(ja: "一方の名前を変えるか、取り除きます。", en: "Rename or remove one of them."))
    }
}

private enum Wording {
    static func didYouMean(_ names: [String]) -> BilingualText {
        BilingualText(
            ja: names.map { "「\($0)」" }.joined(separator: "、") + "のことですか。",
            en: "Did you mean \(names.joined(separator: ", "))?")
    }

    static func known(_ names: [String]) -> BilingualText {
        BilingualText(
            ja: "使えるのは \(names.joined(separator: "、")) です。", en: "Known are \(names.joined(separator: ", ")).")
    }
}
