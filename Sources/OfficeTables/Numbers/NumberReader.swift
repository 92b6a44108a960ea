import VisitorModel

/// Reads the cells of a number column by a profile's rules.
///
/// Make one per column and keep it: the rules are prepared once.
public struct NumberReader: Sendable {
    /// The rules it reads by.
    public let rules: NumberRules
    private let meanings: [String: SymbolMeaning]
    private let symbolsHoldDigits: Bool

    /// Longer texts are no numbers; 1 MB in a cell must not cost more than looking at it.
    private static let longestNumber = 120
    private static let longestSymbol = 24

    /// Makes a reader.
    public init(rules: NumberRules = NumberRules()) {
        self.rules = rules
        var meanings: [String: SymbolMeaning] = [:]
        for symbol in rules.symbols.keys.sorted() { meanings[symbolKey(symbol)] = rules.symbols[symbol] }
        self.meanings = meanings
        symbolsHoldDigits = meanings.keys.contains { key in key.utf8.contains { (0x30...0x39).contains($0) } }
    }

    /// Reads one cell.
    public func read(_ text: String) -> NumberReading {
        if !symbolsHoldDigits, let plain = ScannedNumber(plainWhole: text) { return reading(of: plain) }
        let scalars = text.narrowedScalars
        if scalars.isEmpty { return meaning(rules.emptyCell, of: text) }
        let holdsDigit = scalars.contains(where: \.isASCIIDigit)
        guard scalars.count <= Self.longestNumber else {
            let isOneNumber = scalars.allSatisfy { $0.isASCIIDigit || $0 == "," }
            return .fault(isOneNumber ? .tooLarge : .unreadable(hint: nil))
        }
        if scalars.count <= Self.longestSymbol, !holdsDigit || symbolsHoldDigits,
            let declared = meanings[symbolKey(text)]
        {
            return meaning(declared, of: text)
        }
        guard holdsDigit else { return .fault(faultWithoutDigits(scalars)) }
        do throws(NumberFault) {
            return reading(of: try ScannedNumber(scalars))
        } catch {
            if case .unreadable = error { return .fault(.unreadable(hint: hint(for: scalars))) }
            return .fault(error)
        }
    }

    private func meaning(_ meaning: SymbolMeaning?, of text: String) -> NumberReading {
        switch meaning {
        case .absent(let status): .absent(status)
        case .zero: .zero(symbol: text)
        case nil: .fault(.missing)
        }
    }

    private func reading(of scanned: ScannedNumber) -> NumberReading {
        let scale = scanned.scale ?? rules.scale
        let isNegative = scanned.isNegative || scanned.isBracketed && rules.brackets == .negative
        guard let coefficient = scanned.coefficient,
            let written = ExactDecimal(
                coefficient: isNegative ? -coefficient : coefficient, fractionDigits: scanned.fractionDigits),
            let number = written.multiplied(by: ExactDecimal(scale.factor))
        else { return .fault(.tooLarge) }
        var notices: [NumberNotice] = scanned.isApproximate ? [.approximate] : []
        if let mark = scanned.footnoteMark {
            guard rules.allowsFootnoteMark else { return .fault(.footnoteMark(mark: mark, number: number)) }
            notices.append(.footnoteMarkDropped(mark: mark))
        }
        if let own = scanned.scale, rules.scale != .one, own != rules.scale {
            notices.append(.ownScale(cell: own, column: rules.scale))
        }
        if scanned.isBracketed {
            guard let brackets = rules.brackets else { return .fault(.brackets(number)) }
            if brackets == .part { return .part(number) }
        }
        if number.isNegative, !rules.allowsNegative { return .fault(.negative(number)) }
        if number.whole == nil, !rules.allowsFraction { return .fault(.notWhole(number)) }
        return .value(
            ReadNumber(
                number: number, roundingHalfWidth: scale.roundingHalfWidth(fractionDigits: scanned.fractionDigits),
                unit: scanned.unit, notices: notices))
    }

    private func faultWithoutDigits(_ scalars: [Unicode.Scalar]) -> NumberFault {
        if scalars.first == "#" { return .unreadable(hint: .spreadsheetError) }
        let isDrawn = scalars.allSatisfy { !$0.isInvisible && $0.value >= 0x20 && !$0.properties.isGraphemeExtend }
        guard scalars.count <= Self.longestSymbol, isDrawn else { return .unreadable(hint: nil) }
        // Marks are drawn (-, …, ***) or a letter or two (x, NA); a word in a number column is a slip.
        if scalars.count > 2, scalars.allSatisfy(\.isASCIILetter) { return .unreadable(hint: nil) }
        return .unknownSymbol(String(scalars: scalars))
    }

    private func hint(for scalars: [Unicode.Scalar]) -> NumberHint? {
        if scalars.first == "#" { return .spreadsheetError }
        let mended = scalars.map(\.digitLookedLike)
        if mended != scalars, let number = (try? ScannedNumber(mended)).flatMap({ reading(of: $0).number }) {
            return .looksLike(number.number)
        }
        guard let exponent = scalars.firstIndex(where: { $0 == "E" || $0 == "e" }), exponent > 0 else { return nil }
        let isExponent =
            scalars[..<exponent].allSatisfy { $0.isASCIIDigit || $0 == "." }
            && scalars[(exponent + 1)...].allSatisfy { $0.isASCIIDigit || $0 == "+" || $0 == "-" }
        return isExponent ? .exponent : nil
    }
}

extension Scale {
    /// Half of the last written digit's worth; zero for numbers stated in ones, which are taken as exact.
    func roundingHalfWidth(fractionDigits: Int) -> Int {
        guard self != .one else { return 0 }
        var lastDigitWorth = factor
        for _ in 0..<min(fractionDigits, 18) { lastDigitWorth /= 10 }
        return lastDigitWorth / 2
    }
}

extension Unicode.Scalar {
    /// The digit this character is mistyped for: the letters O and l, and the round signs of Japanese keyboards.
    fileprivate var digitLookedLike: Unicode.Scalar {
        switch self {
        case "O", "o", "〇", "○", "◯": "0"
        case "I", "l", "|": "1"
        default: self
        }
    }
}

/// The form in which symbols are compared: `－` and `―` are `-`, `…` is `...`, the Roman numeral Ⅹ is `x`.
private func symbolKey(_ symbol: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in LabelKey(symbol).text.unicodeScalars {
        switch scalar {
        case "…", "⋯": scalars.append(contentsOf: [".", ".", "."])
        case "・": scalars.append(".")
        case "ⅹ": scalars.append("x")
        default: scalars.append(scalar)
        }
    }
    return String(scalars: scalars)
}
