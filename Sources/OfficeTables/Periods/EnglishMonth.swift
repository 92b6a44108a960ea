/// The names of months in English, in full or shortened to three or four letters: January, Jan., Sept.
enum EnglishMonth {
    private static let names: [[Unicode.Scalar]] = [
        "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER",
        "DECEMBER",
    ].map { Array($0.unicodeScalars) }

    /// The month a text begins with, and how many characters name it, a full stop behind a short form included.
    static func leading(_ scalars: ArraySlice<Unicode.Scalar>) -> (number: Int, length: Int)? {
        guard let first = scalars.first, first.isASCIILetter else { return nil }
        let word = scalars.prefix { $0.isASCIILetter }.map {
            $0.value >= 0x61 ? Unicode.Scalar($0.value - 0x20) ?? $0 : $0
        }
        guard
            let index = names.firstIndex(where: { name in
                word == name || (word.count == 3 || word.count == 4) && name.starts(with: word)
            })
        else { return nil }
        let hasStop = scalars.dropFirst(word.count).first == "."
        return (index + 1, word.count + (hasStop ? 1 : 0))
    }
}
