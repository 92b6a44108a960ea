import ArgumentParser

/// How the command ends; of several the worst counts.
enum ExitStatus: Int32, Comparable {
    /// All well.
    case success = 0
    /// Something is wrong with the data; figures are still there.
    case dataNeedsAttention = 1
    /// Wrong usage or configuration.
    case usage = 2
    /// Input that cannot be read at all; nothing changed.
    case unreadableInput = 3
    /// The machine failed; nothing changed.
    case machineFailure = 4

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// Ends the command with this status, unless all is well.
    func exitIfNeeded() throws {
        if self != .success { throw ExitCode(rawValue) }
    }
}
