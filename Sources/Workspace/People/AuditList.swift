public import Accounts
public import Languages
public import Reporting
import VisitorLedger

/// Lines of the audit log, for people and for machines.
public struct AuditList: Sendable, Hashable {
    /// The name of the JSON's schema.
    public static let schema = "dmo.audit/1"

    /// The lines, oldest first.
    public var entries: [AuditEntry]

    /// Makes a list.
    public init(_ entries: [AuditEntry]) { self.entries = entries }

    /// One row a line, in the order of the lines.
    public func table(in language: Language) -> ReportTable {
        ReportTable(
            caption: Words.caption(language),
            columns: [
                Words.number, Words.time, Words.who, Words.from, Words.action, Words.subject, Words.outcome,
            ].map { ReportColumn($0(language)) },
            rows: entries.map { entry in
                ReportRow(
                    String(entry.id),
                    [
                        entry.at.description, entry.who.isEmpty ? "–" : entry.who, entry.from,
                        entry.action.title(language), entry.subject, entry.outcome.title(language),
                    ].map { ReportCell($0) })
            })
    }

    /// JSON of the schema `dmo.audit/1`.
    public var json: JSONValue {
        [
            "schema": .string(Self.schema),
            "entries": .array(
                entries.map { entry in
                    [
                        "id": .integer(entry.id), "at": .string(entry.at.description), "who": .string(entry.who),
                        "from": .string(entry.from), "action": .string(entry.action.rawValue),
                        "subject": .string(entry.subject), "outcome": .string(entry.outcome.rawValue),
                    ]
                }),
        ]
    }

    private enum Words {
        static let caption = BilingualText(ja: "操作の記録", en: "Audit log")
        static let number = BilingualText(ja: "番号", en: "No.")
        static let time = BilingualText(ja: "日時(UTC)", en: "time (UTC)")
        static let who = BilingualText(ja: "だれが", en: "who")
        static let from = BilingualText(ja: "どこから", en: "from")
        static let action = BilingualText(ja: "何を", en: "what")
        static let subject = BilingualText(ja: "対象", en: "on what")
        static let outcome = BilingualText(ja: "結果", en: "outcome")
    }
}

extension AuditAction {
    /// What was done, in words.
    var title: BilingualText {
        switch self {
        case .logIn: BilingualText(ja: "ログイン", en: "log-in")
        case .logOut: BilingualText(ja: "ログアウト", en: "log-out")
        case .request: BilingualText(ja: "要求", en: "request")
        case .upload: BilingualText(ja: "ファイルの試し読み", en: "file shown")
        case .load: BilingualText(ja: "読み込み", en: "file loaded")
        case .discard: BilingualText(ja: "ファイルの破棄", en: "file discarded")
        case .acknowledge: BilingualText(ja: "指摘の確認", en: "doubt acknowledged")
        case .publish: BilingualText(ja: "報告書の公表", en: "report published")
        case .withdraw: BilingualText(ja: "読み込みの取消", en: "load withdrawn")
        case .addUser: BilingualText(ja: "利用者の追加", en: "user added")
        case .changeRole: BilingualText(ja: "役割の変更", en: "role changed")
        case .changePassword: BilingualText(ja: "パスワードの変更", en: "password changed")
        case .disableUser: BilingualText(ja: "利用者の停止", en: "user disabled")
        case .enableUser: BilingualText(ja: "利用者の再開", en: "user enabled")
        case .addToken: BilingualText(ja: "トークンの追加", en: "token added")
        case .revokeToken: BilingualText(ja: "トークンの停止", en: "token revoked")
        }
    }
}

extension AuditOutcome {
    /// How it ended, in words.
    var title: BilingualText {
        switch self {
        case .done: BilingualText(ja: "実行", en: "done")
        case .wrongPassword: BilingualText(ja: "拒否: 名前かパスワードの誤り", en: "refused: wrong name or password")
        case .slowed: BilingualText(ja: "拒否: 失敗が多く待機中", en: "refused: too many failures, must wait")
        case .noSession: BilingualText(ja: "拒否: ログインしていない", en: "refused: not logged in")
        case .badSession: BilingualText(ja: "拒否: 無効な、または切れたセッション", en: "refused: no session, or none any more")
        case .badToken: BilingualText(ja: "拒否: 無効なトークン", en: "refused: not a token")
        case .role: BilingualText(ja: "拒否: 役割の不足", en: "refused: role")
        case .forged: BilingualText(ja: "拒否: 偽の送信", en: "refused: forged form")
        case .anothers: BilingualText(ja: "拒否: 他人のもの", en: "refused: another's")
        case .notFound: BilingualText(ja: "拒否: 存在しない", en: "refused: no such thing")
        case .otherHost: BilingualText(ja: "拒否: 別の宛名", en: "refused: other host")
        case .tooLarge: BilingualText(ja: "拒否: 大きすぎる", en: "refused: too large")
        case .tooSlow: BilingualText(ja: "拒否: 遅すぎる", en: "refused: too slow")
        case .unreadable: BilingualText(ja: "拒否: 読めない", en: "refused: unreadable")
        case .changed: BilingualText(ja: "中止: 内容か台帳が変わった", en: "stopped: file or ledger changed")
        case .failed: BilingualText(ja: "失敗", en: "failed")
        case .moreOfThese: BilingualText(ja: "以後の拒否は 1 分間省略", en: "further refusals of this minute left out")
        }
    }
}
