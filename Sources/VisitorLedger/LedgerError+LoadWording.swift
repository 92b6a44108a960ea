import Diagnostics
import Languages
import VisitorModel

// Every sentence about loads and keys. Those about the ledger's file stand in LedgerError+Wording.swift.
extension LedgerError {
    static func unitMismatch(
        _ series: SeriesKey, kept: StatisticalUnit, given: StatisticalUnit
    ) -> LedgerError {
        LedgerError(
            .unitMismatch,
            message: BilingualText(
                ja: "\(name(of: series)) の単位は「\(kept.name.ja)」ですが、このファイルでは「\(given.name.ja)」です。",
                en: "\(name(of: series)) is kept in \(kept.name.en), but this file gives \(given.name.en)."),
            remedy: BilingualText(
                ja: "パイプラインの単位を確認してください。別の単位で数えた数は、別の指標として登録します。",
                en: "Check the unit in the pipeline. A count in another unit belongs to another measure."))
    }

    static func accountDoesNotClose(_ account: LoadAccount) -> LedgerError {
        let (read, accepted) = (account.rowsRead, account.rowsAccepted)
        let (held, ignored) = (account.rowsHeld, account.rowsIgnored)
        return LedgerError(
            .accountDoesNotClose,
            message: BilingualText(
                ja: "行数が合いません。読込み \(read)行に対し、採用 \(accepted)行、保留 \(held)行、対象外 \(ignored)行です。",
                en: "The rows do not add up: \(read) read, but \(accepted) accepted, \(held) held, \(ignored) ignored."),
            remedy: BilingualText(
                ja: "プログラムの誤りです。このメッセージを添えて開発者に知らせてください。台帳は変更していません。",
                en: "This is a fault of the program: report it with this message. The ledger was not changed."))
    }

    static func duplicateKey(_ series: SeriesKey, _ period: Period) -> LedgerError {
        LedgerError(
            .duplicateKey,
            message: BilingualText(
                ja: "\(name(of: series)) の\(period.label.ja)の値が、1つのファイルに2通りあります。",
                en: "One file gives two different values of \(name(of: series)) for \(period.label.en)."),
            remedy: BilingualText(
                ja: "どちらが正しいか確認し、ファイルを直してから取り込んでください。",
                en: "Find out which one is right, mend the file and load it again."))
    }

    static func invalidName(_ text: String) -> LedgerError {
        LedgerError(
            .invalidKey,
            message: BilingualText(
                ja: "識別子 \(DiagnosticRenderer.quoted(text)) は台帳に登録できません。",
                en: "The identifier \(DiagnosticRenderer.quoted(text)) cannot be kept in the ledger."),
            remedy: BilingualText(
                ja: "空でなく、NUL文字を含まず、UTF-8で\(StoredText.nameLimitInBytes)バイト以内の識別子にしてください。",
                en: "Use one that is not empty, at most \(StoredText.nameLimitInBytes) bytes of UTF-8, without NUL."))
    }

    static func invalidPeriod(_ period: Period) -> LedgerError {
        LedgerError(
            .invalidKey,
            message: BilingualText(
                ja: "期間 \(period.id) は台帳に登録できません。", en: "The period \(period.id) cannot be kept in the ledger."),
            remedy: BilingualText(
                ja: "西暦1年から9999年までの期間にしてください。", en: "Use a period within the years 1 to 9999."))
    }

    static func unknownLoad(_ load: Int) -> LedgerError {
        LedgerError(
            .unknownLoad,
            message: BilingualText(ja: "取込み番号 \(load) はありません。", en: "There is no load \(load)."),
            remedy: BilingualText(ja: "dmo loads で番号を確認してください。", en: "See the numbers with dmo loads."))
    }

    static func alreadyWithdrawn(_ load: Int, _ withdrawal: Withdrawal) -> LedgerError {
        LedgerError(
            .alreadyWithdrawn,
            message: BilingualText(
                ja: "取込み番号 \(load) は \(withdrawal.recordedAt) に取り消し済みです。",
                en: "Load \(load) was already withdrawn at \(withdrawal.recordedAt)."),
            remedy: BilingualText(
                ja: "もう一度有効にするには、元のファイルを取り込んでください。",
                en: "To have it back, load the file again."))
    }

    static let loadEnded = LedgerError(
        .loadEnded,
        message: BilingualText(ja: "この取込みはすでに終わっています。", en: "This load has already ended."),
        remedy: BilingualText(ja: "新しい取込みとして、初めから実行してください。", en: "Begin a new load."))

    private static func name(of series: SeriesKey) -> String {
        var parts = [series.measure, series.place]
        if series.segment != .all { parts.append(series.segment.id) }
        if !series.vintage.isEmpty { parts.append("~" + series.vintage) }
        return parts.joined(separator: ":")
    }
}
