public import Diagnostics
import Languages

/// Why a Spark server did not do what it was asked.
///
/// Nothing has been recorded then.
public struct SparkError: Error, Sendable, Hashable {
    /// What went wrong.
    public enum Code: String, Sendable, Hashable {
        /// Nothing answers at the address.
        case unreachable
        /// The server wants another token.
        case tokenRefused = "token-refused"
        /// Something answers, but no Spark Connect server.
        case notSpark = "not-spark"
        /// The encrypted connection did not come about.
        case noEncryption = "no-encryption"
        /// The server was lost while it worked.
        case lost
        /// The server refused or failed the statement.
        case statement
        /// The workers could not run the program that was to read files there.
        case workerProgram = "worker-program"
        /// The server sent what cannot be read.
        case unreadableAnswer = "unreadable-answer"
        /// Somebody asked to stop.
        case cancelled
    }

    /// What went wrong.
    public var code: Code
    /// The server, without its secrets.
    public var server: String
    /// What the other side said.
    public var detail: String

    /// Makes an error.
    public init(_ code: Code, server: SparkAddress, detail: String = "") {
        self.code = code
        self.server = server.description
        self.detail = detail
    }

    /// The error as a message.
    public var diagnostic: Diagnostic {
        Diagnostic(
            code: "spark." + code.rawValue, value: server, message: message, remedy: remedy)
    }

    private var message: BilingualText {
        let said = detail.isEmpty ? "" : ": " + detail
        return switch code {
        case .unreachable:
            BilingualText(ja: "Spark Connect に接続できません\(said)", en: "No Spark Connect server answers\(said)")
        case .tokenRefused:
            BilingualText(ja: "Spark Connect が token を受け付けません。", en: "The Spark Connect server refuses the token.")
        case .notSpark:
            BilingualText(
                ja: "応答したものは Spark Connect ではありません\(said)", en: "What answers is no Spark Connect server\(said)")
        case .noEncryption:
            BilingualText(ja: "暗号化された接続ができません\(said)", en: "The encrypted connection did not come about\(said)")
        case .lost:
            BilingualText(
                ja: "Spark が処理の途中で失われました。何も記録していません\(said)",
                en: "Spark was lost while it worked. Nothing was recorded\(said)")
        case .statement:
            BilingualText(
                ja: "Spark が処理に失敗しました。何も記録していません\(said)", en: "Spark failed. Nothing was recorded\(said)")
        case .workerProgram:
            BilingualText(
                ja: "Spark のワーカーが --worker-dmo のプログラムを実行できません。何も記録していません\(said)",
                en: "Spark's workers cannot run the program named by --worker-dmo. Nothing was recorded\(said)")
        case .unreadableAnswer:
            BilingualText(
                ja: "Spark の応答が読めません。何も記録していません\(said)",
                en: "What Spark sent cannot be read. Nothing was recorded\(said)")
        case .cancelled:
            BilingualText(
                ja: "中止しました。Spark の処理も止め、何も記録していません。",
                en: "Stopped, on Spark too. Nothing was recorded.")
        }
    }

    private var remedy: BilingualText? {
        switch code {
        case .unreachable:
            BilingualText(
                ja: "接続先と、サーバーが動いていることを確かめてください。",
                en: "Check the address, and that the server runs.")
        case .tokenRefused:
            BilingualText(
                ja: "正しい token を環境変数 SPARK_CONNECT_AUTHENTICATE_TOKEN に入れてください。",
                en: "Put the right token into the environment variable SPARK_CONNECT_AUTHENTICATE_TOKEN.")
        case .notSpark:
            BilingualText(
                ja: "ポートを確かめてください（Spark Connect は通常 15002）。",
                en: "Check the port (Spark Connect usually listens on 15002).")
        case .noEncryption:
            BilingualText(
                ja: "サーバーの TLS と証明書を確かめてください。独自の証明書は ;trust=FILE で指定します。",
                en: "Check the server's TLS and certificate; name certificates of your own with ;trust=FILE.")
        case .lost: BilingualText(ja: "もう一度実行してください。", en: "Run it again.")
        case .workerProgram:
            BilingualText(
                ja: "すべてのワーカーで、この dmo が同じパスにあって実行でき、ワークスペースとファイルも同じパスで見えるようにしてください。",
                en:
                    "See that every worker has this dmo under that path and may run it, and sees the workspace and the files under the paths they have here."
            )
        case .statement:
            BilingualText(
                ja: "Spark の記録（ドライバーとワーカーのログ）を確かめてください。",
                en: "See the logs of Spark's driver and workers.")
        case .unreadableAnswer, .cancelled: nil
        }
    }
}
