import OfficeTables
public import VisitorModel

/// A pipeline that takes what a drafted profile reads into the ledger.
public struct PipelineDraft: Sendable, Hashable {
    private let profile: ProfileDraft
    private let filePatterns: [String]
    private let measure: String
    private let unit: StatisticalUnit

    /// Drafts a pipeline.
    ///
    /// - Parameters:
    ///   - fileNames: The names of the files it reads; figures in them become `*`.
    public init(profile: ProfileDraft, fileNames: [String], measure: String, unit: StatisticalUnit) {
        self.profile = profile
        self.measure = measure
        self.unit = unit
        var patterns: [String] = []
        for name in fileNames {
            let pattern = Self.pattern(for: name)
            if !patterns.contains(pattern) { patterns.append(pattern) }
        }
        filePatterns = patterns
    }

    /// `R5_入込_2013-04.csv` gives `R*_入込_*-*.csv`.
    static func pattern(for name: String) -> String {
        let stemEnd = name.lastIndex(of: ".") ?? name.endIndex
        var pattern = ""
        for character in name[..<stemEnd] {
            if character.isNumber {
                if pattern.last != "*" { pattern += "*" }
            } else {
                pattern.append(character)
            }
        }
        return pattern + name[stemEnd...]
    }

    /// The definition file.
    public var yaml: String {
        let quoted = ProfileDraft.quoted
        let patterns = filePatterns.map { quoted($0) }
        let files = patterns.count == 1 ? patterns[0] : "[\(patterns.joined(separator: ", "))]"
        var lines = [
            "pipeline: \(profile.name)", "title: { ja: \(quoted(profile.title)), en: \(quoted(profile.title)) }",
            "source: { profile: \(profile.name), files: \(files) }",
        ]
        var period = profile.periodColumn
        if profile.isDaily {
            period = "month"
            let keys = ["place", "month"] + (profile.hasMarket ? ["market"] : [])
            lines += [
                "stages:", "  - derive: { month: year-month(day) }",
                "  - aggregate: { by: [\(keys.joined(separator: ", "))], value: sum(value) }",
            ]
        }
        if let kind = profile.kinds.first {
            let word = kind.column.texts.first ?? ""
            lines += [
                "# \(profile.kinds.map(\.name).joined(separator: ", ")) tell rows apart that would else be one number. Keep one of them:",
                "#   stages: [ filter: { where: '\(kind.name) = \(quoted(word))', reason: { ja: 別の区分, en: another kind } } ]",
            ]
        }
        var roles = [
            "measure: \(measure)", "unit: \(unit.rawValue)", "place: place", "period: \(period)", "value: value",
        ]
        if profile.hasMarket { roles.append("market: market") }
        if profile.hasStatus, !profile.isDaily { roles.append("status: status") }
        lines += ["output:", "  ledger: { \(roles.joined(separator: ", ")) }"]
        return lines.joined(separator: "\n") + "\n"
    }
}
