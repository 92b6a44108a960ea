public import Diagnostics
import Languages

extension FileSurveyError {
    /// The error in words, with what to do about it.
    public var diagnostic: Diagnostic {
        switch self {
        case .unreadable(let error):
            error.diagnostic
        case .notText(let file, let format):
            Diagnostic(
                code: format.diagnosticCode, position: SourcePosition(file: file), message: format.message,
                remedy: format.remedy)
        case .contradictsByteOrderMark(let file, let declared, let marked):
            Diagnostic(
                code: "encoding.contradicts-mark", position: SourcePosition(file: file),
                message: BilingualText(
                    ja: "文字コードは \(declared.displayName) と指定されていますが、"
                        + "ファイルの先頭の印 (BOM) は \(marked.displayName) を示しています。",
                    en: "The encoding is declared as \(declared.displayName), "
                        + "but the file's byte order mark says \(marked.displayName)."),
                remedy: BilingualText(
                    ja: "文字コードの指定を \(marked.rawValue) にするか、指定を外してください。",
                    en: "Declare \(marked.rawValue), or declare no encoding."))
        case .unknownEncoding(let file, let misfit):
            Diagnostic(
                code: "encoding.unknown", position: SourcePosition(file: file, line: misfit.line),
                message: misfit.message, remedy: misfit.remedy)
        }
    }
}

extension NonTextFormat {
    fileprivate var diagnosticCode: String {
        switch self {
        case .workbook, .oldWorkbook: "file.spreadsheet"
        case .zip, .gzip: "file.compressed"
        case .pdf: "file.pdf"
        case .utf32: "encoding.unsupported"
        }
    }

    fileprivate var message: BilingualText {
        switch self {
        case .workbook:
            BilingualText(
                ja: "CSV ではなく Excel などの表計算ブックです(拡張子が .csv でも中身はブックです)。",
                en: "This is a spreadsheet workbook, not CSV text, whatever its name ends with.")
        case .oldWorkbook:
            BilingualText(
                ja: "CSV ではなく古い形式の Excel ブック (.xls) です。",
                en: "This is a workbook of an old Excel (.xls), not CSV text.")
        case .zip:
            BilingualText(ja: "zip で圧縮されたファイルです。", en: "This is a zip archive.")
        case .gzip:
            BilingualText(ja: "gzip で圧縮されたファイルです。", en: "This is a gzip file.")
        case .pdf:
            BilingualText(ja: "PDF 文書です。表として読み込めません。", en: "This is a PDF document; it cannot be read as a table.")
        case .utf32:
            BilingualText(ja: "文字コードが UTF-32 のファイルには対応していません。", en: "Files in UTF-32 cannot be read.")
        }
    }

    fileprivate var remedy: BilingualText {
        switch self {
        case .workbook, .oldWorkbook:
            BilingualText(
                ja: "Excel で開き、「名前を付けて保存」で「CSV UTF-8(コンマ区切り)」を選んで保存してから読み込んでください。",
                en: "Open it in Excel, choose \"Save As\" and \"CSV UTF-8 (Comma delimited)\", then read that file.")
        case .zip, .gzip:
            BilingualText(ja: "展開してから、中のファイルを読み込んでください。", en: "Unpack it first, then read the file inside.")
        case .pdf:
            BilingualText(
                ja: "提供元に CSV または Excel のファイルを依頼してください。",
                en: "Ask whoever sent it for a CSV or Excel file.")
        case .utf32:
            BilingualText(ja: "UTF-8 で保存し直してください。", en: "Save it again as UTF-8.")
        }
    }
}

extension EncodingMisfit {
    fileprivate var message: BilingualText {
        if let likeliest {
            return BilingualText(
                ja: "\(likeliest.displayName) のファイルのようですが、先頭から \(offset) バイトの位置に文字として読めないバイトがあります。",
                en: "The file looks like \(likeliest.displayName), "
                    + "but the byte at offset \(offset) is no character in it.")
        }
        let suspicion =
            looksLatin
            ? BilingualText(
                ja: "欧文の文字コード (Latin-1、Windows-1252) の可能性があります。",
                en: " It may be Western European text (Latin-1, Windows-1252).")
            : BilingualText(ja: "", en: "")
        return BilingualText(
            ja: "文字コードを判別できません。先頭から \(offset) バイトの位置のバイトは UTF-8 として読めません。" + suspicion.ja,
            en: "The encoding is unknown: the byte at offset \(offset) is not UTF-8, and no Japanese encoding fits."
                + suspicion.en)
    }

    fileprivate var remedy: BilingualText {
        if let likeliest {
            return BilingualText(
                ja: "その箇所を直すか、文字コードに \(likeliest.rawValue) を指定してください。指定すると、読めない行だけが保留になります。",
                en: "Mend that place, or declare the encoding \(likeliest.rawValue): "
                    + "then only the unreadable rows are held.")
        }
        return BilingualText(
            ja: "元のプログラムで「CSV UTF-8」として保存し直すか、文字コードを指定してください。",
            en: "Save it again as \"CSV UTF-8\" in the program it came from, or declare its encoding.")
    }
}
