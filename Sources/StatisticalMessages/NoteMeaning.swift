import VisitorModel

/// What a message's own note says a mark means, where the words leave no doubt.
///
/// A mark has no meaning of its own, and neither has a vague note: 計数のない場合 is zero in one table and "no such thing"
/// in another, so such a mark stays open until a profile decides.
enum NoteMeaning {
    private static let words: [(parts: [String], meaning: SymbolMeaning)] = [
        (["秘匿", "公表できない", "公表しない", "confidential", "suppressed", "not disclosed"], .absent(.suppressed)),
        (
            ["調査していない", "調査を行っていない", "調査していません", "調査せず", "未調査", "調査対象外", "not surveyed"],
            .absent(.notSurveyed)
        ),
        (["単位未満", "単位に満たない", "less than the unit", "less than half"], .absent(.belowUnit)),
        (["該当しない", "あり得ない", "ありえない", "計算できない", "not applicable"], .absent(.notApplicable)),
        (["得られない", "不詳", "不明", "未詳", "未報告", "not available", "unknown", "not obtainable"], .absent(.notReported)),
        (["皆無", "nil", "ゼロを"], .zero),
    ]

    /// The meaning of a note's text; `nil` when it says nothing plain, or several things.
    static func meaning(of text: String) -> SymbolMeaning? {
        let lowered = text.lowercased()
        let found = words.filter { entry in entry.parts.contains { lowered.contains($0) } }
        return found.count == 1 ? found[0].meaning : nil
    }
}
