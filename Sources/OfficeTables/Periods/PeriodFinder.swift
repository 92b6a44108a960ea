import VisitorModel

extension PeriodReader {
    /// Looks for the one period of the expected kinds that a title or a file's name is about.
    ///
    /// 秋芳洞　平成25年4月分 → 2013-04, `city202304_utf8.csv` → 2023-04. Texts beyond 2,000 characters give `none`.
    public func find(in text: String) -> Finding<ReadPeriod> {
        guard text.utf8.count <= 8_000 else { return .none }
        let scalars = text.narrowedScalars
        var found: [ReadPeriod] = []
        var index = 0
        while index < scalars.count {
            let continuesWord =
                index > 0
                && (scalars[index - 1].isASCIIDigit || scalars[index].isASCIILetter && scalars[index - 1].isASCIILetter)
            if !continuesWord, let (read, length) = longest(from: scalars[index...]) {
                if !found.contains(where: { $0.period == read.period }) { found.append(read) }
                index += length
            } else {
                index += 1
            }
        }
        return Finding(found)
    }

    private static let longestMention = 24

    /// The longest beginning of a text that is a period of an expected kind.
    private func longest(from scalars: ArraySlice<Unicode.Scalar>) -> (ReadPeriod, Int)? {
        guard let first = scalars.first,
            first.isASCIIDigit || first.isASCIILetter || JapaneseEra.leading(scalars) != nil
        else { return nil }
        let most = min(Self.longestMention, scalars.count)
        for length in stride(from: most, through: 2, by: -1) {
            let candidate = scalars.prefix(length)
            // A number must not be cut in two, nor a date be taken for a month.
            if let last = candidate.last, last.isASCIIDigit, scalars.dropFirst(length).first?.isASCIIDigit == true {
                continue
            }
            if let last = candidate.last, !last.isASCIIDigit, last != "月", last != "年", last != "度", last != "日",
                last != "期"
            {
                continue
            }
            if let read = try? read(String(scalars: candidate)) { return (read, length) }
        }
        return nil
    }
}
