public import Languages

/// Why the ledger could not do what was asked. Nothing was changed when it is thrown.
public struct LedgerError: Error, Sendable, Hashable {
    /// What sort of failure it is: a small stable set to decide by.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// There is no ledger at the path, or it cannot be opened.
        case notFound = "ledger.not-found"
        /// Another load kept the ledger longer than we wait.
        case busy = "ledger.busy"
        /// The disk is full.
        case diskFull = "ledger.disk-full"
        /// The file is a ledger, but its contents are damaged.
        case damaged = "ledger.damaged"
        /// The file was written by a newer version of the program.
        case newerVersion = "ledger.newer-version"
        /// The file is something else.
        case notALedger = "ledger.not-a-ledger"
        /// The ledger was opened for reading only, or the file is write-protected.
        case readOnly = "ledger.read-only"
        /// A series is kept in another unit.
        case unitMismatch = "ledger.unit-mismatch"
        /// Rows read are not accepted + held + ignored.
        case accountDoesNotClose = "ledger.account-does-not-close"
        /// One load gives two different values for one series and period.
        case duplicateKey = "ledger.duplicate-key"
        /// A name or a period that cannot be kept exactly.
        case invalidKey = "ledger.invalid-key"
        /// No load has this number.
        case unknownLoad = "ledger.unknown-load"
        /// The load was withdrawn before.
        case alreadyWithdrawn = "ledger.already-withdrawn"
        /// No hold has this number.
        case unknownHold = "ledger.unknown-hold"
        /// No publication has this number.
        case unknownPublication = "ledger.unknown-publication"
        /// Somebody decided this before.
        case alreadyDecided = "ledger.already-decided"
        /// A copy is not the same as what was copied.
        case copyDiffers = "ledger.copy-differs"
        /// A file stands where one was to be written.
        case fileExists = "ledger.file-exists"
        /// The load was already committed or rolled back.
        case loadEnded = "ledger.load-ended"
        /// The task was cancelled.
        case cancelled = "ledger.cancelled"
        /// Anything else the machine reported.
        case machine = "ledger.machine"
    }

    /// What sort of failure it is.
    public let code: Code
    /// What went wrong, in one sentence.
    public let message: BilingualText
    /// What to do about it.
    public let remedy: BilingualText
    /// What SQLite said, for a bug report.
    public let underlying: String?

    init(_ code: Code, message: BilingualText, remedy: BilingualText, underlying: String? = nil) {
        self.code = code
        self.message = message
        self.remedy = remedy
        self.underlying = underlying
    }
}
