import Languages

// Every sentence about decisions and publications.
extension LedgerError {
    static let noReason = LedgerError(
        .invalidKey, message: BilingualText(ja: "理由がありません。", en: "There is no reason."),
        remedy: BilingualText(ja: "--reason に理由を書いてください。", en: "Give one with --reason."))

    static let noName = LedgerError(
        .invalidKey, message: BilingualText(ja: "名前がありません。", en: "There is no name."),
        remedy: BilingualText(ja: "--by に決めた人の名前を書いてください。", en: "Say with --by who decides."))

    static func unknownHold(_ hold: Int) -> LedgerError {
        LedgerError(
            .unknownHold, message: BilingualText(ja: "保留 \(hold) 番はありません。", en: "There is no hold \(hold)."),
            remedy: BilingualText(ja: "dmo holds list で番号を確かめてください。", en: "dmo holds list shows their numbers."))
    }

    /// There is no publication of a number.
    public static func unknownPublication(_ publication: Int) -> LedgerError {
        LedgerError(
            .unknownPublication,
            message: BilingualText(ja: "公表 \(publication) 番はありません。", en: "There is no publication \(publication)."),
            remedy: BilingualText(
                ja: "dmo changes --list で番号を確かめてください。", en: "dmo changes --list shows their numbers."))
    }

    static func alreadyDecided(_ what: String, by: String) -> LedgerError {
        LedgerError(
            .alreadyDecided,
            message: BilingualText(ja: "\(what) はすでに \(by) が決めています。", en: "\(by) has already decided on \(what)."),
            remedy: BilingualText(
                ja: "決定を改めるには、その結果の読み込みを dmo withdraw で取り消してください。",
                en: "To undo a correction, withdraw the load it made (dmo withdraw)."))
    }

    static func copyDiffers(_ path: String, underlying: String) -> LedgerError {
        LedgerError(
            .copyDiffers, message: BilingualText(ja: "写し \(path) が元と一致しません。", en: "The copy \(path) differs from its original."),
            remedy: BilingualText(ja: "別の場所へもう一度写してください。", en: "Copy again, to another place."), underlying: underlying)
    }
}
