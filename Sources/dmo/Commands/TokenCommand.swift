import Accounts
import ArgumentParser
import Languages
import Workspace

/// Which programs may ask the API.
struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Which programs may ask the dashboard's API.",
        discussion: """
            ダッシュボードの API を使うプログラムのためのトークンです。作ったときに一度だけ表示します。
            A program sends it as “Authorization: Bearer TOKEN”; only its hash is kept.
            """,
        subcommands: [List.self, Add.self, Revoke.self], defaultSubcommand: List.self)

    /// Lists tokens.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the tokens' names.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var formatOption: FormatOption

        func run() async throws {
            let list = TokenList(try await options.people { try $0.tokens() })
            options.terminal.print(list.table(in: options.language), as: formatOption.format) { list.json }
        }
    }

    /// Makes a token.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Make a token and print it, this once.",
            discussion: """
                Example:  dmo token add prefecture --role viewer
                Exit codes: 0; 2 the name is taken.
                """)

        @OptionGroup var options: GlobalOptions

        @Argument(help: "What the token is called.")
        var name: String

        @Option(help: "viewer, clerk or editor.")
        var role = Role.viewer

        func run() async throws {
            var made: Secret?
            try await options.changingPeople(
                .addToken, "\(name) (\(role.rawValue))",
                said: BilingualText(
                    ja: "次の行がトークンです。もう一度表示することはできません。",
                    en: "The token is on the next line. It cannot be shown again.")
            ) { made = try $0.addToken(name, role: role) }
            if let made { options.terminal.print(made.text) }
        }
    }

    /// Ends a token.
    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke", abstract: "End a token, from this moment on.")

        @OptionGroup var options: GlobalOptions

        @Argument(help: "The token's name.")
        var name: String

        func run() async throws {
            try await options.changingPeople(
                .revokeToken, name, said: BilingualText(ja: "止めました。", en: "The token is no longer taken.")
            ) { try $0.revokeToken(name) }
        }
    }
}
