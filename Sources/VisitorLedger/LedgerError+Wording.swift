import Languages

// Every sentence about the ledger's file. Those about loads stand in LedgerError+LoadWording.swift.
extension LedgerError {
    /// There is no ledger at a path yet.
    public static func noLedger(_ path: String) -> LedgerError { notFound(path: path) }

    static func notFound(path: String, underlying: String? = nil) -> LedgerError {
        LedgerError(
            .notFound,
            message: BilingualText(
                ja: "台帳 \(path) を開けません。", en: "The ledger \(path) cannot be opened."),
            remedy: BilingualText(
                ja: "フォルダーの場所とアクセス権を確認してください。台帳は最初の取込みのときに作られます。",
                en: "Check the folder and its permissions. The ledger is created by the first load."),
            underlying: underlying)
    }

    static func busy(path: String, underlying: String? = nil) -> LedgerError {
        LedgerError(
            .busy,
            message: BilingualText(
                ja: "台帳 \(path) は別の処理が書き込み中です。", en: "Another process is writing to the ledger \(path)."),
            remedy: BilingualText(
                ja: "その処理が終わってから、もう一度実行してください。今回は何も変更していません。",
                en: "Try again when it has finished. Nothing was changed this time."),
            underlying: underlying)
    }

    static func diskFull(path: String, underlying: String? = nil) -> LedgerError {
        LedgerError(
            .diskFull,
            message: BilingualText(
                ja: "ディスクの空きがないため、台帳 \(path) に書き込めません。",
                en: "The ledger \(path) cannot be written: the disk is full."),
            remedy: BilingualText(
                ja: "空き容量を増やしてから、もう一度実行してください。今回は何も変更していません。",
                en: "Make room on the disk and try again. Nothing was changed this time."),
            underlying: underlying)
    }

    static func damaged(path: String, underlying: String? = nil) -> LedgerError {
        LedgerError(
            .damaged,
            message: BilingualText(ja: "台帳 \(path) が壊れています。", en: "The ledger \(path) is damaged."),
            remedy: BilingualText(
                ja: "このファイルを別の場所に残したうえで、バックアップから戻してください。dmo doctor で無事な部分が分かり、dmo doctor --rescue フォルダ で取り出せます。",
                en:
                    "Keep this file elsewhere and restore the ledger from a backup. dmo doctor tells what is whole; dmo doctor --rescue FOLDER saves it."
            ),
            underlying: underlying)
    }

    static func newerVersion(path: String) -> LedgerError {
        LedgerError(
            .newerVersion,
            message: BilingualText(
                ja: "台帳 \(path) は、このプログラムより新しい版で作られています。",
                en: "The ledger \(path) was written by a newer version of this program."),
            remedy: BilingualText(
                ja: "プログラムを新しい版に更新してください。", en: "Update the program to the newer version."))
    }

    static func notALedger(path: String, underlying: String? = nil) -> LedgerError {
        LedgerError(
            .notALedger,
            message: BilingualText(ja: "\(path) は台帳のファイルではありません。", en: "\(path) is not a ledger."),
            remedy: BilingualText(
                ja: "ファイル名を確認してください。ファイルは変更していません。",
                en: "Check the file's name. The file was not changed."),
            underlying: underlying)
    }

    static func fileExists(_ path: String) -> LedgerError {
        LedgerError(
            .fileExists,
            message: BilingualText(ja: "\(path) はすでにあります。上書きはしません。", en: "\(path) exists already; it is not overwritten."),
            remedy: BilingualText(
                ja: "別の名前を指定してください（日付を付けるなど）。", en: "Choose another name, such as one with the date in it."))
    }

    static func readOnly(path: String, underlying: String? = nil) -> LedgerError {
        LedgerError(
            .readOnly,
            message: BilingualText(
                ja: "台帳 \(path) は読み取り専用のため、書き込めません。",
                en: "The ledger \(path) cannot be written: it is read-only."),
            remedy: BilingualText(
                ja: "ファイルとフォルダーの書込み権限を確認してください。",
                en: "Check that the file and its folder may be written."),
            underlying: underlying)
    }

    static func machine(path: String, underlying: String) -> LedgerError {
        LedgerError(
            .machine,
            message: BilingualText(
                ja: "台帳 \(path) の読み書きに失敗しました。", en: "Reading or writing the ledger \(path) failed."),
            remedy: BilingualText(
                ja: "ディスクの状態を確認してから、もう一度実行してください。今回は何も変更していません。",
                en: "Check the disk and try again. Nothing was changed this time."),
            underlying: underlying)
    }

    static let cancelled = LedgerError(
        .cancelled,
        message: BilingualText(ja: "処理は中止されました。", en: "The work was cancelled."),
        remedy: BilingualText(
            ja: "何も変更していません。必要なら、もう一度実行してください。", en: "Nothing was changed. Run it again if it is needed."))
}
