import Diagnostics
import Languages
import OfficeTables
import PipelineDefinition
import VisitorModel

extension TableLayout {
    private static let labelsLookedAt = 10

    /// The profile with the scales that this sheet states for its values, such as 千 in （単位：千人）.
    ///
    /// A column's own label goes before the title, so that 売上（千円） beside 人数 makes no thousands of the persons. What
    /// the profile says goes before both.
    func withStatedScales(_ profile: ProfileDefinition) -> ProfileDefinition {
        var profile = profile
        for (index, column) in profile.columns.enumerated() where column.isValue && column.scale == nil {
            profile.columns[index].scale =
                ownScale(ofColumn: index, isWide: profile.isWide) ?? scaleOfSheet(isWide: profile.isWide)
        }
        return profile
    }

    /// A warning when the title states two scales and nothing says which numbers have which.
    func doubtfulScale(_ profile: ProfileDefinition, file: String) -> Diagnostic? {
        let lacks = profile.columns.enumerated().contains { index, column in
            column.isValue && column.scale == nil && ownScale(ofColumn: index, isWide: profile.isWide) == nil
        }
        guard lacks else { return nil }
        for text in title {
            guard case .ambiguous(let several) = ScaleAndUnit.find(in: text), Set(several.map(\.scale)).count > 1 else {
                continue
            }
            return .doubtfulScale(
                text, several.map { ($0.scale == .one ? "" : $0.scale.rawValue) + $0.unitText }, file: file)
        }
        return nil
    }

    private func ownScale(ofColumn index: Int, isWide: Bool) -> Scale? {
        if isWide {
            return scale(
                in: [header.joined(separator: "\n")]
                    + upperHeaders.prefix(max(0, headerRows.count - 1)).map { $0.joined(separator: "\n") })
        }
        guard let place = fieldColumns[index] else { return nil }
        let upper = (1...4).prefix(max(0, headerRows.count - 1)).map { upperHeader($0, at: place) }
        for text in [place < header.count ? header[place] : ""] + upper {
            // 人数（人） beside a title in 千円 is in ones.
            if case .found(let stated) = ScaleAndUnit.find(in: text) { return stated.scale }
        }
        return nil
    }

    private func scaleOfSheet(isWide: Bool) -> Scale? {
        scale(in: title + (isWide ? Array(firstRowTexts.prefix(Self.labelsLookedAt)) : []))
    }

    private func scale(in texts: [String]) -> Scale? {
        for text in texts {
            if case .found(let stated) = ScaleAndUnit.find(in: text), stated.scale != .one { return stated.scale }
        }
        return nil
    }
}

extension Diagnostic {
    fileprivate static func doubtfulScale(_ title: String, _ units: [String], file: String) -> Diagnostic {
        let list = units.joined(separator: ", ")
        return Diagnostic(
            code: "scale.doubtful", severity: .warning, position: SourcePosition(file: file), value: title,
            message: BilingualText(
                ja: "表題に桁の違う単位が複数あります（\(list)）。どの列がどれか決められないため、そのままの数として読みました。",
                en:
                    "The title states several units of different scale (\(list)). Which column has which is not clear; numbers were read as they stand."
            ),
            remedy: BilingualText(
                ja: "profile の列に scale（1、千、万、百万 …）を書いてください。",
                en: "Write scale (1, 千, 万, 百万 …) for the columns in the profile."))
    }
}
