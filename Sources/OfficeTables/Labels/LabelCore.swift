/// The name inside a label that carries a number, a code, a bullet or a remark around it.
public enum LabelCore {
    private static let longest = 80

    /// What may be the name, the likelier first; empty when the label is bare.
    public static func candidates(in label: String) -> [String] {
        let scalars = label.narrowedScalars
        guard scalars.count <= longest else { return [] }
        var candidates: [[Unicode.Scalar]] = []
        let bare = withoutNumber(scalars[...])
        if bare.count < scalars.count { candidates.append(Array(bare)) }
        if let name = withoutRemark(bare) { candidates.append(Array(name)) }
        return candidates.filter { !$0.isEmpty }.map { String(scalars: $0) }
    }

    /// Drops a leading bullet, number or numbered bracket: ・, 01, 1., (20), ①, ア).
    private static func withoutNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var rest = scalars
        if let first = rest.first, "・･○◯●◎■□◆◇▲△-*".unicodeScalars.contains(first) || isCircledNumber(first) {
            return rest.dropFirst().drop { $0 == " " }
        }
        let isBracketed = rest.first == "("
        if isBracketed { rest = rest.dropFirst() }
        let digits = rest.prefix { $0.isASCIIDigit }
        guard (1...6).contains(digits.count) else { return scalars }
        rest = rest.dropFirst(digits.count)
        if isBracketed {
            guard rest.first == ")" else { return scalars }
            return rest.dropFirst().drop { $0 == " " }
        }
        // 10人 is no name behind a number, and neither is 2丁目; what is left must be known anyway.
        return rest.drop { $0 == " " || $0 == "." || $0 == ":" || $0 == "、" || $0 == ")" || $0 == "_" }
    }

    /// Drops a bracket behind the name: 三隅海岸(三隅町).
    private static func withoutRemark(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
        guard scalars.last == ")", let open = scalars.lastIndex(of: "("), open > scalars.startIndex else { return nil }
        return scalars[..<open]
    }

    private static func isCircledNumber(_ scalar: Unicode.Scalar) -> Bool { (0x2460...0x2473).contains(scalar.value) }
}
