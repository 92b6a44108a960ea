public import Accounts
public import Languages
public import Reporting
import VisitorLedger

/// Accounts, for people and for machines.
public struct AccountList: Sendable, Hashable {
    /// The name of the JSON's schema.
    public static let schema = "dmo.users/1"

    /// The accounts, by name.
    public var accounts: [Account]

    /// Makes a list.
    public init(_ accounts: [Account]) { self.accounts = accounts }

    /// One row an account.
    public func table(in language: Language) -> ReportTable {
        PeopleTable.table(
            BilingualText(ja: "利用者", en: "Users"),
            accounts.map { ($0.name, $0.role, $0.createdAt.description, $0.disabledAt?.description) }, language)
    }

    /// JSON of the schema `dmo.users/1`.
    public var json: JSONValue {
        [
            "schema": .string(Self.schema),
            "users": .array(
                accounts.map { account in
                    [
                        "name": .string(account.name), "role": .string(account.role.rawValue),
                        "createdAt": .string(account.createdAt.description),
                        "disabledAt": .optional(account.disabledAt?.description),
                    ]
                }),
        ]
    }
}

/// Tokens, for people and for machines; never their secrets.
public struct TokenList: Sendable, Hashable {
    /// The name of the JSON's schema.
    public static let schema = "dmo.tokens/1"

    /// The tokens, by name.
    public var tokens: [APIToken]

    /// Makes a list.
    public init(_ tokens: [APIToken]) { self.tokens = tokens }

    /// One row a token.
    public func table(in language: Language) -> ReportTable {
        PeopleTable.table(
            BilingualText(ja: "トークン", en: "Tokens"),
            tokens.map { ($0.name, $0.role, $0.createdAt.description, $0.revokedAt?.description) }, language)
    }

    /// JSON of the schema `dmo.tokens/1`.
    public var json: JSONValue {
        [
            "schema": .string(Self.schema),
            "tokens": .array(
                tokens.map { token in
                    [
                        "name": .string(token.name), "role": .string(token.role.rawValue),
                        "createdAt": .string(token.createdAt.description),
                        "revokedAt": .optional(token.revokedAt?.description),
                    ]
                }),
        ]
    }
}

private enum PeopleTable {
    static func table(
        _ caption: BilingualText, _ rows: [(name: String, role: Role, madeAt: String, endedAt: String?)],
        _ language: Language
    ) -> ReportTable {
        ReportTable(
            caption: caption(language),
            columns: [
                BilingualText(ja: "名前", en: "name"), BilingualText(ja: "役割", en: "role"),
                BilingualText(ja: "作成(UTC)", en: "made (UTC)"), BilingualText(ja: "停止(UTC)", en: "shut (UTC)"),
            ].map { ReportColumn($0(language)) },
            rows: rows.map { row in
                ReportRow(row.name, [row.role.rawValue, row.madeAt, row.endedAt ?? "–"].map { ReportCell($0) })
            })
    }
}
