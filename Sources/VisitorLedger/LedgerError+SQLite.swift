import GRDB

extension LedgerError {
    /// Any error met while working on a file, in our own words.
    ///
    /// - Parameters:
    ///   - error: Ours, GRDB's or a cancellation.
    ///   - path: The ledger's file.
    init(_ error: any Error, path: String) {
        if let error = error as? LedgerError {
            self = error
        } else if let error = error as? DatabaseError {
            self = Self.sqlite(error, path: path)
        } else if error is CancellationError {
            self = .cancelled
        } else {
            self = .machine(path: path, underlying: "\(error)")
        }
    }

    private static func sqlite(_ error: DatabaseError, path: String) -> LedgerError {
        let underlying = "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "")"
        return switch error.resultCode {
        case .SQLITE_FULL: .diskFull(path: path, underlying: underlying)
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path, underlying: underlying)
        case .SQLITE_CORRUPT: .damaged(path: path, underlying: underlying)
        case .SQLITE_NOTADB: .notALedger(path: path, underlying: underlying)
        case .SQLITE_READONLY: .readOnly(path: path, underlying: underlying)
        case .SQLITE_CANTOPEN: .notFound(path: path, underlying: underlying)
        case .SQLITE_INTERRUPT: .cancelled
        default: .machine(path: path, underlying: underlying)
        }
    }
}
