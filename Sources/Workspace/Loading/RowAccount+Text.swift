public import Ingestion
public import Languages

extension RowAccount {
    /// The account in one line: rows read are accepted, held or ignored, and why ignored.
    public func text(_ language: Language) -> String {
        let reasons = ignored.map { reason, rows in "\(reason(language)) \(rows)" }
            .joined(separator: language == .japanese ? "、" : ", ")
        let detail = reasons.isEmpty ? "" : language == .japanese ? "（\(reasons)）" : " (\(reasons))"
        return BilingualText(
            ja: "行 \(read) = 採用 \(accepted) + 保留 \(held) + 対象外 \(ignoredTotal)\(detail)",
            en: "rows \(read) = accepted \(accepted) + held \(held) + ignored \(ignoredTotal)\(detail)")(language)
    }
}
