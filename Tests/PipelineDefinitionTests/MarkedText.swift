import Diagnostics

/// A definition text in which marks such as `1️⃣` stand where diagnostics must point.
///
/// Nobody counts columns by hand: the marks are taken out, and each remembers its line and column.
struct MarkedText {
    /// The text without its marks.
    let text: String
    private let positions: [Character: (line: Int, column: Int)]

    init(_ marked: String) {
        var text = ""
        var positions: [Character: (line: Int, column: Int)] = [:]
        var line = 1
        var column = 1
        for character in marked {
            if Self.marks.contains(character) {
                positions[character] = (line, column)
                continue
            }
            text.append(character)
            if character == "\n" {
                line += 1
                column = 1
            } else {
                column += character.unicodeScalars.count
            }
        }
        self.text = text
        self.positions = positions
    }

    /// Where a mark stood, as diagnostics write it: `file:line:column`.
    func position(_ mark: Character, in file: String) -> String {
        guard let position = positions[mark] else { return "no mark \(mark)" }
        return SourcePosition(file: file, line: position.line, column: position.column).description
    }

    private static let marks: Set<Character> = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟"]
}
