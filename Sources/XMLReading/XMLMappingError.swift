public import Diagnostics
import Languages

/// A path of an `XMLRecordMapping` that cannot be understood.
public struct XMLMappingError: Error, Sendable, Hashable {
    /// What is wrong with the path.
    public enum Reason: Sendable, Hashable {
        /// There is nothing in it, or nothing between two slashes.
        case emptyStep
        /// A step that is not an element name: a prefix, a predicate, a function.
        case badStep(String)
        /// `//` somewhere else than at the beginning.
        case anyDepthInside
        /// `..` behind a name, where only the beginning may climb.
        case parentInside
        /// `@name` somewhere else than at the end.
        case attributeInside
        /// `..` with nothing behind it, which names no value.
        case parentAlone
        /// More `..` than the record has ancestors.
        case aboveRoot
        /// Two fields have the same name.
        case duplicateField
    }

    /// The field, or `nil` for the record path.
    public var field: String?
    /// The path as it was written.
    public var path: String
    /// What is wrong with it.
    public var reason: Reason

    /// The problem for a person; the caller adds the position in its own file.
    public var diagnostic: Diagnostic {
        Diagnostic(
            code: field == nil ? "xml.record-path" : "xml.field-path", value: path, message: message,
            remedy: field == nil ? Self.recordRemedy : Self.fieldRemedy)
    }

    private var message: BilingualText {
        let subject =
            field.map { BilingualText(ja: "項目「\($0)」のパス", en: "The path of field \"\($0)\"") }
            ?? BilingualText(ja: "記録のパス", en: "The record path")
        let problem =
            switch reason {
            case .emptyStep: BilingualText(ja: "に空の部分があります。", en: " has an empty step.")
            case .badStep(let step):
                BilingualText(ja: "の「\(step)」は要素名として使えません。", en: " has a step \"\(step)\" that is no element name.")
            case .anyDepthInside:
                BilingualText(ja: "では // を先頭以外に書けません。", en: " has // elsewhere than at its beginning.")
            case .parentInside:
                BilingualText(ja: "では .. を要素名の後に書けません。", en: " has .. behind an element name.")
            case .attributeInside:
                BilingualText(ja: "では @属性名 を末尾以外に書けません。", en: " has an @attribute elsewhere than at its end.")
            case .parentAlone:
                BilingualText(ja: "が .. で終わっていて、値を示していません。", en: " ends with .. and names no value.")
            case .aboveRoot:
                BilingualText(ja: "がルート要素より上を示しています。", en: " climbs above the root element.")
            case .duplicateField:
                BilingualText(ja: "と同じ項目名が二度書かれています。", en: " belongs to a field name that is used twice.")
            }
        return BilingualText(ja: subject.ja + problem.ja, en: subject.en + problem.en)
    }

    private static let recordRemedy = BilingualText(
        ja: "ルートからの要素名を / で区切って書いてください(例: 報告/月報/地点)。一段を * で、深さを問わない場合は先頭を // で表せます。接頭辞(m: など)は書きません。",
        en:
            "Write element names from the root, separated by / (report/month/place). * stands for one step of any name, "
            + "a leading // for any depth. Leave out prefixes such as m:.")
    private static let fieldRemedy = BilingualText(
        ja: "@属性、子要素、子要素/孫要素、子要素/@属性、.、../@属性、../要素 のいずれかで書いてください。接頭辞(m: など)は書きません。",
        en: "Write one of @attribute, child, child/grandchild, child/@attribute, . (own text), ../@attribute, "
            + "../element. Leave out prefixes such as m:.")
}
