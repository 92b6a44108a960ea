/// Attributes that a message states once for a group of series: the title of all series of one currency.
///
/// A group belongs to an observation when its key is part of the observation's. In structure-specific messages nothing
/// marks the key, so the names that the observation also has are taken as it. Looking a group up costs the same however
/// many there are.
struct SDMXGroups {
    /// How many bytes of names and values are kept; a message with more ends with an error.
    static let byteLimit = 16 << 20

    private struct Shape {
        var names: [String]
        var explicitKey: [String]?
        var groups: [SDMXFacts] = []
        /// For each set of key names in use, the groups by their key values.
        var indices: [(key: [String], groups: [String: Int])] = []
    }

    private var shapes: [Shape] = []
    private var bytes = 0

    var isEmpty: Bool { shapes.isEmpty }

    /// Adds a group; `false` when there are too many.
    mutating func add(_ facts: SDMXFacts, key: SDMXFacts?) -> Bool {
        var all = key ?? SDMXFacts()
        for pair in facts.pairs { all.add(pair.name, pair.value) }
        bytes += all.pairs.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 64 }
        guard bytes <= Self.byteLimit, shapes.count < 64 else { return false }
        let names = all.pairs.map(\.name).sorted()
        let explicit = key.map { $0.pairs.map(\.name).sorted() }
        if let index = shapes.firstIndex(where: { $0.names == names && $0.explicitKey == explicit }) {
            shapes[index].groups.append(all)
            shapes[index].indices = []
        } else {
            shapes.append(Shape(names: names, explicitKey: explicit, groups: [all]))
        }
        return true
    }

    /// The groups an observation belongs to.
    mutating func groups(of fact: (String) -> String?) -> [SDMXFacts] {
        var found: [SDMXFacts] = []
        for place in shapes.indices {
            let key = shapes[place].explicitKey ?? shapes[place].names.filter { fact($0) != nil }
            guard !key.isEmpty, let index = index(of: key, in: place) else { continue }
            let values = key.map { fact($0) ?? "" }.joined(separator: "\u{1F}")
            if let group = shapes[place].indices[index].groups[values] { found.append(shapes[place].groups[group]) }
        }
        return found
    }

    /// The index for a set of key names; `nil` when a message asks for ever new ones.
    private mutating func index(of key: [String], in place: Int) -> Int? {
        if let known = shapes[place].indices.firstIndex(where: { $0.key == key }) { return known }
        guard shapes[place].indices.count < 8 else { return nil }
        var groups: [String: Int] = [:]
        for (number, group) in shapes[place].groups.enumerated() {
            groups[key.map { group[$0] ?? "" }.joined(separator: "\u{1F}")] = number
        }
        shapes[place].indices.append((key, groups))
        return shapes[place].indices.count - 1
    }
}
