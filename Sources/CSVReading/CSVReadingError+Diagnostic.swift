import ByteStreams
public import Diagnostics
import Languages

extension CSVReadingError {
    /// The error in words, with what to do about it.
    public var diagnostic: Diagnostic {
        switch self {
        case .unreadable(let error):
            error.diagnostic
        case .changedWhileReading(let file):
            FileReadingError(.changedWhileReading, path: file).diagnostic
        case .undecodable(let byte):
            Diagnostic(
                code: "encoding.undecodable-byte", position: byte.position, value: byte.cellText,
                message: byte.message, remedy: byte.remedy)
        case .cellTooLong(let position, let byteCount, let limit):
            Diagnostic(
                code: "csv.cell-too-long", position: position,
                message: BilingualText(
                    ja: "セルが \(byteCount) バイトあり、上限 (cell-bytes) の \(limit) バイトを超えています。",
                    en: "The cell has \(byteCount) bytes, more than the limit (cell-bytes) of \(limit)."),
                remedy: BilingualText(
                    ja: "閉じの引用符 (\") が抜けていないか確認してください。正しい内容であれば、profile の read に limits を書いて上限を引き上げてください。",
                    en:
                        "Check for a missing closing quotation mark; if the cell is right, raise the limit under read: limits in the profile."
                ))
        case .encodingUnavailable(let file, let encoding):
            Diagnostic(
                code: "encoding.unavailable", position: SourcePosition(file: file),
                message: BilingualText(
                    ja: "このコンピューターは文字コード \(encoding.displayName) の変換に対応していません。",
                    en: "This machine cannot convert the encoding \(encoding.displayName)."),
                remedy: BilingualText(ja: "UTF-8 で保存し直してください。", en: "Save the file again as UTF-8."))
        }
    }
}

extension CSVRecord {
    /// What is wrong with the record's structure, in words; `nil` for a sound record.
    public var diagnostic: Diagnostic? {
        guard let problem else { return nil }
        var position = position()
        if case .unclosedQuote(let line, let column) = problem {
            position.line = line
            position.column = column
        }
        return Diagnostic(
            code: problem.code, position: position, value: String(rawText.prefix(200)), message: problem.message,
            remedy: problem.remedy)
    }
}

extension CSVRecordProblem {
    /// The diagnostic's code.
    public var code: String {
        switch self {
        case .unclosedQuote: "csv.unclosed-quote"
        case .recordTooLong: "csv.record-too-long"
        case .tooManyColumns: "csv.too-many-columns"
        }
    }

    fileprivate var message: BilingualText {
        switch self {
        case .unclosedQuote(let line, let column):
            BilingualText(
                ja: "\(line) 行目の \(column) 列目で始まった引用符 (\") が閉じられていません。"
                    + "この行だけを保留にし、次の行から読み込みを続けました。",
                en: "The quotation mark that opens column \(column) on line \(line) is never closed. "
                    + "Only this row is kept aside; reading went on with the next line.")
        case .recordTooLong(let limit):
            BilingualText(
                ja: "行が上限 (row-bytes) の \(limit) バイトを超えています。",
                en: "The row is longer than the limit (row-bytes) of \(limit) bytes.")
        case .tooManyColumns(let limit):
            BilingualText(
                ja: "行の列数が上限 (columns) の \(limit) 列を超えています。",
                en: "The row has more columns than the limit (columns) of \(limit).")
        }
    }

    fileprivate var remedy: BilingualText {
        switch self {
        case .unclosedQuote:
            BilingualText(
                ja: "セルの終わりに引用符を補うか、余分な引用符を取り除いてください。文字としての引用符は \"\" と二つ重ねて書きます。",
                en: "Add the closing quotation mark, or remove the stray one; "
                    + "inside a cell a quotation mark is written twice (\"\").")
        case .recordTooLong, .tooManyColumns:
            BilingualText(
                ja: "引用符や区切り文字が正しいか確認してください。正しい内容であれば、profile の read に limits を書いて上限を引き上げてください。",
                en:
                    "Check the quotation marks and the delimiter; if the row is right, raise the limit under read: limits in the profile."
            )
        }
    }
}

extension UndecodableByte {
    fileprivate var message: BilingualText {
        let value = "0x" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        let place = fileOffset.map {
            BilingualText(ja: "(ファイルの先頭から \($0) バイトの位置)", en: " (offset \($0) in the file)")
        }
        let start = BilingualText(
            ja: "\(encoding.displayName) の文字として読めないバイト \(value) があります\(place?.ja ?? "")。",
            en: "The byte \(value)\(place?.en ?? "") is no character in \(encoding.displayName).")
        switch suspicion {
        case .otherEncoding(let other):
            return BilingualText(
                ja: start.ja + "ファイル全体は \(other.displayName) として読めます。",
                en: start.en + " The file as a whole reads as \(other.displayName).")
        case .cutCharacter:
            return BilingualText(
                ja: start.ja + "文字が途中で切れているようです。", en: start.en + " A character seems to have been cut off.")
        case .vendorCharacter:
            return BilingualText(
                ja: start.ja + "外字など、この文字コードにない文字のようです。",
                en: start.en + " It seems to be a character outside the set (gaiji).")
        case nil:
            return start
        }
    }

    fileprivate var remedy: BilingualText {
        if case .otherEncoding(let other) = suspicion {
            return BilingualText(
                ja: "文字コードの指定を \(other.rawValue) にしてください。", en: "Declare the encoding \(other.rawValue).")
        }
        return BilingualText(
            ja: "元のファイルでこのセルの文字を直し、保存し直してください。",
            en: "Correct this cell in the original file and save it again.")
    }
}
