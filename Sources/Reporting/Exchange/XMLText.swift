import ChartDrawing

/// Writes well-formed XML, line by line; text can never become markup.
struct XMLText {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var open: [String] = []

    /// An element with what stands inside it.
    mutating func element(
        _ name: String, _ attributes: [(String, String?)] = [], _ content: (inout XMLText) -> Void
    ) {
        line("<" + start(name, attributes) + ">")
        open.append(name)
        content(&self)
        open.removeLast()
        line("</\(name)>")
    }

    /// An element with text, or with nothing.
    mutating func element(_ name: String, _ attributes: [(String, String?)] = [], text: String? = nil) {
        guard let text else { return line("<" + start(name, attributes) + "/>") }
        line("<" + start(name, attributes) + ">" + XMLText.escaped(text) + "</\(name)>")
    }

    private mutating func line(_ line: String) {
        text += String(repeating: " ", count: open.count) + line + "\n"
    }

    private func start(_ name: String, _ attributes: [(String, String?)]) -> String {
        attributes.reduce(into: name) { text, pair in
            if let value = pair.1 { text += " \(pair.0)=\"\(XMLText.escaped(value))\"" }
        }
    }

    /// Without what XML forbids or what turns the reading direction, and with its five marks as entities.
    private static func escaped(_ raw: String) -> String { ChartText.escaped(HarmlessText.withoutControls(raw)) }
}
