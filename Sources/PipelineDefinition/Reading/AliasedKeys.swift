import Diagnostics

/// Finds keys that are aliases or collections in a text that has anchors.
///
/// The YAML reader hashes every key to find duplicates. A key built from aliases of aliases has a size exponential in
/// the text's, so hashing it would never end; it must be refused before the reader sees it. Only texts with both an
/// anchor and an alias are looked at, so a `]:` in a sentence of an ordinary file does no harm.
enum AliasedKeys {
    /// Where the first such key stands, or `nil` when there is none.
    static func firstPosition(in text: String, file: String) -> SourcePosition? {
        let scalars = Array(text.unicodeScalars)
        guard hasToken("&", in: scalars), hasToken("*", in: scalars) else { return nil }
        for index in scalars.indices where endsAliasedKey(at: index, in: scalars) {
            let before = scalars[..<index]
            let lineStart = (before.lastIndex(of: "\n") ?? -1) + 1
            return SourcePosition(
                file: file, line: before.count { $0 == "\n" } + 1, column: index - lineStart + 1)
        }
        return nil
    }

    /// Whether a mark stands where an anchor or alias begins: after white space or an opening bracket, before a name.
    private static func hasToken(_ mark: Unicode.Scalar, in scalars: [Unicode.Scalar]) -> Bool {
        scalars.indices.contains { index in
            guard scalars[index] == mark, index + 1 < scalars.count, !isSpace(scalars[index + 1]) else { return false }
            return index == 0 || isSpace(scalars[index - 1]) || opening.contains(scalars[index - 1])
        }
    }

    /// Whether an explicit key `? `, an alias before a colon, or a closing bracket before a colon stands here.
    private static func endsAliasedKey(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let isFirst = index == 0 || isSpace(scalars[index - 1]) || opening.contains(scalars[index - 1])
        switch scalars[index] {
        case "?":
            return isFirst && (index + 1 == scalars.count || isSpace(scalars[index + 1]))
        case "]", "}":
            return nextAfterSpace(from: index + 1, in: scalars) == ":"
        case "*" where isFirst:
            var end = index + 1
            while end < scalars.count, !isSpace(scalars[end]), !ending.contains(scalars[end]) { end += 1 }
            return scalars[end - 1] == ":" || nextAfterSpace(from: end, in: scalars) == ":"
        default:
            return false
        }
    }

    private static func nextAfterSpace(from start: Int, in scalars: [Unicode.Scalar]) -> Unicode.Scalar? {
        scalars[start...].first { !isSpace($0) }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
    }

    private static let opening: Set<Unicode.Scalar> = ["[", "{", ",", ":", "?", "-"]
    private static let ending: Set<Unicode.Scalar> = [",", "[", "]", "{", "}"]
}
