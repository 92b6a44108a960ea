import ArgumentParser
import Diagnostics
import VisitorLedger
import Workspace

extension GlobalOptions {
    /// Does something and ends the command with printed messages when it fails.
    func reporting<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let error as DiagnosticsError {
            terminal.print(error.diagnostics)
            // Everything else that is said this way was asked for wrongly.
            let isMachine = error.diagnostics.contains { $0.code == "accounts.failed" }
            throw ExitCode((isMachine ? ExitStatus.machineFailure : .usage).rawValue)
        } catch let error as LedgerError {
            terminal.print([error.diagnostic])
            throw ExitCode(error.exitStatus.rawValue)
        }
    }
}

extension LedgerError {
    /// What is not there was named wrongly, what is settled cannot be asked again; everything else the machine could not do.
    fileprivate var exitStatus: ExitStatus {
        switch code {
        case .unknownLoad, .alreadyWithdrawn, .unknownHold, .unknownPublication, .alreadyDecided, .invalidKey,
            .fileExists:
            .usage
        default: .machineFailure
        }
    }
}
