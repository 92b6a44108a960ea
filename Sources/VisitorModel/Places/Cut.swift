/// A set of places that covers one place exactly once, so that their counts may be added.
public struct Cut: Sendable, Hashable {
    /// The place that is covered.
    public let whole: String
    /// The places whose counts are added.
    public let members: [String]

    /// Why a set of places is not a cut.
    public enum Fault: Error, Sendable, Hashable {
        case unknownPlace(String)
        case outside(place: String, whole: String)
        /// One place is counted twice: by itself, or inside another member.
        case countedTwice(place: String, inside: String)
        /// A place left out on purpose is still counted in a member, or a member lies in a place left out.
        case excludedYetCounted(place: String, inside: String)
        /// These places, which have counts of their own, are in no member.
        case leftOut([String])
    }

    /// Makes a cut, checking that nothing is left out and nothing counted twice.
    ///
    /// - Parameters:
    ///   - whole: The place to be covered.
    ///   - members: The places to be added.
    ///   - excluded: Places left out on purpose, with everything inside them.
    ///   - tree: The tree all of them stand in.
    /// - Throws: Every ``Fault`` would be worth naming; the first found is thrown.
    public init(of whole: String, members: [String], excluding excluded: [String] = [], in tree: PlaceTree) throws(Fault) {
        guard tree[whole] != nil else { throw .unknownPlace(whole) }
        for place in members + excluded {
            guard tree[place] != nil else { throw .unknownPlace(place) }
            guard tree.contains(place, within: whole) else { throw .outside(place: place, whole: whole) }
        }
        var seen: Set<String> = []
        /// The first member inside each place that holds one.
        var holding: [String: String] = [:]
        for member in members {
            let around = tree.ancestors(of: member)
            if let other = ([member] + around).first(where: seen.contains) {
                throw .countedTwice(place: member, inside: other)
            }
            if let other = holding[member] { throw .countedTwice(place: other, inside: member) }
            seen.insert(member)
            for place in around where holding[place] == nil { holding[place] = member }
        }
        for place in excluded {
            if let member = members.first(where: { tree.contains(place, within: $0) }) {
                throw .excludedYetCounted(place: place, inside: member)
            }
            if let member = members.first(where: { tree.contains($0, within: place) }) {
                throw .excludedYetCounted(place: member, inside: place)
            }
        }
        let leftOut = Self.uncovered(whole, by: Set(members).union(excluded), in: tree)
        guard leftOut.isEmpty else { throw .leftOut(leftOut) }
        self.whole = whole
        self.members = members
    }

    /// The smallest places inside one that no covered place holds.
    private static func uncovered(_ place: String, by covered: Set<String>, in tree: PlaceTree) -> [String] {
        if covered.contains(place) { return [] }
        let children = tree.children(of: place)
        if children.isEmpty { return [place] }
        return children.flatMap { uncovered($0, by: covered, in: tree) }
    }
}
