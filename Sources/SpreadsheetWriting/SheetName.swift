/// The name of a sheet: at most 31 letters, none of them reserved.
public struct SheetName: Sendable, Hashable {
    /// The name as it stands on the tab.
    public let text: String

    fileprivate init(text: String) {
        self.text = text
    }
}

/// Turns words of any kind into names of sheets, each different from those before it.
///
/// Spreadsheets take neither `[ ] : * ? / \` nor an apostrophe at the ends, no more than 31 letters (counted in
/// UTF-16), not the word "History", and no two names that differ in case alone.
public struct SheetNames: Sendable {
    private static let limit = 31
    private var taken: Set<String> = ["history"]

    /// No name is taken yet.
    public init() {}

    /// A name made of the words; a number is added where it is taken.
    public mutating func claim(_ words: String) -> SheetName {
        let stem = Self.cleaned(words)
        var number = 1
        var name = Self.cut(stem, to: Self.limit)
        while !taken.insert(name.lowercased()).inserted {
            number += 1
            let suffix = " (\(number))"
            name = Self.cut(stem, to: Self.limit - suffix.utf16.count) + suffix
        }
        return SheetName(text: name)
    }

    private static func cleaned(_ words: String) -> String {
        var scalars = String.UnicodeScalarView()
        // Far more than a name can hold, far less than a hostile text may bring.
        for scalar in CellText.cleaned(words, limit: 400).unicodeScalars {
            switch scalar {
            case "[", "]", ":", "*", "?", "/", "\\", "\n", "\t": scalars.append(" ")
            // An apostrophe would have to be doubled wherever the name is used.
            case "'": scalars.append("\u{2019}")
            default: scalars.append(scalar)
            }
        }
        let name = String(scalars).split(separator: " ").joined(separator: " ")
        return name.isEmpty ? "-" : name
    }

    private static func cut(_ name: String, to limit: Int) -> String {
        guard name.utf16.count > limit else { return name }
        var kept = ""
        for character in name {
            if kept.utf16.count + String(character).utf16.count > limit - 1 { break }
            kept.append(character)
        }
        return kept + "…"
    }
}
