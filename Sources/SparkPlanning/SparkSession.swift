/// One thing a Spark server sends while it works on a statement.
public enum SparkEvent: Sendable {
    /// Rows, as a whole Arrow stream.
    case rows([UInt8])
    /// How many of the tasks known so far are done.
    case progress(SparkProgress)
}

/// How far a Spark server is with a statement.
public struct SparkProgress: Sendable, Hashable {
    /// Tasks done.
    public var done: Int
    /// Tasks known so far.
    public var total: Int

    /// Makes a progress.
    public init(done: Int, total: Int) {
        self.done = done
        self.total = total
    }
}

/// A session on a Spark server: statements run one after another and share what was set.
public protocol SparkSession: Sendable {
    /// Runs a statement. Ending the iteration early cancels it on the server.
    ///
    /// - Throws: While iterating, ``SparkError``.
    func events(of statement: String) -> AsyncThrowingStream<SparkEvent, any Error>
}

/// A cluster to run on.
public struct SparkCluster: Sendable {
    /// The session to run in.
    public var session: any SparkSession
    /// Where it is, for messages.
    public var address: SparkAddress
    /// How many bytes of a file one task reads.
    public var bytesPerPiece: Int

    /// Names a cluster.
    public init(_ session: any SparkSession, at address: SparkAddress, bytesPerPiece: Int? = nil) {
        self.session = session
        self.address = address
        self.bytesPerPiece = bytesPerPiece ?? GroupingStatement.usualBytesPerPiece
    }
}
