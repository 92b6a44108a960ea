import Diagnostics
import Languages

extension Diagnostic {
    /// The document type declaration points to a file outside; it is never opened.
    static func doctypeIgnored(_ outside: String, line: Int) -> Diagnostic {
        xmlNotice(
            "xml.doctype-ignored", line: line, value: outside,
            BilingualText(
                ja: "DOCTYPE宣言が示す外部の定義ファイルは読み込みません。内容の読み取りには影響しません。",
                en: "The outside definition that the DOCTYPE points to is not fetched. The content is read without it.")
        )
    }

    /// The bytes show another encoding than the declaration names.
    static func encodingDeclarationIgnored(_ declared: String, used: String) -> Diagnostic {
        xmlNotice(
            "xml.encoding-declaration-ignored", line: 1, value: declared,
            BilingualText(
                ja: "XML宣言の文字コードが実際と合わないため、\(used)として読みました。",
                en: "The encoding in the XML declaration does not fit the bytes; the document was read as \(used)."))
    }

    /// libxml2 found something odd that does not stop it, such as a prefix without a namespace.
    static func parserNotice(_ message: String, line: Int) -> Diagnostic {
        xmlNotice(
            "xml.parser-notice", line: line, value: message,
            BilingualText(
                ja: "XMLの書き方に気になる箇所がありますが、読み取りは続けました。",
                en: "Something in the XML is doubtful; reading went on."))
    }

    /// A value that a field takes from before the record came only after records that needed it.
    static func contextAfterRecords(field: String, path: String, line: Int) -> Diagnostic {
        var notice = xmlNotice(
            "xml.value-after-records", line: line, value: path,
            BilingualText(
                ja: "項目「\(field)」の値が記録より後にあります。前にある記録では、この項目は空です。",
                en: "The value of field \"\(field)\" stands after records that need it; there the field is empty."))
        notice.severity = .warning
        return notice
    }

    private static func xmlNotice(_ code: String, line: Int, value: String, _ message: BilingualText) -> Diagnostic {
        // The file's name is filled in by the reader, which knows it.
        Diagnostic(
            code: code, severity: .notice, position: SourcePosition(file: "", line: line), value: value,
            message: message)
    }
}
