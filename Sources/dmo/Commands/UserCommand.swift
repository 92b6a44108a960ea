import Accounts
import ArgumentParser
import Languages
import Workspace

/// Who may log in to the dashboard.
struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Who may log in to the dashboard, and as what.",
        discussion: """
            ダッシュボードにログインできる人を決めます。viewer は見る、clerk はファイルの読み込みも、editor は指摘の確認・公表・取消と操作の記録も。
            A viewer looks, a clerk loads files, too, an editor acknowledges doubts, publishes, withdraws loads and sees the
            audit log, too. Once there is a user, nobody
            comes in without logging in. Accounts lie in people.sqlite, apart from the ledger; passwords as scrypt hashes.
            """,
        subcommands: [List.self, Add.self, ChangeRole.self, ChangePassword.self, Disable.self, Enable.self],
        defaultSubcommand: List.self)

    /// Lists accounts.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the users.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var formatOption: FormatOption

        func run() async throws {
            let list = AccountList(try await options.people { try $0.accounts() })
            options.terminal.print(list.table(in: options.language), as: formatOption.format) { list.json }
        }
    }

    /// Makes an account.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Add a user; the password is asked for, or read from standard input.",
            discussion: """
                Example:  dmo user add tanaka --role clerk
                Exit codes: 0; 2 the name is taken or the password too short.
                """)

        @OptionGroup var options: GlobalOptions

        @Argument(help: "The name to log in with.")
        var name: String

        @Option(help: "viewer, clerk or editor.")
        var role: Role

        func run() async throws {
            let password = try await options.reporting { try SecretPrompt(terminal: options.terminal).newPassword() }
            try await options.changingPeople(
                .addUser, "\(name) (\(role.rawValue))",
                said: BilingualText(
                    ja: "利用者「\(name)」を加えました。今後はログインしないと見られません。",
                    en: "User “\(name)” is added. From now on nobody comes in without logging in.")
            ) { _ = try $0.add(name, role: role, password: password) }
        }
    }

    /// Gives an account another role.
    struct ChangeRole: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "role", abstract: "Give a user another role, at once.",
            discussion: "Example:  dmo user role tanaka editor")

        @OptionGroup var options: GlobalOptions

        @Argument(help: "The user.")
        var name: String

        @Argument(help: "viewer, clerk or editor.")
        var role: Role

        func run() async throws {
            try await options.changingPeople(
                .changeRole, "\(name) (\(role.rawValue))",
                said: BilingualText(ja: "役割を変えました。", en: "The role is changed.")
            ) { try $0.setRole(role, of: name) }
        }
    }

    /// Gives an account another password.
    struct ChangePassword: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "password", abstract: "Give a user another password and end their sessions.")

        @OptionGroup var options: GlobalOptions

        @Argument(help: "The user.")
        var name: String

        func run() async throws {
            let password = try await options.reporting { try SecretPrompt(terminal: options.terminal).newPassword() }
            try await options.changingPeople(
                .changePassword, name,
                said: BilingualText(
                    ja: "パスワードを変え、開いていたセッションを終わらせました。",
                    en: "The password is changed, and open sessions are ended.")
            ) { try $0.setPassword(password, of: name) }
        }
    }

    /// Shuts an account.
    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "disable", abstract: "Keep a user out, from this moment on; the name stays in the log.")

        @OptionGroup var options: GlobalOptions

        @Argument(help: "The user.")
        var name: String

        func run() async throws {
            try await options.changingPeople(
                .disableUser, name, said: BilingualText(ja: "止めました。", en: "The user is kept out.")
            ) { try $0.setOpen(false, name) }
        }
    }

    /// Opens a shut account.
    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "enable", abstract: "Let a user in again.")

        @OptionGroup var options: GlobalOptions

        @Argument(help: "The user.")
        var name: String

        func run() async throws {
            try await options.changingPeople(
                .enableUser, name, said: BilingualText(ja: "再開しました。", en: "The user may log in again.")
            ) { try $0.setOpen(true, name) }
        }
    }
}
