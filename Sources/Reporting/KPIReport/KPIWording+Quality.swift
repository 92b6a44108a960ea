import Languages
import VisitorModel

extension KPIWording {
    static let doubts = BilingualText(ja: "確かめるべき数値", en: "Counts to look at")
    static let noDoubts = BilingualText(ja: "確かめるべき数値はありません。", en: "No count is doubtful.")
    static let doubtsNote = BilingualText(
        ja: "次の数値は集計に入っていますが、その場所の過去や近くの値と合いません。元のセルを確かめ、正しければ理由を残してください。",
        en: "These counts are in the sums, but do not fit their own past or their neighbours. Look at the cell; if the count is right, say why.")
    static let doubtsCaption = BilingualText(ja: "未確認の指摘", en: "Open doubts")
    static let doubt = BilingualText(ja: "指摘", en: "Doubt")
    static let likelyCause = BilingualText(ja: "最も考えられる原因", en: "Likeliest cause")
    static let saidToBeRight = BilingualText(ja: "正しいとした理由", en: "Why it is right")
    static let cellToLookAt = BilingualText(ja: "確かめるセル", en: "Cell to look at")

    static func acknowledgedCaption(since day: String?) -> BilingualText {
        guard let day else { return BilingualText(ja: "確認済みの指摘", en: "Doubts found to be right") }
        return BilingualText(ja: "前回の公表（\(day)）より後に確認した指摘", en: "Doubts found to be right since the last publication (\(day))")
    }

    static func moreDoubts(_ count: BilingualText) -> BilingualText {
        BilingualText(
            ja: "ほかに\(count.ja)件あります。dmo findings で一覧にできます。", en: "There are \(count.en) more; dmo findings lists them all.")
    }

    /// How many reports of the months drawn are in, and which are in only in part.
    static func coverageSummary(
        reported: BilingualText, due: BilingualText, partly: (count: BilingualText, names: BilingualText)?,
        closed: BilingualText?
    ) -> BilingualText {
        BilingualText(
            ja: "期限が来た報告\(due.ja)件（地点・月）のうち\(reported.ja)件が届いています"
                + (partly.map { "。このうち\($0.count.ja)件は一部だけです（\($0.names.ja)）" } ?? "")
                + (closed.map { "。休業の月（ゼロが正しい）が\($0.ja)件あります" } ?? "") + "。",
            en: "\(reported.en) of \(due.en) place-months that are due are in"
                + (partly.map { "; \($0.count.en) of them in part (\($0.names.en))" } ?? "")
                + (closed.map { "; \($0.en) more were closed, a true zero" } ?? "") + ".")
    }
}
