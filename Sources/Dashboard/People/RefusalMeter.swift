import VisitorLedger

/// Keeps whoever is turned away from filling the disk with lines about it.
///
/// For each address so many refusals a minute are written down, and in all so many; then one line says that more
/// followed.
struct RefusalMeter: Sendable {
    /// What to do about a refusal.
    enum Answer: Sendable {
        /// Write it down.
        case write
        /// Write down that more of these follow.
        case writeLast
        /// Leave it out.
        case leaveOut
    }

    static let perAddress = 60
    static let inAll = 600

    private var minute = 0
    private var counts: [String: Int] = [:]
    private var all = 0

    /// Counts a refusal.
    mutating func count(_ address: String, at moment: Timestamp) -> Answer {
        let minute = moment.secondsSinceEpoch / 60
        if minute != self.minute {
            self.minute = minute
            counts = [:]
            all = 0
        }
        guard all < Self.inAll else { return .leaveOut }
        let count = counts[address, default: 0] + 1
        counts[address] = count
        guard count <= Self.perAddress else { return .leaveOut }
        all += 1
        return count == Self.perAddress || all == Self.inAll ? .writeLast : .write
    }
}
