import ArgumentParser
import Diagnostics
import FoundationEssentials
import Languages
import SparkPlanning
import Workspace

#if Spark
    import SparkEngine
#endif

/// Where the heavy part of a pipeline runs.
enum Engine: String, ExpressibleByArgument, CaseIterable {
    /// Here, on all cores.
    case local
    /// On a Spark cluster.
    case spark
}

/// The options that say where the heavy part of a pipeline runs.
struct EngineOptions: ParsableArguments {
    @Option(help: "Where rows are read and added up: local or spark. The figures are the same.")
    var engine = Engine.local

    @Option(
        help: ArgumentHelp(
            "The Spark Connect server, sc://HOST:PORT[/;use_ssl=true;token=…]; $SPARK_REMOTE when left out.",
            valueName: "address"))
    var remote: String?

    @Option(name: .customLong("piece-bytes"), help: "How many bytes of a file one Spark task reads.")
    var bytesPerPiece: Int?

    @Option(
        name: .customLong("worker-dmo"),
        help: ArgumentHelp(
            "Have Spark's workers read whole files with the dmo at this path on each of them: any pipeline, XML too.",
            valueName: "path"))
    var workerProgram: String?

    func validate() throws {
        if let bytesPerPiece, bytesPerPiece < 1 { throw ValidationError("--piece-bytes must be 1 or more.") }
        guard engine == .local else { return }
        if remote != nil { throw ValidationError("--remote goes with --engine spark.") }
        if workerProgram != nil { throw ValidationError("--worker-dmo goes with --engine spark.") }
    }

    /// The server's address, with the token from the environment unless the address has one.
    ///
    /// - Throws: `DiagnosticsError` when there is none, or it cannot be read.
    func address() throws(DiagnosticsError) -> SparkAddress {
        let environment = ProcessInfo.processInfo.environment
        guard let text = remote ?? environment["SPARK_REMOTE"], !text.isEmpty else {
            throw DiagnosticsError(.noRemote)
        }
        return try SparkAddress(text, token: environment["SPARK_CONNECT_AUTHENTICATE_TOKEN"])
    }
}

extension GlobalOptions {
    /// Works on a Spark cluster and ends the command with printed messages when that fails.
    ///
    /// Ctrl-C stops the cluster's work too.
    func onSpark<Result: Sendable>(
        _ engine: EngineOptions, _ body: @escaping @Sendable (SparkCluster) async throws -> Result
    ) async throws -> Result {
        #if Spark
            let address = try await reporting { try engine.address() }
            let terminal = terminal
            let bytesPerPiece = engine.bytesPerPiece
            let work = Task {
                try await SparkConnect.withSession(at: address) { session, version in
                    terminal.say(
                        BilingualText(
                            ja: "Spark \(version)（\(address)）で実行します。", en: "Running on Spark \(version) at \(address).")
                    )
                    return try await body(SparkCluster(session, at: address, bytesPerPiece: bytesPerPiece))
                }
            }
            let interruption = Interruption { work.cancel() }
            defer { interruption.end() }
            do {
                return try await reporting { try await work.value }
            } catch let error as SparkError {
                terminal.print([error.diagnostic])
                throw ExitCode(error.exitStatus.rawValue)
            } catch is CancellationError {
                terminal.print([SparkError(.cancelled, server: address).diagnostic])
                throw ExitCode(ExitStatus.machineFailure.rawValue)
            }
        #else
            terminal.print([.noSparkHere])
            throw ExitCode(ExitStatus.usage.rawValue)
        #endif
    }
}

extension SparkError {
    /// A wrong address or token is wrong usage; everything else the machines failed to do.
    fileprivate var exitStatus: ExitStatus {
        switch code {
        case .tokenRefused, .notSpark: .usage
        default: .machineFailure
        }
    }
}

extension Diagnostic {
    fileprivate static let noRemote = Diagnostic(
        code: "spark.no-remote",
        message: BilingualText(ja: "Spark の接続先がありません。", en: "No Spark server is named."),
        remedy: BilingualText(
            ja: "--remote sc://host:15002 か環境変数 SPARK_REMOTE で指定してください。",
            en: "Name it with --remote sc://host:15002, or in the environment variable SPARK_REMOTE."))

    #if !Spark
        fileprivate static let noSparkHere = Diagnostic(
            code: "spark.not-built-in",
            message: BilingualText(
                ja: "この dmo は Spark なしで作られています。何も実行していません。",
                en: "This dmo was built without Spark. Nothing was run."),
            remedy: BilingualText(
                ja:
                    "ソースのフォルダーで swift build -c release --product dmo --traits Spark --scratch-path .build-spark を実行すると、Spark 入りの dmo が .build-spark/release にできます（Scripts/spark が準備から実行まで示します）。",
                en:
                    "In the source folder, swift build -c release --product dmo --traits Spark --scratch-path .build-spark makes one with Spark in .build-spark/release; Scripts/spark shows the whole way."
            ))
    #endif
}
