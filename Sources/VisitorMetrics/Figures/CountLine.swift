import VisitorModel

/// The counts of one measure, place and segment, by period and release: months side by side, so that the many lookups of
/// a sum over years cost next to nothing.
struct CountLine: Sendable {
    /// The releases of one period; nearly always there is one.
    enum Releases: Sendable {
        case none
        case one(vintage: String, entry: CountTable.Entry)
        case several([String: CountTable.Entry])

        mutating func set(_ entry: CountTable.Entry, _ vintage: String) {
            switch self {
            case .none: self = .one(vintage: vintage, entry: entry)
            case .one(let known, _) where known == vintage: self = .one(vintage: vintage, entry: entry)
            case .one(let known, let first): self = .several([known: first, vintage: entry])
            case .several(var entries):
                entries[vintage] = entry
                self = .several(entries)
            }
        }

        func entry(of vintage: String) -> CountTable.Entry? {
            switch self {
            case .none: nil
            case .one(let known, let entry): known == vintage ? entry : nil
            case .several(let entries): entries[vintage]
            }
        }

        /// Whether some release has a number.
        var hasNumber: Bool {
            switch self {
            case .none: false
            case .one(_, let entry): entry.value.number != nil
            case .several(let entries): entries.values.contains { $0.value.number != nil }
            }
        }

        /// See ``CountTable/choice(of:in:preferring:only:)``.
        func choice(preferring vintages: [String], only: String?) -> CountTable.Choice? {
            switch self {
            case .none: return nil
            case .one(let vintage, let entry):
                return only.map { $0 == vintage } ?? true ? CountTable.Choice(vintage: vintage, entry: entry) : nil
            case .several(let entries):
                if let only { return entries[only].map { CountTable.Choice(vintage: only, entry: $0) } }
                let unlisted = entries.keys.filter { !vintages.contains($0) }.sorted(by: >)
                let candidates = (vintages + unlisted).compactMap { vintage in
                    entries[vintage].map { CountTable.Choice(vintage: vintage, entry: $0) }
                }
                return candidates.first { $0.entry.value.number != nil } ?? candidates.first
            }
        }
    }

    /// More months than any series has; what lies farther apart is looked up like other periods.
    private static let monthLimit = 2_400

    private var firstMonth: Month?
    private var months: [Releases] = []
    private var others: [Period: Releases] = [:]

    subscript(period: Period) -> Releases {
        if case .month(let month) = period, let firstMonth {
            let place = firstMonth.distance(to: month)
            if months.indices.contains(place) { return months[place] }
        }
        return others.isEmpty ? .none : others[period] ?? .none
    }

    mutating func set(_ entry: CountTable.Entry, _ vintage: String, in period: Period) {
        guard case .month(let month) = period, let place = makeRoom(for: month) else {
            others[period, default: .none].set(entry, vintage)
            return
        }
        months[place].set(entry, vintage)
    }

    private mutating func makeRoom(for month: Month) -> Int? {
        guard let first = firstMonth else {
            firstMonth = month
            months = [.none]
            return 0
        }
        let place = first.distance(to: month)
        if place >= 0 {
            guard place < Self.monthLimit else { return nil }
            while months.count <= place { months.append(.none) }
            return place
        }
        guard months.count - place <= Self.monthLimit else { return nil }
        months.insert(contentsOf: repeatElement(.none, count: -place), at: 0)
        firstMonth = month
        return 0
    }

    /// The periods with a number, in no order.
    var periodsWithNumber: [Period] {
        monthsWithNumber.map(Period.month) + others.filter { !$0.key.isMonth && $0.value.hasNumber }.map(\.key)
    }

    /// The months with a number, in order.
    var monthsWithNumber: [Month] {
        var found: [Month] = []
        if let firstMonth {
            for (place, releases) in months.enumerated() where releases.hasNumber {
                found.append(firstMonth.advanced(by: place))
            }
        }
        for case (.month(let month), let releases) in others where releases.hasNumber { found.append(month) }
        return others.isEmpty ? found : found.sorted()
    }

    /// The first month with a number.
    var firstMonthWithNumber: Month? {
        guard others.isEmpty, let firstMonth else { return monthsWithNumber.first }
        return months.firstIndex { $0.hasNumber }.map { firstMonth.advanced(by: $0) }
    }

    /// The last month with a number.
    var lastMonthWithNumber: Month? {
        guard others.isEmpty, let firstMonth else { return monthsWithNumber.last }
        return months.lastIndex { $0.hasNumber }.map { firstMonth.advanced(by: $0) }
    }
}

extension Period {
    fileprivate var isMonth: Bool {
        if case .month = self { true } else { false }
    }
}
