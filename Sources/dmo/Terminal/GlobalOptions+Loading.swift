import Workspace

extension GlobalOptions {
    /// Prints what became of loaded files, and which of the counts they brought do not fit their own past.
    ///
    /// - Returns: The status the command should end with.
    func printLoads(
        _ reports: [FileLoadReport], of workspace: Workspace, as format: OutputFormat = .table
    ) async throws -> ExitStatus {
        var status = LoadReportPrinter(terminal: terminal).print(reports, as: format)
        let doubts = try await reporting { try workspace.newFindings(of: reports) }
        if !doubts.isEmpty {
            terminal.print(doubts.map { $0.diagnostic(naming: workspace.placeName) })
            status = max(status, .dataNeedsAttention)
        }
        return status
    }
}
