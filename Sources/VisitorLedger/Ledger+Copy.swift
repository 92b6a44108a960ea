import GRDB

extension Ledger {
    /// Copies the last finished state of a ledger to another file, for trying something out on the copy.
    ///
    /// It takes no lock anybody would wait for, so a load may run at the same time, and the ledger itself stays as it is
    /// to the last byte: an older version is copied as an older version. For a copy to keep there is ``backup(to:)``.
    ///
    /// - Throws: `notALedger`, `newerVersion`, `damaged`, `diskFull`, `notFound`.
    public static func copy(from path: String, to target: String) throws(LedgerError) {
        do {
            try checkIdentity(path: path, busyTimeoutInSeconds: usualBusyTimeoutInSeconds)
            var configuration = configuration(busyTimeoutInSeconds: usualBusyTimeoutInSeconds)
            configuration.readonly = true
            let original = try DatabaseQueue(path: path, configuration: configuration)
            let copy = try DatabaseQueue(path: target)
            try original.inDatabase { db in
                try copy.inDatabase {
                    // Nobody will miss the copy after a power cut.
                    try $0.execute(sql: "PRAGMA synchronous = OFF")
                    try db.backup(to: $0)
                }
            }
            try copy.close()
            try original.close()
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// The moment something written now would carry; nothing that is there was recorded later.
    public func nextMoment() throws(LedgerError) -> Timestamp {
        let now = clock()
        return try reading { try LedgerMoment.next(now, in: $0) }
    }
}
