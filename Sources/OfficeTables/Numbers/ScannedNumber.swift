import VisitorModel

/// A number as it is written, before any rule is applied to it.
struct ScannedNumber {
    /// The digits as one integer; `nil` when there are more than any number here can have.
    private(set) var coefficient: Int128?
    private(set) var fractionDigits = 0
    private(set) var isNegative = false
    private(set) var isBracketed = false
    private(set) var isApproximate = false
    private(set) var scale: Scale?
    private(set) var unit: UnitWord?
    private(set) var footnoteMark: String?

    private static let mostDigits = 30

    /// A number without any decoration.
    init(whole: Int128) { coefficient = whole }

    /// Scans a trimmed text in narrow characters that holds at least one digit.
    ///
    /// - Throws: `unreadable` or `damagedSeparator`.
    init(_ scalars: [Unicode.Scalar]) throws(NumberFault) {
        var rest = scalars[...]
        scanPrefix(&rest)
        try scanDigits(&rest)
        try scanSuffix(&rest)
    }

    private mutating func scanPrefix(_ rest: inout ArraySlice<Unicode.Scalar>) {
        for word in ["約", "およそ", "概ね"] where rest.starts(with: word.unicodeScalars) {
            rest = rest.dropFirst(word.unicodeScalars.count)
            isApproximate = true
        }
        rest.skipSpaces()
        if let first = rest.first, "*※†#".unicodeScalars.contains(first), rest.dropFirst().first?.isASCIIDigit == true {
            footnoteMark = String(first)
            rest = rest.dropFirst()
        }
        if rest.first == "(", rest.last == ")" {
            // A footnote behind (12) would leave the text ending otherwise.
            rest = rest.dropFirst().dropLast()
            isBracketed = true
        } else if let sign = rest.first, sign.isDash || sign == "△" || sign == "▲" {
            rest = rest.dropFirst()
            isNegative = true
        } else if rest.first == "+" {
            rest = rest.dropFirst()
        }
        rest.skipSpaces()
        if rest.first == "¥" { rest = rest.dropFirst() }
    }

    private mutating func scanDigits(_ rest: inout ArraySlice<Unicode.Scalar>) throws(NumberFault) {
        var value: Int128 = 0
        var digitCount = 0
        var groupLength = 0
        var holdsComma = false
        var isInFraction = false
        let startsWithZero = rest.first == "0"
        while let scalar = rest.first {
            let next = rest.dropFirst().first
            if scalar.isASCIIDigit {
                digitCount += 1
                if digitCount <= Self.mostDigits { value = value * 10 + Int128(scalar.value - 0x30) }
                if isInFraction { fractionDigits += 1 } else { groupLength += 1 }
            } else if scalar == "," {
                let isWellPlaced = holdsComma ? groupLength == 3 : (1...3).contains(groupLength)
                guard isWellPlaced, !isInFraction else { throw .damagedSeparator }
                holdsComma = true
                groupLength = 0
            } else if scalar == ".", next?.isASCIIDigit == true {
                guard !isInFraction else { throw .damagedSeparator }
                isInFraction = true
            } else if "、､'’٬".unicodeScalars.contains(scalar), next?.isASCIIDigit == true {
                throw .damagedSeparator
            } else {
                break
            }
            rest = rest.dropFirst()
        }
        guard digitCount > 0 else { throw .unreadable(hint: nil) }
        if holdsComma, groupLength != 3 || startsWithZero { throw .damagedSeparator }
        coefficient = digitCount <= Self.mostDigits ? value : nil
    }

    private mutating func scanSuffix(_ rest: inout ArraySlice<Unicode.Scalar>) throws(NumberFault) {
        let standsApart = rest.first == " "
        rest.skipSpaces()
        if standsApart, rest.first?.isASCIIDigit == true {
            // 83,619 3 is a footnote, 83 619 a separator that is no comma; neither is 836193.
            let isMark = rest.count <= 2 && rest.allSatisfy(\.isASCIIDigit) || rest.isFootnoteMark
            guard isMark else { throw .damagedSeparator }
            footnoteMark = String(scalars: rest)
            return
        }
        if let (scale, behind) = Scale.leading(rest) {
            self.scale = scale
            rest = behind
            rest.skipSpaces()
        }
        if let (unit, behind) = UnitWord.leading(rest) {
            self.unit = unit
            rest = behind
            rest.skipSpaces()
        }
        guard !rest.isEmpty else { return }
        guard rest.isFootnoteMark else { throw .unreadable(hint: nil) }
        footnoteMark = String(scalars: rest)
    }
}

extension ArraySlice<Unicode.Scalar> {
    fileprivate mutating func skipSpaces() {
        while first == " " { removeFirst() }
    }

    /// Whether the text is a mark that leads to a footnote or flags a revision: `*`, `※1`, `注1`, `(2)`, `1)`, `³`, `r`.
    fileprivate var isFootnoteMark: Bool {
        guard count <= 6, let first else { return false }
        if first == "(" || first == "[" {
            let inner = dropFirst().dropLast()
            guard last == ")" || last == "]", !inner.isEmpty else { return false }
            return inner.count <= 2 && inner.allSatisfy(\.isASCIIDigit) || inner.isFootnoteMark
        }
        if "*※†‡#注".unicodeScalars.contains(first) {
            return dropFirst().allSatisfy { $0.isASCIIDigit || $0 == ")" || $0 == first }
        }
        if last == ")" { return dropLast().count <= 2 && dropLast().allSatisfy(\.isASCIIDigit) }
        if count == 1, "prPRe".unicodeScalars.contains(first) { return true }
        return allSatisfy { $0.isSuperscriptDigit || (0x2460...0x2473).contains($0.value) }
    }
}

extension Unicode.Scalar {
    fileprivate var isSuperscriptDigit: Bool {
        switch value {
        case 0xB2, 0xB3, 0xB9, 0x2070...0x2079: true
        default: false
        }
    }
}
