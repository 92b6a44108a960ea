import Diagnostics
import Languages

// Every sentence about accounts and tokens.
extension Diagnostic {
    static func notAccounts(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "accounts.not-accounts", position: SourcePosition(file: path),
            message: BilingualText(
                ja: "利用者のファイルではないか、新しい版で作られています。",
                en: "This is not a file of accounts, or a newer version wrote it."),
            remedy: BilingualText(
                ja: "ファイルを別の場所に移すか、プログラムを新しくしてください。ファイルは変えていません。",
                en: "Move it away or update the program. The file was not changed."))
    }

    static func accountsFailed(_ path: String, _ underlying: String) -> Diagnostic {
        Diagnostic(
            code: "accounts.failed", position: SourcePosition(file: path), value: underlying,
            message: BilingualText(
                ja: "利用者のファイルを読み書きできません。", en: "The file of accounts cannot be read or written."),
            remedy: BilingualText(
                ja: "フォルダーの権限とディスクの空きを確認してください。", en: "Check the folder's permissions and the disk's space."))
    }

    static func noName(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "accounts.name", value: name,
            message: BilingualText(ja: "この名前は使えません。", en: "This cannot be a name."),
            remedy: BilingualText(
                ja: "文字・数字・「.」「-」「_」で \(AccountName.limit) 字までにしてください。",
                en: "Letters, digits, “.”, “-” and “_”, up to \(AccountName.limit) of them."))
    }

    static func nameTaken(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "accounts.name-taken", value: name,
            message: BilingualText(ja: "「\(name)」はすでにあります。", en: "There is “\(name)” already."),
            remedy: BilingualText(
                ja: "別の名前にしてください。止めたものの名前も、記録に残っているため使えません。",
                en: "Choose another name. Names that were shut stand in the log and stay taken."))
    }

    static let passwordLength = Diagnostic(
        code: "accounts.password-length",
        message: BilingualText(ja: "パスワードの長さが合いません。", en: "The password is too short or too long."),
        remedy: BilingualText(
            ja: "\(AccountStore.shortestPassword) 文字以上、\(AccountStore.longestPassword) バイト以下にしてください。",
            en:
                "At least \(AccountStore.shortestPassword) characters and at most \(AccountStore.longestPassword) bytes."
        ))

    static func noAccount(_ name: String, among names: [String]) -> Diagnostic {
        unknown("accounts.unknown-user", name, among: names, BilingualText(ja: "利用者", en: "user"))
    }

    static func noToken(_ name: String, among names: [String]) -> Diagnostic {
        unknown("accounts.unknown-token", name, among: names, BilingualText(ja: "トークン", en: "token"))
    }

    private static func unknown(
        _ code: String, _ name: String, among names: [String], _ kind: BilingualText
    ) -> Diagnostic {
        let near = closestNames(to: name, among: names)
        let list = (near.isEmpty ? names : near).joined(separator: ", ")
        return Diagnostic(
            code: code, value: name,
            message: BilingualText(ja: "\(kind.ja)「\(name)」が見つかりません。", en: "There is no \(kind.en) “\(name)”."),
            remedy: list.isEmpty ? nil : BilingualText(ja: "あるもの: \(list)", en: "There are: \(list)."))
    }
}
