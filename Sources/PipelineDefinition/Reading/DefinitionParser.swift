public import Diagnostics
import Languages
import Yams

/// Reads YAML text into positioned nodes.
public struct DefinitionParser: Sendable {
    /// More pieces than any honest definition has; an alias bomb has more.
    private static let maximumNodeCount = 100_000

    private let file: String

    /// Makes a parser for one file.
    ///
    /// - Parameter file: The file's name as messages show it.
    public init(file: String) {
        self.file = file
    }

    /// Reads a whole file's text.
    ///
    /// - Throws: `DiagnosticsError` with line and column when the text is not YAML.
    public func parse(_ text: String) throws(DiagnosticsError) -> DefinitionNode {
        if let position = AliasedKeys.firstPosition(in: text, file: file) {
            throw DiagnosticsError(.aliasedKey(at: position))
        }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw DiagnosticsError(diagnostic(for: error))
        } catch {
            throw DiagnosticsError(.unreadableDefinition(at: SourcePosition(file: file), detail: "\(error)"))
        }
        // A lone `---` is a document with nothing in it.
        guard let root, root.scalar?.string.isEmpty != true else {
            throw DiagnosticsError(.emptyDefinition(at: SourcePosition(file: file, line: 1, column: 1)))
        }
        var remaining = Self.maximumNodeCount
        return try convert(root, remaining: &remaining)
    }

    private func convert(_ node: Node, remaining: inout Int) throws(DiagnosticsError) -> DefinitionNode {
        let position = SourcePosition(file: file, line: node.mark?.line, column: node.mark?.column)
        remaining -= 1
        guard remaining > 0 else {
            throw DiagnosticsError(.tooManyNodes(at: position, limit: Self.maximumNodeCount))
        }
        switch node {
        case .scalar(let scalar):
            let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
            return DefinitionNode(.scalar(scalar.string, isQuoted: isQuoted), at: position)
        case .sequence(let sequence):
            var members: [DefinitionNode] = []
            for member in sequence { members.append(try convert(member, remaining: &remaining)) }
            return DefinitionNode(.sequence(members), at: position)
        case .mapping(let mapping):
            var entries: [DefinitionNode.Entry] = []
            for (key, value) in mapping {
                let keyPosition = SourcePosition(file: file, line: key.mark?.line, column: key.mark?.column)
                guard let name = key.string else {
                    throw DiagnosticsError(.unreadableDefinition(at: keyPosition, detail: "? key"))
                }
                let converted = try convert(value, remaining: &remaining)
                entries.append(.init(key: name, keyPosition: keyPosition, value: converted))
            }
            return DefinitionNode(.mapping(entries), at: position)
        case .alias:
            throw DiagnosticsError(.unreadableDefinition(at: position, detail: "alias"))
        }
    }

    private func diagnostic(for error: YamlError) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            .unreadableDefinition(
                at: SourcePosition(file: file, line: mark.line, column: mark.column), detail: problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            .duplicateKey(
                at: SourcePosition(file: file, line: context.mark.line, column: context.mark.column),
                keys: duplicates)
        default:
            .unreadableDefinition(at: SourcePosition(file: file), detail: "\(error)")
        }
    }
}

extension Diagnostic {
    fileprivate static func unreadableDefinition(at position: SourcePosition, detail: String) -> Diagnostic {
        Diagnostic(
            code: "definition.not-yaml", position: position, value: detail,
            message: BilingualText(ja: "YAML として読めません。", en: "This is not readable as YAML."),
            remedy: BilingualText(
                ja: "字下げ（空白のみ、タブ不可）、コロンの後の空白、引用符の閉じ忘れを確認してください。",
                en: "Check the indentation (spaces, no tabs), the space after each colon, and unclosed quotes."))
    }

    fileprivate static func emptyDefinition(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "definition.empty", position: position,
            message: BilingualText(ja: "定義ファイルが空です。", en: "The definition file is empty."),
            remedy: BilingualText(
                ja: "内容を書くか、ファイルを削除してください。", en: "Write its content, or delete the file."))
    }

    fileprivate static func duplicateKey(at position: SourcePosition, keys: [String]) -> Diagnostic {
        Diagnostic(
            code: "definition.duplicate-key", position: position, value: keys.joined(separator: ", "),
            message: BilingualText(ja: "同じキーが二度書かれています。", en: "The same key is written twice."),
            remedy: BilingualText(ja: "どちらか一方を消してください。", en: "Remove one of them."))
    }

    fileprivate static func aliasedKey(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "definition.aliased-key", position: position,
            message: BilingualText(
                ja: "キーに YAML の別名（*）や一覧は使えません。", en: "A key cannot be a YAML alias (*) or a list."),
            remedy: BilingualText(ja: "キーをそのまま書いてください。", en: "Write the key itself."))
    }

    fileprivate static func tooManyNodes(at position: SourcePosition, limit: Int) -> Diagnostic {
        Diagnostic(
            code: "definition.too-large", position: position,
            message: BilingualText(
                ja: "定義が大きすぎます（上限 \(limit) 項目）。", en: "The definition is too large (limit \(limit) items)."),
            remedy: BilingualText(
                ja: "YAML の別名（&、*）の多用を避け、ファイルを分けてください。",
                en: "Avoid YAML aliases (& and *) and split the file."))
    }
}
