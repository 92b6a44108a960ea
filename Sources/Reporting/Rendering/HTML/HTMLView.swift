import Mustache

/// What a template sees of a part of the document: named texts, lists and flags.
///
/// Texts enter only through `set(_:_:)`, which makes them harmless; Mustache escapes them on writing.
struct HTMLView: MustacheParent {
    private var fields: [String: Any] = [:]
    private let names: LongNames

    /// A part of a document with these long names, which its texts show the beginning of.
    init(_ names: LongNames) {
        self.names = names
    }

    /// Sets a text; without one, or with an empty one, the template's section for it is skipped.
    mutating func set(_ name: String, _ text: String?, _ length: HarmlessText.Length = .label) {
        guard let text, !text.isEmpty else { return }
        fields[name] = HTMLView.escapable(HarmlessText.line(names.shortened(text), length))
    }

    /// Sets a text that is shown whole, whatever its length.
    mutating func setWhole(_ name: String, _ text: String) {
        fields[name] = HTMLView.escapable(HarmlessText.withoutControls(text))
    }

    /// Sets a list of parts; an empty one skips the template's section.
    mutating func set(_ name: String, _ views: [HTMLView]) {
        fields[name] = views
    }

    /// Sets one part.
    mutating func set(_ name: String, _ view: HTMLView) {
        fields[name] = view
    }

    /// Sets a flag.
    mutating func set(_ name: String, _ flag: Bool) {
        fields[name] = flag
    }

    /// Sets what passes into the page as it is: style sheets of our own and drawings of `ChartDrawing`.
    mutating func setRaw(_ name: String, _ markup: String?) {
        guard let markup else { return }
        fields[name] = markup
    }

    func child(named name: String) -> Any? { fields[name] }

    /// Takes apart characters that Mustache would not recognise as markup.
    ///
    /// Mustache escapes by grapheme: a quote that carries an accent is another character to it, but still a
    /// quote to a browser. Here every such character is reduced to its markup scalars.
    static func escapable(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for character in text {
            let scalars = character.unicodeScalars
            if scalars.count > 1, scalars.contains(where: isMarkup) {
                result.append(contentsOf: scalars.filter(isMarkup))
            } else {
                result.append(contentsOf: scalars)
            }
        }
        return String(result)
    }

    private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "<", ">", "&", "\"", "'": true
        default: false
        }
    }
}
