import Diagnostics
import Languages

extension Diagnostic {
    static func raggedRow(_ found: Int, of expected: Int, at position: SourcePosition, value: String) -> Diagnostic {
        Diagnostic(
            code: found < expected ? "row.too-few-cells" : "row.too-many-cells", position: position,
            value: String(value.prefix(200)),
            message: BilingualText(
                ja: "セルが \(found) 個あります（見出しは \(expected) 個）。",
                en: "The row has \(found) cells; the header has \(expected)."),
            remedy: BilingualText(
                ja: "区切り文字と引用符を確かめるか、もう一度取得してください。",
                en: "Check the delimiters and quotation marks, or fetch the file again."))
    }

    static func noEStatTable(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "e-stat.no-table", position: position,
            message: BilingualText(
                ja: "e-Stat の CSV の見出し（tab_code、time_code、value など）がありません。",
                en: "The header of e-Stat's CSV (tab_code, time_code, value …) is not there."),
            remedy: BilingualText(
                ja: "e-Stat のサイトでダウンロードした表は、format: csv で読みます。",
                en: "A table downloaded from e-Stat's website is read with format: csv."))
    }

    static func notSDMXCSV(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "sdmx.other-document", position: position,
            message: BilingualText(
                ja: "SDMX-CSV ではありません（先頭の見出しが DATAFLOW か STRUCTURE ではありません）。",
                en: "This is not SDMX-CSV: the first header is neither DATAFLOW nor STRUCTURE."),
            remedy: BilingualText(
                ja: "データのファイルを指定するか、profile の format を変えてください。",
                en: "Name the file with the data, or change the profile's format."))
    }

    static func jsonMessage(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "message.json", position: position,
            message: BilingualText(ja: "JSON で書かれた応答です。", en: "This answer is written as JSON."),
            remedy: BilingualText(
                ja: "XML か CSV で取得してください（e-Stat では /app/getStatsData、SDMX では Accept の指定）。",
                en: "Fetch it as XML or CSV (e-Stat: /app/getStatsData; SDMX: the Accept header)."))
    }
}
