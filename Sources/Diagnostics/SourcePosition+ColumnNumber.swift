extension SourcePosition {
    /// The 1-based column a spreadsheet's letters name: `A` is 1, `AA` 27; `nil` for anything else.
    public static func columnNumber(_ letters: String) -> Int? {
        guard (1...3).contains(letters.utf8.count) else { return nil }
        var number = 0
        for byte in letters.utf8 {
            let letter = byte & 0xDF
            guard (0x41...0x5A).contains(letter) else { return nil }
            number = number * 26 + Int(letter - 0x40)
        }
        return number
    }
}
