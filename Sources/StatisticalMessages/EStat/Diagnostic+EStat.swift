import Diagnostics
import Languages

extension Diagnostic {
    static func eStatError(_ status: Int, _ text: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "e-stat.error", position: position, value: text,
            message: BilingualText(
                ja: "e-Stat がデータの代わりにエラー（STATUS \(status)）を返しています。",
                en: "Instead of data, e-Stat answered with an error (STATUS \(status))."),
            remedy: BilingualText(
                ja: "値に示した内容を直し（appId、statsDataId、絞り込み条件）、もう一度取得してください。",
                en: "Mend what the value says (appId, statsDataId, the narrowing conditions) and fetch it again."))
    }

    static func eStatWithoutRows(_ status: Int, _ text: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: status == 1 ? "e-stat.no-rows" : "e-stat.status", severity: status == 1 ? .notice : .warning,
            position: position, value: text,
            message: status == 1
                ? BilingualText(
                    ja: "e-Stat は、条件に合うデータがないと答えています（STATUS 1）。エラーではありません。",
                    en: "e-Stat answers that no data fits the conditions (STATUS 1). This is no error.")
                : BilingualText(
                    ja: "e-Stat の応答に注意が付いています（STATUS \(status)）。",
                    en: "e-Stat's answer carries a remark (STATUS \(status))."))
    }

    static func markDeclared(_ mark: String, _ text: String, isPlain: Bool, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "e-stat.mark", severity: .notice, position: position, value: mark,
            message: isPlain
                ? BilingualText(
                    ja: "この表では「\(mark)」を「\(text)」の意味で使っています。そのとおりに読みます。",
                    en: "In this table “\(mark)” stands for “\(text)”, and is read so.")
                : BilingualText(
                    ja: "この表では「\(mark)」を「\(text)」の意味で使っています。ゼロか欠測かは、この文だけでは決められません。",
                    en:
                        "In this table “\(mark)” stands for “\(text)”, which does not say whether it is zero or missing."
                ),
            remedy: isPlain
                ? nil
                : BilingualText(
                    ja: "profile の値の列に symbols: { \"\(mark)\": … } を書いてください。書くまで、その行は保留です。",
                    en:
                        "Write symbols: { \"\(mark)\": … } on the value column of the profile; until then such rows are held."
                ))
    }

    static func rowsDiffer(read: Int, announced: Int, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "e-stat.rows-differ", position: position, value: "\(read)",
            message: BilingualText(
                ja: "値が \(read) 件ありますが、この応答自身は \(announced) 件と述べています。すべて保留にします。",
                en: "There are \(read) values, but the answer itself announces \(announced). All of them are held."),
            remedy: BilingualText(
                ja: "取得の途中で欠けたか、手が加えられています。もう一度取得してください。",
                en: "It was cut short or altered. Fetch it again."))
    }

    static func partOfDelivery(
        first: Int, last: Int, total: Int?, nextKey: String?, at position: SourcePosition
    ) -> Diagnostic {
        let ofTotalJa = total.map { "全 \($0) 件のうち" } ?? ""
        let ofTotalEn = total.map { " of \($0)" } ?? ""
        return Diagnostic(
            code: "e-stat.incomplete-delivery", severity: .warning, position: position, value: nextKey,
            message: BilingualText(
                ja: "この応答は\(ofTotalJa) \(first)～\(last) 件目だけの、分割された一部です。",
                en: "This answer is only a part: values \(first) to \(last)\(ofTotalEn)."),
            remedy: nextKey.map { key in
                BilingualText(
                    ja: "残りは startPosition=\(key) で取得し、そのファイルも読み込んでください。",
                    en: "Fetch the rest with startPosition=\(key) and load that file too.")
            }
                ?? BilingualText(
                    ja: "ほかの部分のファイルも読み込んでください。", en: "Load the files with the other parts too."))
    }

    static func notEStat(root: String, at position: SourcePosition) -> Diagnostic {
        let isOther = root.hasPrefix("GET_")
        return Diagnostic(
            code: "e-stat.other-document", position: position, value: root,
            message: isOther
                ? BilingualText(
                    ja: "e-Stat の応答ですが、統計データ（getStatsData）ではありません。",
                    en: "This is an answer of e-Stat, but not statistical data (getStatsData).")
                : BilingualText(
                    ja: "e-Stat の統計データ（GET_STATS_DATA）ではありません。",
                    en: "This is not e-Stat statistical data (GET_STATS_DATA)."),
            remedy: BilingualText(
                ja: "getStatsData で取得したファイルか確かめるか、profile の format を変えてください。",
                en: "Check that the file came from getStatsData, or change the profile's format."))
    }

    static func tooManyCodes(limit: Int, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "message.too-many-codes", position: position,
            message: BilingualText(
                ja: "分類の符号が上限の \(limit) 個を超えています。",
                en: "The classifications have more codes than the limit of \(limit)."),
            remedy: BilingualText(
                ja: "取得する範囲を絞ってください。", en: "Narrow what is fetched."))
    }
}
