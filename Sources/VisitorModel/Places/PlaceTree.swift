/// All places of a workspace and how they lie in one another.
///
/// A tree is checked when it is made, so that everything behind it can rely on it.
public struct PlaceTree: Sendable, Hashable {
    /// The places in the order they were described.
    public let places: [Place]
    private let placesByID: [String: Place]
    private let childrenByID: [String: [String]]

    /// Why places do not make a tree.
    public enum Fault: Error, Sendable, Hashable {
        case duplicateID(String)
        case unknownParent(place: String, parent: String)
        case cycle([String])
    }

    /// Makes a tree.
    ///
    /// - Throws: The first ``Fault`` found, in the order of the places.
    public init(_ places: [Place]) throws(Fault) {
        var placesByID: [String: Place] = [:]
        for place in places {
            guard placesByID.updateValue(place, forKey: place.id) == nil else { throw .duplicateID(place.id) }
        }
        var childrenByID: [String: [String]] = [:]
        for place in places {
            guard let parent = place.parent else { continue }
            guard placesByID[parent] != nil else { throw .unknownParent(place: place.id, parent: parent) }
            childrenByID[parent, default: []].append(place.id)
        }
        self.places = places
        self.placesByID = placesByID
        self.childrenByID = childrenByID
        for place in places {
            var path = [place.id]
            var parent = place.parent
            while let id = parent {
                if path.contains(id) { throw .cycle(path + [id]) }
                path.append(id)
                parent = placesByID[id]?.parent
            }
        }
    }

    /// The place with an identifier.
    public subscript(id: String) -> Place? { placesByID[id] }

    /// The places directly inside one, in the order they were described.
    public func children(of id: String) -> [String] { childrenByID[id] ?? [] }

    /// The places a place lies in, the nearest first.
    public func ancestors(of id: String) -> [String] {
        var ancestors: [String] = []
        var parent = placesByID[id]?.parent
        while let id = parent {
            ancestors.append(id)
            parent = placesByID[id]?.parent
        }
        return ancestors
    }

    /// Whether a place is another one or lies somewhere inside it.
    public func contains(_ id: String, within ancestor: String) -> Bool {
        id == ancestor || ancestors(of: id).contains(ancestor)
    }

    /// Every place inside one, itself included, parents before children.
    public func subtree(of id: String) -> [String] {
        [id] + children(of: id).flatMap { subtree(of: $0) }
    }
}
