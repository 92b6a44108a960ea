/// What a mark in the place of a number means in one supplier's tables.
///
/// Marks have no meaning of their own: `-` is nil in one office's book and "not obtainable" in another's.
public enum SymbolMeaning: Sendable, Hashable {
    /// There is no number, for this reason.
    case absent(ObservationStatus)
    /// The office counted, and the count is zero.
    case zero
}
