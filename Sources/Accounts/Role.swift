/// What somebody may do; each role may do what those before it may.
public enum Role: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Looks at figures.
    case viewer
    /// Loads files, too.
    case clerk
    /// Answers for what is said, too: acknowledges doubts, publishes, withdraws loads, and sees who did what.
    case editor

    /// Whether one may do less than another.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .viewer: 0
        case .clerk: 1
        case .editor: 2
        }
    }
}
