/// An attribute's value: text, or a coordinate that is rounded when written.
enum SVGValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByFloatLiteral,
    ExpressibleByIntegerLiteral
{
    case text(String)
    case number(Double)

    init(stringLiteral value: String) { self = .text(value) }
    init(floatLiteral value: Double) { self = .number(value) }
    init(integerLiteral value: Int) { self = .number(Double(value)) }

    var written: String {
        switch self {
        case .text(let text): ChartText.escaped(text)
        case .number(let value): SVGElement.coordinate(value)
        }
    }
}

/// An element of a drawing. Escaping happens here, on writing, so that nothing can slip past it.
struct SVGElement {
    enum Child {
        case element(SVGElement)
        case text(String)
    }

    private let name: String
    private var attributes: [(name: String, value: SVGValue)]
    private var children: [Child]

    init(_ name: String, _ attributes: KeyValuePairs<String, SVGValue> = [:], _ children: [SVGElement] = []) {
        self.name = name
        self.attributes = attributes.map { (name: $0.key, value: $0.value) }
        self.children = children.map(Child.element)
    }

    init(_ name: String, _ attributes: KeyValuePairs<String, SVGValue> = [:], text: String) {
        self.init(name, attributes)
        children = [.text(text)]
    }

    /// The element with one more attribute; nil adds none.
    func with(_ name: String, _ value: SVGValue?) -> SVGElement {
        guard let value else { return self }
        var copy = self
        copy.attributes.append((name: name, value: value))
        return copy
    }

    func rendered() -> String {
        var text = ""
        write(into: &text)
        return text
    }

    private func write(into output: inout String) {
        output += "<\(name)"
        for attribute in attributes {
            output += " \(attribute.name)=\"\(attribute.value.written)\""
        }
        if children.isEmpty {
            output += "/>"
            return
        }
        output += ">"
        // Text keeps its white space; everything else gets a line of its own.
        let breaksLines = name == "svg" || name == "g" || name == "defs"
        for child in children {
            if breaksLines { output += "\n" }
            switch child {
            case .element(let element): element.write(into: &output)
            case .text(let text): output += ChartText.escaped(text)
            }
        }
        output += breaksLines ? "\n</\(name)>" : "</\(name)>"
    }

    /// A coordinate with at most two decimals and no trailing zeros.
    static func coordinate(_ value: Double) -> String {
        // The drawing area is a few thousand units; anything else is a fault upstream and must not crash a page.
        guard value.isFinite, value.magnitude < 1e12 else { return "0" }
        let hundredths = Int((value * 100).rounded())
        let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        if part == 0 { return "\(sign)\(whole)" }
        if part.isMultiple(of: 10) { return "\(sign)\(whole).\(part / 10)" }
        return "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
    }
}
