/// Turns ids of any kind into names that are safe in an `id` attribute and in a link, and unique on the page.
struct AnchorNames {
    private var taken: Set<String> = []

    /// A name made of a prefix and what is left of an id in ASCII letters, digits, `.`, `_` and `-`.
    ///
    /// The same ids in the same order always get the same names.
    mutating func claim(_ id: String, prefix: String) -> String {
        let kept = id.unicodeScalars.prefix(120).map { scalar -> Character in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", ".", "_": Character(scalar)
            default: "-"
            }
        }
        let words = String(kept).split(separator: "-").joined(separator: "-")
        let stem = words.isEmpty ? prefix : "\(prefix)-\(words)"
        var name = stem
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(stem)-\(number)"
            number += 1
        }
        return name
    }
}
