import Diagnostics
import Glibc
import Languages
import SystemPackage

/// Asks for a text that nobody should see: from a terminal twice and without showing it, else the first line that comes.
struct SecretPrompt {
    let terminal: Terminal

    /// A new password.
    ///
    /// - Throws: `DiagnosticsError` when it is typed differently the second time, or not at all.
    func newPassword() throws -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            guard let line = readLine(strippingNewline: true) else { throw DiagnosticsError(.noPassword) }
            return line
        }
        let first = try ask(BilingualText(ja: "新しいパスワード: ", en: "New password: "))
        let second = try ask(BilingualText(ja: "もう一度: ", en: "Again: "))
        guard first == second else { throw DiagnosticsError(.passwordsDiffer) }
        return first
    }

    private func ask(_ question: BilingualText) throws -> String {
        _ = try? FileDescriptor.standardError.writeAll(question(terminal.language).utf8)
        var usual = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &usual) == 0 else { throw DiagnosticsError(.noPassword) }
        var quiet = usual
        // Keys come one by one and as they are, also the one that would end the program and leave the terminal mute.
        quiet.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet)
        defer {
            unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual)
            _ = try? FileDescriptor.standardError.writeAll("\n".utf8)
        }
        var bytes: [UInt8] = []
        while true {
            switch getchar() {
            case EOF, 3, 4: throw DiagnosticsError(.noPassword)
            case 10, 13: return String(decoding: bytes, as: UTF8.self)
            case 8, 127: bytes = Array(String(decoding: bytes, as: UTF8.self).dropLast().utf8)
            case let key: bytes.append(UInt8(truncatingIfNeeded: key))
            }
        }
    }
}

extension Diagnostic {
    fileprivate static let noPassword = Diagnostic(
        code: "accounts.no-password",
        message: BilingualText(ja: "パスワードが入力されませんでした。", en: "No password was given."),
        remedy: BilingualText(
            ja: "端末で入力するか、標準入力の 1 行目に書いてください。",
            en: "Type it at a terminal, or send it as the first line of standard input."))

    fileprivate static let passwordsDiffer = Diagnostic(
        code: "accounts.passwords-differ",
        message: BilingualText(ja: "2 回の入力が一致しません。", en: "The two passwords differ."))
}
