import TestSupport
import Testing

/// What the command says about Spark before any cluster is asked.
///
/// The rest, with a cluster, is in `.ci/spark`.
struct SparkOptionTests {
    @Test func `a pipeline that cannot run on Spark is refused by name, with its file and its remedy`() throws {
        let dmo = DMOCommand(workspace: DMOCommand.projectFolder)
        let outcome = try dmo("plan", "akiyoshi-do-gates", "--engine", "spark")
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("because of a wide table"))
        #expect(outcome.messages.contains("Pipelines/akiyoshi-do-gates.yaml"))
        #expect(outcome.messages.contains("--engine local"))
    }

    @Test func `the plan shows the SQL for a file's own header`() throws {
        let folder = try ScratchFolder()
        try folder.write("datetime;site;persons\n2019-01-05;cave;5\n", to: "g 1.csv")
        let dmo = DMOCommand(workspace: DMOCommand.projectFolder + "/Benchmarks/gates/workspace")
        let outcome = try dmo("plan", "gates", "--engine", "spark", "--input", folder.path + "/g 1.csv")
        // The header lacks the market: whatever reads the file says so, and no SQL is made.
        #expect(outcome.messages.contains("read here because of"))
        try folder.write("datetime;site;market;persons\n2019-01-05;cave;TW;5\n", to: "g 1.csv")
        let better = try dmo("plan", "gates", "--engine", "spark", "--input", folder.path + "/g 1.csv")
        #expect(better.status == 0)
        #expect(better.output.contains("/{g 1.csv}` WITH ('lineSep' = '\\n')"))
        #expect(better.output.contains("split(text, ';')"))
        #expect(better.output.contains("size(cells) = 4"))
    }

    @Test(arguments: [["--remote", "sc://host"], ["--engine", "spark", "--dry-run"], ["--engine", "flink"]])
    func `options that do not go together are wrong usage`(options: [String]) throws {
        let workspace = DMOCommand.projectFolder + "/Benchmarks/gates/workspace"
        let outcome = try DMOCommand.run(["run", "gates", "--workspace", workspace] + options)
        #expect(outcome.status == 2)
    }

    #if !Spark
        @Test func `a command built without Spark says how to get one with it, and does nothing`() throws {
            let dmo = DMOCommand(workspace: DMOCommand.projectFolder + "/Benchmarks/gates/workspace")
            let outcome = try dmo("run", "gates", "--engine", "spark", "--remote", "sc://127.0.0.1:1")
            #expect(outcome.status == 2)
            #expect(outcome.messages.contains("--traits Spark"))
            #expect(outcome.messages.contains("Scripts/spark"))
        }
    #endif
}
