/// The known names nearest to a misspelt one, best first, for "did you mean".
///
/// Distance is Levenshtein's over characters, with two neighbours swapped counted as one change (twon, town). A name
/// is near when at most a third of the longer text differs (at least one character, so that 秋吉大 finds 秋吉台) but
/// not all of it, or when one text holds the other.
///
/// - Parameters:
///   - text: What was written.
///   - names: What is known.
///   - count: How many names to return at most.
public func closestNames(to text: String, among names: some Sequence<String>, count: Int = 3) -> [String] {
    let written = comparable(text)
    guard !written.isEmpty else { return [] }
    var seen: Set<String> = []
    var candidates: [(name: String, distance: Int)] = []
    for name in names where seen.insert(name).inserted {
        let known = comparable(name)
        let distance = editDistance(written, known)
        let limit = max(1, max(written.count, known.count) / 3)
        let holdsOther = min(written.count, known.count) >= 2 && (contains(known, written) || contains(written, known))
        let hasCommonPart = distance < max(written.count, known.count)
        if (distance <= limit && hasCommonPart) || holdsOther { candidates.append((name, distance)) }
    }
    return candidates.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(count).map(\.name)
}

/// The characters of a name that are compared, in lower case.
private func comparable(_ name: String) -> [Character] {
    // Hostile input can be megabytes long, even in one character; nobody misspells a name by that much.
    Array(String(name.unicodeScalars.prefix(256)).lowercased().prefix(64))
}

private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    guard !left.isEmpty else { return right.count }
    guard !right.isEmpty else { return left.count }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, leftCharacter) in left.enumerated() {
        var current = [row + 1]
        current.reserveCapacity(right.count + 1)
        for (column, rightCharacter) in right.enumerated() {
            let substitution = previous[column] + (leftCharacter == rightCharacter ? 0 : 1)
            var distance = min(substitution, previous[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, leftCharacter == right[column - 1], left[row - 1] == rightCharacter {
                distance = min(distance, beforePrevious[column - 1] + 1)
            }
            current.append(distance)
        }
        beforePrevious = previous
        previous = current
    }
    return previous[right.count]
}

private func contains(_ text: [Character], _ part: [Character]) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { Array(text[$0..<($0 + part.count)]) == part }
}
