import Accounts
import Languages

/// What stands above a page for somebody who logged in: who, what else they may do, and the way out.
struct AccountBar {
    let visitor: Visitor
    let language: Language

    /// Nothing where nobody logs in.
    var markup: Markup {
        guard case .person(let account, _) = visitor, let token = visitor.formToken else { return "" }
        let upload: Markup =
            account.role >= .clerk
            ? "<li><a href=\"\(UploadPages.path)?lang=\(language.rawValue)\">\(Words.upload(language))</a></li>\n" : ""
        let audit: Markup =
            account.role >= .editor
            ? "<li><a href=\"\(AuditPage.path)?lang=\(language.rawValue)\">\(Words.audit(language))</a></li>\n" : ""
        let decide: Markup =
            account.role >= .editor
            ? "<li><a href=\"\(EditorPages.path)?lang=\(language.rawValue)\">\(EditorPages.Words.title(language))</a></li>\n"
            : ""
        return """
            <nav class="contents account" aria-label="\(Words.account(language))"><ul>
            <li>\(account.name) (\(account.role.rawValue))</li>
            \(upload)\(decide)\(audit)<li><a href="\(PasswordPage.path)?lang=\(language.rawValue)">\(Words.password(language))</a></li>
            <li><form method="post" action="\(LogInPages.logOutPath)">
            <input type="hidden" name="form" value="\(token)">
            <button type="submit">\(Words.logOut(language))</button>
            </form></li>
            </ul></nav>

            """
    }

    private enum Words {
        static let account = BilingualText(ja: "利用者", en: "Account")
        static let upload = BilingualText(ja: "ファイルを読み込む", en: "Load a file")
        static let audit = BilingualText(ja: "操作の記録", en: "Audit log")
        static let password = BilingualText(ja: "パスワード", en: "Password")
        static let logOut = BilingualText(ja: "ログアウト", en: "Log out")
    }
}
