public import VisitorModel

/// What a title or a column label says its numbers are counted in: （単位：千人）, 人口【千人】.
public struct ScaleAndUnit: Sendable, Hashable {
    /// The factor.
    public let scale: Scale
    /// The unit without its scale word, as written: 人, 人地点, トン.
    public let unitText: String
    /// The unit, when the word is a known one.
    public let unit: StatisticalUnit?

    init(scale: Scale, unitText: String, unit: StatisticalUnit?) {
        self.scale = scale
        self.unitText = unitText
        self.unit = unit
    }

    /// Reads a scale word and a known unit that fill the text: 千人, 円, %.
    init?(scalars: ArraySlice<Unicode.Scalar>) {
        let trimmed = scalars.filter { $0 != " " }[...]
        let (scale, rest) = Scale.leading(trimmed) ?? (.one, trimmed)
        guard let (word, behind) = UnitWord.leading(rest), behind.isEmpty else { return nil }
        self.init(scale: scale, unitText: word.spelling, unit: word.unit)
    }
}

/// What looking for something in a longer text gave.
public enum Finding<Value: Sendable & Hashable>: Sendable, Hashable {
    /// The text says nothing about it.
    case none
    /// The text says one thing.
    case found(Value)
    /// The text says several things that differ, in the order of the text.
    case ambiguous([Value])

    init(_ values: [Value]) {
        var different: [Value] = []
        for value in values where !different.contains(value) { different.append(value) }
        self = different.count > 1 ? .ambiguous(different) : different.first.map(Self.found) ?? .none
    }

    /// The one thing found.
    public var value: Value? {
        if case .found(let value) = self { value } else { nil }
    }
}

extension ScaleAndUnit {
    /// Looks for a unit in a title, a note above a table or a column label.
    ///
    /// Takes what follows 単位 (`（単位：千人）`, `単位 千人`), and a known unit alone in brackets (`人口【千人】`, `（万人）`).
    /// Texts beyond 2,000 characters are no titles and give `none`.
    public static func find(in text: String) -> Finding<ScaleAndUnit> {
        guard text.utf8.count <= 8_000 else { return .none }
        let scalars = text.narrowedScalars
        var found: [ScaleAndUnit] = []
        for index in scalars.indices {
            if scalars[index] == "単", scalars[index...].dropFirst().first == "位" {
                found += statedUnits(scalars[(index + 2)...])
            } else if closings[scalars[index]] != nil, let bracketed = bracketedUnit(scalars[index...]) {
                found.append(bracketed)
            }
        }
        return Finding(found)
    }

    /// 単位：人、％ states two units, so that which column has which must be declared.
    private static func statedUnits(_ scalars: ArraySlice<Unicode.Scalar>) -> [ScaleAndUnit] {
        let stated = scalars.drop { $0 == " " || $0 == ":" || $0 == "=" || $0 == "は" }
        let end = stated.firstIndex { $0 == " " || enders.contains($0) } ?? stated.endIndex
        return stated[..<end].split { $0 == "、" || $0 == "," || $0 == "・" || $0 == "/" }.map { part in
            if let known = ScaleAndUnit(scalars: part) { return known }
            let (scale, rest) = Scale.leading(part) ?? (.one, part)
            return ScaleAndUnit(scale: scale, unitText: String(scalars: rest), unit: nil)
        }
    }

    private static func bracketedUnit(_ scalars: ArraySlice<Unicode.Scalar>) -> ScaleAndUnit? {
        guard let open = scalars.first, let close = closings[open],
            let end = scalars.firstIndex(of: close)
        else { return nil }
        return ScaleAndUnit(scalars: scalars[(scalars.startIndex + 1)..<end])
    }

    private static let closings: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]", "【": "】", "〔": "〕", "<": ">"]
    private static let enders: Set<Unicode.Scalar> = [")", "]", "】", "〕", ">", "。", ";", "※"]
}
