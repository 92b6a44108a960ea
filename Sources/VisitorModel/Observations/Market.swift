public import Languages

/// A market inbound visitors come from.
///
/// Japanese surveys go by nationality (国籍・出身地); IRTS 2008 asks for the country of residence. The two differ, and
/// the register says which one its names mean.
public struct Market: Sendable, Hashable, Identifiable {
    /// The ISO 3166 code where there is one (`TW`), else a word: `other`, `unknown`.
    public let id: String
    /// The market's names.
    public let names: BilingualText
    /// Other spellings that files use.
    public let aliases: [String]

    /// Makes a market.
    public init(id: String, names: BilingualText, aliases: [String] = []) {
        self.id = id
        self.names = names
        self.aliases = aliases
    }
}
