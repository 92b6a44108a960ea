public import Languages

/// What a new version of a definition changed: a declared break between its figures and those of the version before.
public struct DefinitionChange: Sendable, Hashable {
    /// The first month figures are published by the new version.
    public var since: Month
    /// What changed, in words.
    public var what: BilingualText

    /// Declares a change.
    public init(since: Month, what: BilingualText) {
        self.since = since
        self.what = what
    }
}

extension MetricDefinition {
    /// What a reader must know of the version; `nil` where none before it is declared to differ.
    public var changeNotice: BilingualText? {
        guard let change else { return nil }
        let since = Period.month(change.since).label
        let before = "\(name)@\(version - 1)"
        return BilingualText(
            ja:
                "定義の第\(version)版（\(since.ja)から）：\(change.what.ja)。\(before) の数値とは比べません。差は dmo bridge \(before) \(id) で示します。",
            en:
                "Version \(version) of the definition, since \(since.en): \(change.what.en). Its figures are not compared with those of \(before); dmo bridge \(before) \(id) shows the steps between them."
        )
    }
}
