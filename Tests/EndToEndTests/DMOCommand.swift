import Foundation
import TestSupport
import Testing

/// Runs the built command as a person would: a process, with arguments, in a folder.
struct DMOCommand {
    /// What a run printed and how it ended.
    struct Outcome: Sendable {
        var status: Int32
        var output: String
        var messages: String

        /// The output as JSON.
        func json() throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        }
    }

    /// The workspace the command works in.
    var workspace: String

    /// The command lies beside the bundle of the tests.
    private static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "dmo").path

    /// Where the project lies: its SampleData and Pipelines are what a clone brings along.
    static let projectFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// Runs the command in its workspace, in English.
    func callAsFunction(_ arguments: String...) throws -> Outcome {
        try Self.run(arguments + ["--workspace", workspace, "--lang", "en"])
    }

    /// Runs the command with just these arguments.
    static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        try run(program: program, arguments, in: nil, environment: environment)
    }

    /// Runs a line as somebody types it into a shell, in a folder; `dmo` is the built command.
    static func shell(_ line: String, in folder: String, environment: [String: String] = [:]) throws -> Outcome {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let here = URL(filePath: program).deletingLastPathComponent().path
        return try run(
            program: "/bin/sh", ["-c", line], in: folder,
            environment: environment.merging(["PATH": here + ":" + path]) { $1 })
    }

    private static func run(
        program: String, _ arguments: [String], in folder: String?, environment: [String: String]
    ) throws -> Outcome {
        let scratch = URL(filePath: NSTemporaryDirectory()).appending(path: "dmo-run-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        // Files and not pipes: a process that prints much must not wait for somebody to read.
        let output = scratch.appending(path: "output")
        let messages = scratch.appending(path: "messages")
        for file in [output, messages] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: messages)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            messages: try String(contentsOf: messages, encoding: .utf8))
    }
}

/// The demonstration, run once for all tests that look at its workspace. Tests that change it copy it first.
enum DemoWorkspace {
    static let shared = Result { () throws -> (folder: ScratchFolder, outcome: DMOCommand.Outcome) in
        let folder = try ScratchFolder()
        let outcome = try DMOCommand.run([
            "demo", "--source", DMOCommand.projectFolder, "--out", folder.path + "/demo", "--lang", "en",
        ])
        return (folder, outcome)
    }

    /// A command in the shared workspace, for looking only.
    static func command() throws -> DMOCommand { DMOCommand(workspace: try shared.get().folder.path + "/demo") }

    /// A command in a copy of the workspace.
    static func copy(into folder: ScratchFolder) throws -> DMOCommand {
        let copy = folder.path + "/copy"
        try FileManager.default.copyItem(atPath: try shared.get().folder.path + "/demo", toPath: copy)
        return DMOCommand(workspace: copy)
    }
}
