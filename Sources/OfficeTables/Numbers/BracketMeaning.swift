/// What a number that stands in brackets, (12), is in one supplier's tables.
public enum BracketMeaning: String, Sendable, Hashable, Codable, CaseIterable {
    /// A number below zero, as bookkeepers write it.
    case negative
    /// A part of the number beside or above it (内数): never added.
    case part
    /// A number like any other.
    case number
}
