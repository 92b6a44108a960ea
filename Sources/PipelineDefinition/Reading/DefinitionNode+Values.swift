import Languages
import VisitorModel

// Reading values out of a node whose form the shape checker has already judged: what does not fit was reported
// there, so these simply answer nil.
extension DefinitionNode {
    func text(_ key: String) -> String? { self[key]?.text }

    func integer(_ key: String) -> Int? { text(key).flatMap { Int($0) } }

    func decimal(_ key: String) -> ExactDecimal? { text(key).flatMap { ExactDecimal($0) } }

    func boolean(_ key: String) -> Bool? {
        switch text(key) {
        case "true": true
        case "false": false
        default: nil
        }
    }

    func month(_ key: String) -> Month? { text(key).flatMap { Month(id: $0) } }

    func bilingual(_ key: String) -> BilingualText? {
        guard let node = self[key], let ja = node.text("ja"), let en = node.text("en") else { return nil }
        return BilingualText(ja: ja, en: en)
    }

    /// A list of texts; a single text counts as a list of one.
    func texts(_ key: String) -> [String] {
        guard let node = self[key] else { return [] }
        if let text = node.text { return [text] }
        return node.members?.compactMap(\.text) ?? []
    }

    func choice<Choice: RawRepresentable<String>>(_ key: String, _ type: Choice.Type = Choice.self) -> Choice? {
        text(key).flatMap { Choice(rawValue: $0) }
    }
}
