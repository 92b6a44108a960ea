import Diagnostics
import Languages

extension Diagnostic {
    /// What a message's footer says when it holds no data: the server's answer in place of it.
    static func footerInsteadOfData(_ code: String, _ text: String, at position: SourcePosition) -> Diagnostic {
        let isTooLarge = ["413", "130", "510"].contains(code)
        return Diagnostic(
            code: "sdmx.footer", position: position, value: text,
            message: isTooLarge
                ? BilingualText(
                    ja: "データはありません。サーバーは、答えが大きすぎるため後で別の場所に置くと述べています（コード \(code)）。",
                    en:
                        "There is no data. The server says that the answer is too large and comes elsewhere (code \(code))."
                )
                : BilingualText(
                    ja: "データはありません。サーバーの返事だけです（コード \(code)）。",
                    en: "There is no data, only a message of the server (code \(code))."),
            remedy: isTooLarge
                ? BilingualText(
                    ja: "値に示した場所から後で取得するか、問い合わせの範囲を絞ってください。",
                    en: "Fetch the data later from the place named in the value, or narrow the query.")
                : BilingualText(
                    ja: "問い合わせを見直して、もう一度取得してください。", en: "Look at the query and fetch it again."))
    }

    static func footerBesideData(_ code: String, _ text: String, isError: Bool, at position: SourcePosition)
        -> Diagnostic
    {
        Diagnostic(
            code: "sdmx.footer", severity: isError ? .error : .warning, position: position, value: text,
            message: isError
                ? BilingualText(
                    ja: "サーバーがデータの後にエラーを記しています（コード \(code)）。データが欠けている恐れがあるため、すべて保留にします。",
                    en:
                        "Behind the data the server reports an error (code \(code)). Some may be missing, so all of it is held."
                )
                : BilingualText(
                    ja: "サーバーがデータの後に注意を記しています（コード \(code)）。",
                    en: "Behind the data the server has a remark (code \(code))."))
    }

    static func emptyMessage(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "sdmx.no-rows", severity: .warning, position: position,
            message: BilingualText(ja: "観測値（Obs）が一つもありません。", en: "The message holds no observations."),
            remedy: BilingualText(
                ja: "問い合わせの条件と期間を確かめてください。", en: "Check the query's conditions and period."))
    }

    static func notSDMXData(root: String, at position: SourcePosition) -> Diagnostic {
        let isStructure = root == "Structure"
        return Diagnostic(
            code: "sdmx.other-document", position: position, value: root,
            message: isStructure
                ? BilingualText(
                    ja: "SDMX の構造定義です。数値は入っていません。",
                    en: "This is an SDMX structure message; it holds no numbers.")
                : BilingualText(ja: "SDMX のデータではありません。", en: "This is not an SDMX data message."),
            remedy: BilingualText(
                ja: "データのファイルを指定するか、profile の format を変えてください。",
                en: "Name the file with the data, or change the profile's format."))
    }

    static func serverError(_ code: String?, _ text: String, at position: SourcePosition) -> Diagnostic {
        let shown = code.map { " \($0)" } ?? ""
        return Diagnostic(
            code: "sdmx.error", position: position, value: text,
            message: BilingualText(
                ja: "データの代わりに、サーバーのエラー\(shown)が入っています。",
                en: "Instead of data, the file holds the server's error\(shown)."),
            remedy: BilingualText(
                ja: "問い合わせを見直して、もう一度取得してください。", en: "Look at the query and fetch it again."))
    }

    static func deletion(at position: SourcePosition, value: String) -> Diagnostic {
        Diagnostic(
            code: "sdmx.deletion", position: position, value: value,
            message: BilingualText(
                ja: "削除の指示（action = Delete）です。新しい数値としては読みません。",
                en: "This tells to delete a number (action Delete); it is not read as a new one."),
            remedy: BilingualText(
                ja: "取り消す場合は dmo withdraw を使い、そうでなければこの行を却下してください。",
                en: "To take figures back use dmo withdraw; otherwise dismiss this row."))
    }

    static func tooManyGroups(limit: Int, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "message.too-many-groups", position: position,
            message: BilingualText(
                ja: "グループの属性が上限（\(limit) バイト）を超えています。",
                en: "The groups' attributes pass the limit of \(limit) bytes."),
            remedy: BilingualText(ja: "取得する範囲を絞ってください。", en: "Narrow what is fetched."))
    }
}
