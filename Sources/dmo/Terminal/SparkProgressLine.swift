import Languages
import SparkPlanning
import SystemPackage

/// A line on the terminal that says how far a cluster is, written over itself; nothing where nobody watches.
final class SparkProgressLine: Sendable {
    private let terminal: Terminal

    init(terminal: Terminal) { self.terminal = terminal }

    /// Shows a progress.
    func show(_ progress: SparkProgress) {
        guard terminal.isInteractive else { return }
        let text = BilingualText(
            ja: "Spark: タスク \(progress.done)/\(progress.total)",
            en: "Spark: \(progress.done) of \(progress.total) tasks")
        write("\r\u{1B}[K" + text(terminal.language))
    }

    /// Takes the line away.
    func end() {
        if terminal.isInteractive { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        // A broken standard error is no reason to stop working.
        _ = try? FileDescriptor.standardError.writeAll(text.utf8)
    }
}
