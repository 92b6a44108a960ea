import Languages
import OfficeTables
import PipelineDefinition
import VisitorModel

/// Finds what a label in a file stands for: the place, market or word a profile or the destination gives it.
struct LabelResolver: Sendable {
    /// What a label stands for.
    enum Resolution: Sendable, Hashable {
        case known(String)
        /// Several places have this name.
        case ambiguous([String])
        case unknown
    }

    private var meanings: [LabelKey: [String]] = [:]
    /// The names a person could have meant, for suggestions.
    private(set) var names: [String] = []

    /// A resolver for the places inside one, or for all.
    init(places tree: PlaceTree, within: String?, map: [String: String]) {
        addMap(map)
        let identifiers = within.map { tree.subtree(of: $0) } ?? tree.places.map(\.id)
        for place in identifiers.compactMap({ tree[$0] }) {
            for spelling in [place.id, place.names.ja, place.names.en] + place.aliases { add(spelling, place.id) }
            if let code = place.code {
                add(code, place.id)
                // Files print codes as numbers too: 01101 becomes 1101.
                if let number = Int(code) { add(String(number), place.id) }
            }
            names += [place.names.ja] + place.aliases
        }
    }

    /// A resolver for the markets of a register.
    init(markets: [Market], map: [String: String]) {
        addMap(map)
        for market in markets {
            for spelling in [market.id, market.names.ja, market.names.en] + market.aliases { add(spelling, market.id) }
            names += [market.names.ja] + market.aliases
        }
    }

    /// A resolver for the words a map lists, beside words that mean themselves.
    init(map: [String: String], usual: [String: String] = [:]) {
        addMap(map)
        for (spelling, meaning) in usual.sorted(by: { $0.key < $1.key }) { add(spelling, meaning) }
        names = map.keys.sorted()
    }

    /// What a label stands for.
    ///
    /// A label nobody knows as it stands is tried without what offices put around names: a number or a code before it
    /// (01北海道, (20)三隅海岸), a bullet, a bracket behind it. What is left must be known, and mean one thing.
    func resolve(_ label: String) -> Resolution {
        if let found = meanings[LabelKey(label)] { return found.count == 1 ? .known(found[0]) : .ambiguous(found) }
        for core in LabelCore.candidates(in: label) {
            if let found = meanings[LabelKey(core)], found.count == 1 { return .known(found[0]) }
        }
        return .unknown
    }

    private mutating func addMap(_ map: [String: String]) {
        // A profile's own words come first: they decide what an ambiguous name means.
        for (spelling, meaning) in map.sorted(by: { $0.key < $1.key }) { meanings[LabelKey(spelling)] = [meaning] }
        mapped = Set(meanings.keys)
    }

    private var mapped: Set<LabelKey> = []

    private mutating func add(_ spelling: String, _ meaning: String) {
        let key = LabelKey(spelling)
        guard !key.isEmpty, !mapped.contains(key), !(meanings[key] ?? []).contains(meaning) else { return }
        meanings[key, default: []].append(meaning)
    }
}
