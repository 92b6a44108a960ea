extension JSONValue {
    /// The value as JSON text (RFC 8259), without a line feed at its end.
    ///
    /// Control characters, direction marks and U+2028/2029 are written as `\u` escapes: the text can be shown
    /// anywhere without reading differently from what it says.
    ///
    /// - Parameter pretty: Whether to put each member on a line of its own, indented by two spaces.
    public func text(pretty: Bool = false) -> String {
        var output = ""
        write(to: &output, pretty: pretty, depth: 0)
        return output
    }

    private func write(to output: inout String, pretty: Bool, depth: Int) {
        switch self {
        case .object(let members):
            JSONValue.writeList(members, "{", "}", to: &output, pretty, depth) { member, output in
                JSONValue.writeString(member.key, to: &output)
                output += pretty ? ": " : ":"
                member.value.write(to: &output, pretty: pretty, depth: depth + 1)
            }
        case .array(let values):
            JSONValue.writeList(values, "[", "]", to: &output, pretty, depth) { value, output in
                value.write(to: &output, pretty: pretty, depth: depth + 1)
            }
        case .string(let text), .decimal(let text): JSONValue.writeString(text, to: &output)
        case .integer(let value): output += String(value)
        case .bool(let value): output += value ? "true" : "false"
        case .null: output += "null"
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], _ open: String, _ close: String, to output: inout String, _ pretty: Bool, _ depth: Int,
        _ writeElement: (Element, inout String) -> Void
    ) {
        output += open
        for (index, element) in elements.enumerated() {
            if index > 0 { output += "," }
            if pretty { output += "\n" + String(repeating: "  ", count: depth + 1) }
            writeElement(element, &output)
        }
        if pretty, !elements.isEmpty { output += "\n" + String(repeating: "  ", count: depth) }
        output += close
    }

    private static func writeString(_ text: String, to output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case let scalar where HarmlessText.isInvisibleControl(scalar):
                for unit in Character(scalar).utf16 { output += "\\u" + hexadecimal(unit) }
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }

    private static func hexadecimal(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
