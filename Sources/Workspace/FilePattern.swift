/// A pattern of file names such as `gates-*.csv` or `inbox/*/2013.xml`.
///
/// `*` stands for any characters but a slash, `?` for one. A pattern with folders is held against the end of a path.
/// Letters that are the same in Unicode match however they are composed, since archives made on a Mac decompose them.
struct FilePattern {
    private let components: [[Character]]

    init(_ pattern: String) {
        components = pattern.split(separator: "/").map { Array($0) }
    }

    /// Whether the end of a path fits.
    func matches(_ path: String) -> Bool {
        let parts = path.split(separator: "/").map { Array($0) }
        guard !components.isEmpty, parts.count >= components.count else { return false }
        return zip(parts.suffix(components.count), components).allSatisfy { Self.matches($0[...], $1[...]) }
    }

    private static func matches(_ text: ArraySlice<Character>, _ pattern: ArraySlice<Character>) -> Bool {
        // The usual two-finger match: on a mismatch, the last star takes one character more.
        var text = text
        var pattern = pattern
        var retry: (text: ArraySlice<Character>, pattern: ArraySlice<Character>)?
        while !text.isEmpty {
            if pattern.first == "*" {
                pattern.removeFirst()
                retry = (text, pattern)
            } else if let wanted = pattern.first, wanted == "?" || wanted == text.first {
                pattern.removeFirst()
                text.removeFirst()
            } else if let last = retry, !last.text.isEmpty {
                text = last.text.dropFirst()
                pattern = last.pattern
                retry = (text, pattern)
            } else {
                return false
            }
        }
        return pattern.allSatisfy { $0 == "*" }
    }
}
