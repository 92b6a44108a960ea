import Foundation
import TestSupport
import Testing

/// `dmo watch` as cron and systemd start it.
struct WatchTests {
    private static let units = DMOCommand.projectFolder + "/Scripts/systemd/"
    private static let whole = "年月,観光地点,区分,入込客数,備考\n2019-04,秋吉台,確報,31204,\n"

    private func workspace(_ folder: ScratchFolder) throws {
        try FileManager.default.copyItem(
            atPath: DMOCommand.projectFolder + "/Pipelines", toPath: folder.path + "/Pipelines")
        try FileManager.default.createDirectory(atPath: folder.path + "/arrivals", withIntermediateDirectories: true)
    }

    /// The command lines of a unit or of the guide's cron line, for a workspace of the test's.
    private func commands(in text: String, after mark: String, for folder: ScratchFolder) -> [String] {
        text.split(separator: "\n").compactMap { line -> String? in
            guard line.hasPrefix(mark) else { return nil }
            return String(line.dropFirst(mark.count)).replacing("/usr/local/bin/dmo", with: "dmo")
                .replacing("/srv/dmo", with: folder.path)
        }
    }

    @Test func `one pass ends with the worst of what it met`() throws {
        let folder = try ScratchFolder()
        try workspace(folder)
        let command = DMOCommand(workspace: folder.path)
        func pass() throws -> DMOCommand.Outcome {
            try command("watch", folder.path + "/arrivals", "--once", "--interval", "0.01")
        }
        #expect(try pass().status == 0, "nothing there")
        try folder.write(Self.whole, to: "arrivals/akiyoshidai-04.csv")
        try folder.write(Self.whole, to: "arrivals/akiyoshidai-05.csv.part")
        let first = try pass()
        #expect(first.status == 0, "\(first.messages)")
        #expect(first.output.contains("accepted 1 + held 0"))
        #expect(first.messages.contains("left alone: akiyoshidai-05.csv.part"))
        try folder.write(Self.whole + "2019-05,秋吉台,確報,3O,\n", to: "arrivals/akiyoshidai-05.csv")
        #expect(try pass().status == 1)
        try folder.write("a,b\n1,2\n", to: "arrivals/nothing.csv")
        #expect(try pass().status == 3)
        #expect(FileManager.default.fileExists(atPath: folder.path + "/arrivals/failed/nothing.csv.txt"))
        #expect(try command("watch", folder.path + "/nowhere", "--once").status == 2)
        #expect(try command("watch", folder.path + "/arrivals", "--once", "--interval", "0").status == 2)
    }

    @Test func `after a pass the outlook is ready: asking for it works nothing out and writes nothing`() throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        let arrivals = command.workspace + "/arrivals"
        try FileManager.default.createDirectory(atPath: arrivals, withIntermediateDirectories: true)
        try Data("年月,観光地点,区分,入込客数,備考\n2019-03,秋吉台,確報,31204,\n".utf8)
            .write(to: URL(filePath: arrivals + "/akiyoshidai-03.csv"))
        /// The ledger and what was written to it last.
        func ledger() throws -> Data {
            try ["", "-wal"].map {
                try Data(contentsOf: URL(filePath: command.workspace + "/visitors.sqlite" + $0))
            }.reduce(Data(), +)
        }
        let before = try ledger()
        #expect(try command("watch", arrivals, "--once", "--interval", "0.01").output.contains("accepted 1 + held 0"))
        let loaded = try ledger()
        #expect(loaded != before)
        let progress = try command("progress")
        #expect(progress.output.contains("At this pace 2019 ends at"))
        #expect(try ledger() == loaded)
    }

    @Test func `outlooks are worked out once the files are dealt with, unless nobody wants them now`() throws {
        let folder = try ScratchFolder()
        let dmo = try DemoWorkspace.copy(into: folder)
        func kept() throws -> Bool { try !dmo("doctor").output.contains("Forecasts kept: 0 ") }
        #expect(try dmo("doctor", "--forget-forecasts").status == 0)
        let rows = (4...6).map { "2019-0\($0),秋吉台,確報,\(30_000 + $0),\n" }
        try folder.write("年月,観光地点,区分,入込客数,備考\n" + rows[0], to: "akiyoshidai-a.csv")
        #expect(try dmo("load", "--no-forecast", folder.path + "/akiyoshidai-a.csv").status == 0)
        #expect(try !kept())
        for (name, options, isKept) in [("b", ["--no-forecast"], false), ("c", [], true)] {
            let row = rows[name == "b" ? 1 : 2]
            try folder.write("年月,観光地点,区分,入込客数,備考\n" + row, to: "arrivals/akiyoshidai-\(name).csv")
            let outcome = try DMOCommand.run(
                ["watch", folder.path + "/arrivals", "--once", "--interval", "0.01", "--workspace", dmo.workspace]
                    + options)
            #expect(outcome.status == 0, "\(outcome.output)\(outcome.messages)")
            #expect(try kept() == isKept)
        }
    }

    @Test func `asked to stop, it ends well and leaves nothing half done`() throws {
        let folder = try ScratchFolder()
        try workspace(folder)
        try folder.write(Self.whole, to: "arrivals/akiyoshidai-04.csv")
        // The shell waits for the line that tells of the move, not for a time; a minute bounds a failure only.
        let outcome = try DMOCommand.shell(
            """
            mkfifo told
            timeout 60 dmo watch arrivals --interval 0.05 >told & watch=$!
            while read -r line; do
                echo "$line"
                case $line in *done/akiyoshidai*) kill -TERM $watch ;; esac
            done <told
            wait $watch
            """, in: folder.path, environment: ["LC_ALL": "C"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.messages.contains("Stopped as asked."))
        #expect(outcome.output.contains("accepted 1"))
    }

    @Test(arguments: ["dmo-load.service", "dmo-watch.service"])
    func `a unit's command exists, with its options, and loads`(_ unit: String) throws {
        let folder = try ScratchFolder()
        try workspace(folder)
        try folder.write(Self.whole, to: "arrivals/akiyoshidai-04.csv")
        let text = try String(contentsOfFile: Self.units + unit, encoding: .utf8)
        let lines = commands(in: text, after: "ExecStart=", for: folder)
        #expect(lines.count == 1)
        for line in lines {
            // The one that runs on ends here after a pass, too; an option it does not know ends it with 2.
            let outcome = try DMOCommand.shell(
                line + (line.contains("--once") ? "" : " --once") + " --interval 0.01", in: folder.path)
            #expect(outcome.status == 0, "\(line): \(outcome.messages)")
            #expect(FileManager.default.fileExists(atPath: folder.path + "/arrivals/done/akiyoshidai-04.csv"))
        }
    }

    @Test func `the guide's cron line works`() throws {
        let folder = try ScratchFolder()
        try workspace(folder)
        try folder.write(Self.whole, to: "arrivals/akiyoshidai-04.csv")
        let guide = try String(
            contentsOfFile: DMOCommand.projectFolder + "/Sources/dmo/Documentation.docc/Guides/UnattendedLoading.md",
            encoding: .utf8)
        let lines = commands(in: guide, after: "*/10 * * * * ", for: folder)
        #expect(lines.count == 1)
        for line in lines { #expect(try DMOCommand.shell(line + " --interval 0.01", in: "/").status == 0) }
        #expect(FileManager.default.fileExists(atPath: folder.path + "/arrivals/done/akiyoshidai-04.csv"))
    }

    private static let hasSystemd = FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze")

    @Test(.enabled(if: hasSystemd)) func `systemd understands the units`() throws {
        let folder = try ScratchFolder()
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.units).sorted()
        #expect(names == ["dmo-load.service", "dmo-load.timer", "dmo-serve.service", "dmo-watch.service"])
        for name in names {
            // Only that the program exists is beside the point: it is wherever it is installed.
            let text = try String(contentsOfFile: Self.units + name, encoding: .utf8)
            try folder.write(text.replacing("/usr/local/bin/dmo", with: "/bin/true"), to: name)
        }
        let outcome = try DMOCommand.shell(
            "systemd-analyze verify --recursive-errors=no " + names.map { "./" + $0 }.joined(separator: " "),
            in: folder.path)
        #expect(outcome.status == 0, "\(outcome.messages)")
        // Misspelt settings are told, but do not change how it ends.
        for name in names { #expect(!outcome.messages.contains(name + ":"), "\(outcome.messages)") }
    }
}
