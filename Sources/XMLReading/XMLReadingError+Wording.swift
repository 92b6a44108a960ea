import ByteStreams
public import Diagnostics
import Languages

extension XMLReadingError {
    /// The failure for a person: position, one sentence in both languages, and what to do.
    public var diagnostic: Diagnostic {
        if let fileError { return fileError.diagnostic }
        return Diagnostic(
            code: kind.code, position: SourcePosition(file: file, line: line, column: column, path: path),
            value: detail, message: message, remedy: remedy)
    }

    private var message: BilingualText {
        switch kind {
        case .fileNotFound:
            BilingualText(ja: "ファイルがありません。", en: "There is no such file.")
        case .fileUnreadable:
            BilingualText(ja: "ファイルを読めません。", en: "The file cannot be read.")
        case .truncated:
            BilingualText(
                ja: "XML文書が途中で切れています。ここまでに\(recordsRead)件の記録を読みました。",
                en: "The XML document ends too early. \(records) read before that point.")
        case .malformed:
            BilingualText(
                ja: "XMLとして正しくない箇所があります。ここまでに\(recordsRead)件の記録を読みました。",
                en: "The document is not well-formed XML here. \(records) read before that point.")
        case .entityDeclared:
            BilingualText(
                ja: "文書の中で実体(ENTITY)が宣言されています。外部のファイルを読み込ませたりデータを際限なく膨らませたりする手口に使われるため、読みません。",
                en: "The document declares an entity of its own. Entities can pull in other files or grow without end, "
                    + "so such a document is not read.")
        case .tooDeep:
            BilingualText(
                ja: "要素の入れ子が上限(\(limitText)段、depth)を超えています。",
                en: "Elements are nested deeper than the limit of \(limitText) (depth).")
        case .textTooLong:
            BilingualText(
                ja: "一つの文字列またはタグが上限(\(limitText)バイト、text-bytes)を超えています。",
                en: "A single text or tag is longer than the limit of \(limitText) bytes (text-bytes).")
        case .tooManyAttributes:
            BilingualText(
                ja: "一つの要素の属性が上限(\(limitText)個、attributes)を超えています。",
                en: "An element has more attributes than the limit of \(limitText) (attributes).")
        case .undecodableByte:
            BilingualText(
                ja: "この文書の文字コードでは読めないバイトがあります(ファイルの先頭から\(offsetText)バイトの位置)。",
                en: "A byte cannot be read in the document's encoding (at byte offset \(offsetText) in the file).")
        case .unknownEncoding:
            BilingualText(
                ja: "XML宣言に書かれた文字コードを扱えません。",
                en: "The encoding named in the XML declaration is not known.")
        case .nestedRecord:
            BilingualText(
                ja: "記録の要素の中に、もう一つ記録の要素があります。",
                en: "A record element stands inside another record element.")
        }
    }

    private var remedy: BilingualText {
        switch kind {
        case .fileNotFound:
            BilingualText(ja: "パスとファイル名を確かめてください。", en: "Check the path and the file's name.")
        case .fileUnreadable:
            BilingualText(
                ja: "ファイルの種類と読み取りの権限を確かめてください。",
                en: "Check that it is a file and that you may read it.")
        case .truncated:
            BilingualText(
                ja: "送受信の途中で切れた可能性があります。提供元からもう一度受け取ってください。",
                en: "The transfer may have been cut off. Ask the supplier to send the file again.")
        case .malformed:
            BilingualText(
                ja: "示した行を確かめ、直したファイルを提供元に依頼してください。",
                en: "Look at the line named here, and ask the supplier for a corrected file.")
        case .entityDeclared:
            BilingualText(
                ja: "ファイルの出どころを確かめ、ENTITY宣言のないファイルを提供元に依頼してください。",
                en: "Check where the file comes from, and ask the supplier for one without ENTITY declarations.")
        case .tooDeep, .textTooLong, .tooManyAttributes:
            BilingualText(
                ja: "正しいファイルかどうかを確かめてください。正しい場合は、profile の read に limits を書いて上限を上げてください。",
                en: "Check that this is the right file. If it is, raise the limit under read: limits in the profile.")
        case .undecodableByte:
            BilingualText(
                ja: "XML宣言のencodingと実際の文字コードが合っているか確かめてください。Shift_JISで保存したファイルには encoding=\"Shift_JIS\" が要ります。",
                en: "Check that the encoding in the XML declaration is the one the file was saved in. A file saved as "
                    + "Shift_JIS needs encoding=\"Shift_JIS\".")
        case .unknownEncoding:
            BilingualText(
                ja: "UTF-8で保存し直したファイルを提供元に依頼してください。",
                en: "Ask the supplier for the file in UTF-8.")
        case .nestedRecord:
            BilingualText(
                ja: "記録のパスを、内側の要素を含まない形(ルートからのパス)に直してください。",
                en: "Write the record path from the root, so that it does not match the inner element.")
        }
    }

    private var records: String { recordsRead == 1 ? "1 record was" : "\(recordsRead) records were" }
    private var limitText: String { limit.map(String.init) ?? "-" }
    private var offsetText: String { byteOffset.map(String.init) ?? "-" }
}
