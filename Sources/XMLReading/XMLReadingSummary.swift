public import Diagnostics

/// What a document turned out to hold.
public struct XMLReadingSummary: Sendable, Hashable {
    /// Records delivered.
    public var records: Int
    /// Elements read, the root included.
    public var elements: Int
    /// The root element's local name; `nil` when there was none.
    public var rootName: String?
    /// The encoding named in the XML declaration.
    public var declaredEncoding: String?
    /// Things worth knowing that stopped nothing.
    public var notices: [Diagnostic]
    /// The first 20 distinct element paths, such as `/入込客報告/月報`: what is there when no record was found.
    public var elementPathsSeen: [String]
}

/// The distinct element paths of a document, as a tree of names that stops growing at 20.
struct XMLPathCensus {
    private static let maximumCount = 20
    /// Names are shared strings, which compare faster than they hash; there are never more than twenty.
    private var children: [[(name: String, node: Int)]] = [[]]
    private(set) var paths: [String] = []

    /// The node above the root element.
    static let top = 0

    /// The node of an element under its parent's node; `nil` once the tree is full and for everything below.
    mutating func enter(_ name: String, under parent: Int?) -> Int? {
        guard let parent else { return nil }
        if let known = children[parent].first(where: { $0.name == name }) { return known.node }
        guard paths.count < Self.maximumCount else { return nil }
        let node = children.count
        paths.append((parent == Self.top ? "" : paths[parent - 1]) + "/" + name)
        children[parent].append((name, node))
        children.append([])
        return node
    }
}
