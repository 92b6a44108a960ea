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
        case .ioError:
            BilingualText(
                ja: "ディスクやネットワークの接続を確認し、もう一度試してください。",
                en: "Check the disk or the network connection and try again.")
        }
    }
}
