import OfficeTables
import Testing
import VisitorModel

struct PeriodRoundTripTests {
    /// Every month of 1989 to 2030 and how offices write it.
    @Test(arguments: 1989...2030)
    func `every month in every style reads back`(year: Int) throws {
        let reader = PeriodReader(expecting: [.month])
        for month in 1...12 {
            let isReiwa = year > 2019 || (year == 2019 && month >= 5)
            let eraYear = year - (isReiwa ? 2018 : 1988)
            let (era, letter) = isReiwa ? ("令和", "R") : ("平成", "H")
            let two = month < 10 ? "0\(month)" : "\(month)"
            let styles = [
                "\(year)-\(two)", "\(year)/\(month)", "\(year).\(two)", "\(year)年\(month)月", "\(year)\(two)",
                "\(year)_\(two)",
                "\(era)\(eraYear == 1 ? "元" : "\(eraYear)")年\(month)月", "\(letter)\(eraYear).\(month)",
                "\(letter)\(eraYear)年\(two)月分",
                wide("\(era)\(eraYear)年 \(month)月"), wide("\(letter)\(eraYear)/\(month)"),
                "\(letter.lowercased())\(eraYear)-\(month)",
                "\(era)　\(eraYear)　年\n\(month)　月",
            ]
            let expected = try #require(Month(year: year, number: month))
            for style in styles {
                let read = try reader.read(style)
                #expect(read.period == .month(expected), "\(style)")
                #expect(read.notices == [], "\(style)")
            }
        }
    }

    private func wide(_ text: String) -> String {
        var wide = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isNarrow = (0x21...0x7E).contains(scalar.value)
            wide.append(
                isNarrow ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar == " " ? "\u{3000}" : scalar)
        }
        return String(wide)
    }
}
