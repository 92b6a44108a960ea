import Diagnostics
import Languages
import VisitorModel

/// Holds a definition against its shape and reports every difference.
struct ShapeChecker {
    let collector: DiagnosticCollector

    /// Reports everything in a node that its shape does not allow.
    func check(_ node: DefinitionNode, against shape: Shape) {
        switch shape {
        case .free: break
        case .text: expect(node.text != nil && !node.isEmpty, node, BilingualText(ja: "文字列", en: "a text"))
        case .integer:
            expect(node.text.flatMap { Int($0) } != nil, node, BilingualText(ja: "整数", en: "a whole number"))
        case .number:
            expect(
                node.text.flatMap { ExactDecimal($0) } != nil, node, BilingualText(ja: "数値", en: "a number"))
        case .boolean:
            expect(
                node.text == "true" || node.text == "false", node,
                BilingualText(ja: "true か false", en: "true or false"))
        case .month:
            expect(
                node.text.flatMap { Month(id: $0) } != nil, node,
                BilingualText(ja: "年月（例: 2013-04）", en: "a month such as 2013-04"))
        case .choice(let choices): checkChoice(node, choices)
        case .bilingual: check(node, against: .mapping(Self.bilingualShape))
        case .list(let member):
            guard let members = node.members else {
                return expect(false, node, BilingualText(ja: "リスト（- で始まる行）", en: "a list (lines that begin with -)"))
            }
            for node in members { check(node, against: member) }
        case .dictionary(let value):
            guard let entries = node.entries else { return expectMapping(node) }
            for entry in entries { check(entry.value, against: value) }
        case .mapping(let mapping): checkMapping(node, mapping)
        case .either(let shapes):
            // The shape whose outer form fits is the one meant; its inner faults are the helpful ones.
            if let meant = shapes.first(where: { outerFormFits(node, $0) }) {
                check(node, against: meant)
            } else if let first = shapes.first {
                check(node, against: first)
            }
        }
    }

    /// Whether a node fits its shape; nothing is reported.
    func fits(_ node: DefinitionNode, _ shape: Shape) -> Bool {
        let trial = DiagnosticCollector()
        ShapeChecker(collector: trial).check(node, against: shape)
        return !trial.hasErrors
    }

    private static let bilingualShape = MappingShape(
        "text", BilingualText(ja: "二言語の文", en: "a text in both languages"),
        keys: [
            KeyShape("ja", .text, required: true, "日本語", "Japanese"),
            KeyShape("en", .text, required: true, "英語", "English"),
        ])

    private func outerFormFits(_ node: DefinitionNode, _ shape: Shape) -> Bool {
        switch shape {
        case .list: node.members != nil
        case .mapping, .dictionary, .bilingual: node.entries != nil
        case .free: true
        case .integer: node.text.flatMap { Int($0) } != nil
        case .number: node.text.flatMap { ExactDecimal($0) } != nil
        case .boolean: node.text == "true" || node.text == "false"
        default: node.text != nil
        }
    }

    private func checkChoice(_ node: DefinitionNode, _ choices: [String]) {
        guard let text = node.text else {
            return expect(false, node, BilingualText(verbatim: choices.joined(separator: " | ")))
        }
        guard !choices.contains(text) else { return }
        collector.report(.unknownChoice(at: node.position, value: text, choices: choices))
    }

    private func checkMapping(_ node: DefinitionNode, _ shape: MappingShape) {
        guard let entries = node.entries else { return expectMapping(node) }
        for entry in entries {
            if let key = shape.keys.first(where: { $0.key == entry.key }) {
                check(entry.value, against: key.shape)
            } else {
                var unknown = Diagnostic.unknownKey(
                    at: entry.keyPosition, key: entry.key, in: shape.name, known: shape.keys.map(\.key))
                // `{ en: 500,000 visitors }` is a text cut at its comma.
                if entry.value.isEmpty, entry.key.contains(where: { $0 == " " || $0.isNumber }) {
                    unknown.remedy = .quoteTheComma
                }
                collector.report(unknown)
            }
        }
        for key in shape.keys where key.isRequired && !entries.contains(where: { $0.key == key.key }) {
            collector.report(.missingKey(at: node.position, key: key, in: shape.name))
        }
    }

    private func expectMapping(_ node: DefinitionNode) {
        expect(false, node, BilingualText(ja: "キーと値の組（キー: 値）", en: "keys with values (key: value)"))
    }

    private func expect(_ isFitting: Bool, _ node: DefinitionNode, _ expected: BilingualText) {
        guard !isFitting else { return }
        collector.report(.wrongForm(at: node.position, value: node.text, expected: expected))
    }
}

extension Diagnostic {
    static func wrongForm(at position: SourcePosition, value: String?, expected: BilingualText) -> Diagnostic {
        Diagnostic(
            code: "definition.wrong-form", position: position, value: value,
            message: BilingualText(ja: "ここには\(expected.ja)を書きます。", en: "This must be \(expected.en)."))
    }

    static func unknownChoice(at position: SourcePosition, value: String, choices: [String]) -> Diagnostic {
        let list = choices.joined(separator: ", ")
        return Diagnostic(
            code: "definition.unknown-choice", position: position, value: value,
            message: BilingualText(
                ja: "「\(value)」は使えません。次のどれかです: \(list)", en: "“\(value)” is not one of: \(list)."),
            remedy: .didYouMean(value, among: choices))
    }

    static func unknownKey(at position: SourcePosition, key: String, in owner: String, known: [String]) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            code: "definition.unknown-key", position: position, value: key,
            message: BilingualText(
                ja: "「\(owner)」にキー「\(key)」はありません。", en: "There is no key “\(key)” in “\(owner)”."),
            remedy: .didYouMean(key, among: known)
                ?? BilingualText(ja: "使えるキー: \(list)", en: "Keys that exist: \(list)."))
    }

    static func missingKey(at position: SourcePosition, key: KeyShape, in owner: String) -> Diagnostic {
        Diagnostic(
            code: "definition.missing-key", position: position, value: key.key,
            message: BilingualText(
                ja: "「\(owner)」にキー「\(key.key)」がありません。", en: "“\(owner)” lacks the key “\(key.key)”."),
            remedy: BilingualText(
                ja: "「\(key.key):」を書いてください（\(key.summary.ja)）。",
                en: "Write “\(key.key):” (\(key.summary.en))."))
    }
}

extension BilingualText {
    /// Within braces a comma ends a value, so that the rest of a text is taken for a key.
    fileprivate static let quoteTheComma = BilingualText(
        ja: "コンマを含む文は引用符で囲みます（例: en: \"500,000 visitors\"）。",
        en: "Put a text that holds a comma in quotes: en: \"500,000 visitors\".")

    /// "Did you mean", when a known name is near.
    static func didYouMean(_ written: String, among known: [String]) -> BilingualText? {
        let near = closestNames(to: written, among: known)
        guard !near.isEmpty else { return nil }
        let list = near.joined(separator: ", ")
        return BilingualText(ja: "もしかして: \(list)", en: "Did you mean \(list)?")
    }
}
