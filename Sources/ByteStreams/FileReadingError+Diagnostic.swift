public import Diagnostics
import Languages

extension FileReadingError {
    /// The error in words; its code is `file.` and the kind of failure.
    public var diagnostic: Diagnostic {
        Diagnostic(
            code: "file." + code.rawValue, position: SourcePosition(file: path), message: message, remedy: remedy)
    }

    private var message: BilingualText {
        switch code {
        case .notFound:
            BilingualText(ja: "ファイルが見つかりません。", en: "There is no such file.")
        case .isDirectory:
            BilingualText(ja: "ファイルではなくフォルダーです。", en: "This is a folder, not a file.")
        case .permissionDenied:
            BilingualText(ja: "ファイルを読み取る権限がありません。", en: "You do not have permission to read this file.")
        case .notRegularFile:
            BilingualText(
                ja: "通常のファイルではありません(パイプやデバイスは読み込めません)。",
                en: "This is not a regular file; pipes and devices cannot be read.")
        case .changedWhileReading:
            BilingualText(
                ja: "読み込んでいる間にファイルの内容が変わりました。何も取り込んでいません。",
                en: "The file changed while it was being read. Nothing was taken from it.")
        case .gzipTruncated:
            BilingualText(
                ja: "gzip で圧縮されたファイルが途中で切れています。何も取り込んでいません。",
                en: "The gzip file ends before its content does. Nothing was taken from it.")
        case .gzipDamaged:
            BilingualText(
                ja: "gzip で圧縮されたファイルが壊れています(展開できないか、検査値が合いません)。",
                en: "The gzip file is damaged: it cannot be unpacked, or its checksum is wrong.")
        case .gzipGrowsTooMuch:
            BilingualText(
                ja: "gzip で圧縮されたファイルが、展開すると元の大きさの上限 (inflation) \(limit ?? 0) 倍を超えます。"
                    + "読み手を困らせるために作られたファイルの可能性があります。",
                en: "The gzip file unpacks to more than the limit (inflation) of \(limit ?? 0) times its size. "
                    + "It may have been made to do harm.")
        case .ioError:
            BilingualText(
                ja: "ファイルの読み取りに失敗しました(システムのエラー番号 \(errorNumber))。",
                en: "The file could not be read (system error number \(errorNumber)).")
        }
    }

    private var remedy: BilingualText {
        switch code {
        case .notFound:
            BilingualText(ja: "ファイル名と場所を確認してください。", en: "Check the file's name and where it is.")
        case .isDirectory:
            BilingualText(ja: "フォルダーの中のファイルを指定してください。", en: "Name a file inside the folder.")
        case .permissionDenied:
            BilingualText(
                ja: "ファイルの権限を変更するか、管理者に依頼してください。",
                en: "Change the file's permissions, or ask your administrator.")
        case .notRegularFile:
            BilingualText(
                ja: "内容をいったんファイルに保存してから指定してください。",
                en: "Save the content to a file first, then name that file.")
        case .changedWhileReading:
            BilingualText(
                ja: "コピーや保存が終わってから、もう一度読み込んでください。",
                en: "Wait until copying or saving has finished, then read it again.")
        case .gzipTruncated, .gzipDamaged:
            BilingualText(
                ja: "転送の途中で切れた可能性があります。提供元からもう一度受け取ってください。",
                en: "The transfer may have been cut off. Ask the supplier to send the file again.")
        case .gzipGrowsTooMuch:
            BilingualText(
                ja: "ファイルの出どころを確かめてください。正しい内容であれば、profile の read に limits: { inflation: … } を書いて上限を引き上げてください。",
                en: "Check where the file comes from. If it is right, raise the limit in the profile: "
                    + "read: { limits: { inflation: … } }.")
        case .ioError:
            BilingualText(
                ja: "ディスクやネットワークの接続を確認し、もう一度試してください。",
                en: "Check the disk or the network connection and try again.")
        }
    }
}
