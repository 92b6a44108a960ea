public import Diagnostics
import GRDB
public import VisitorModel

/// What a load's body writes with. It cannot be copied or kept: the load ends with the body.
public struct LoadWriter: ~Copyable {
    var load: OpenLoad
    let database: Database
    let path: String

    /// Adds observations. A key that comes again with an equal value is passed over, so the first is kept.
    ///
    /// - Throws: `duplicateKey`, `unitMismatch`, `invalidKey`, or what the file system says. The load has then failed,
    ///   even when the error is caught.
    public mutating func append(_ observations: [Observation]) throws(LedgerError) {
        try load.step(path: path, in: database) { try $0.append(observations, in: database) }
    }

    /// Keeps rows aside.
    public mutating func hold(_ rows: [HeldRow]) throws(LedgerError) {
        try load.step(path: path, in: database) { try $0.hold(rows, in: database) }
    }

    /// Keeps notices and warnings.
    public mutating func note(_ diagnostics: [Diagnostic]) throws(LedgerError) {
        try load.step(path: path, in: database) { try $0.note(diagnostics, in: database) }
    }
}
