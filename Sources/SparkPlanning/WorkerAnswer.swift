public import Diagnostics
public import PipelineRuntime

/// What a program on a worker says of one file it read.
public struct WorkerAnswer: Codable, Sendable {
    /// The file, as it was named to the worker.
    public var path: String
    /// What the file was read by; it must be the same on both sides.
    public var definition: String
    /// The result.
    public var result: CarriedResult?
    /// Why there is none.
    public var problems: [Diagnostic]

    /// Makes an answer.
    public init(path: String, definition: String, result: CarriedResult?, problems: [Diagnostic] = []) {
        self.path = path
        self.definition = definition
        self.result = result
        self.problems = problems
    }
}

/// A program on the workers that reads whole files, and what it reads them by.
public struct WorkerProgram: Sendable, Hashable {
    /// The program's path, the same on every worker.
    public var path: String
    /// The workspace's folder, the same on every worker.
    public var workspace: String
    /// The pipeline.
    public var pipeline: String
    /// What files are read by; answers by other definitions are refused.
    public var definition: String

    /// Names a program.
    public init(path: String, workspace: String, pipeline: String, definition: String) {
        self.path = path
        self.workspace = workspace
        self.pipeline = pipeline
        self.definition = definition
    }

    /// The statement that has workers read files, one at a time and each file by one of them.
    public func statement(reading files: [(path: String, name: String)]) -> String {
        let arguments = [path, "read-on-worker", pipeline, "--workspace", workspace].map(SparkText.shellQuoted)
        let rows = files.map { "(\(SparkText.literal($0.path)), \(SparkText.literal($0.name)))" }
        return """
            SELECT TRANSFORM(path, name)
            ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\t'
            USING \(SparkText.literal(arguments.joined(separator: " "))) AS (answer STRING)
            FROM (
              SELECT /*+ REPARTITION(\(files.count)) */ path, name
              FROM VALUES
                \(rows.joined(separator: ",\n    "))
              AS files(path, name)
            )
            """
    }
}
