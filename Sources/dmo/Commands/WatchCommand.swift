import ArgumentParser
import Diagnostics
import Glibc
import Languages
import Workspace

/// Loads what arrives in a folder.
struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Load what arrives in a folder, then move it to done/ or failed/ there.",
        discussion: """
            フォルダーに届いたファイルを、書き込みが終わってから読み込み、done/ に移します。読めないファイルは、
            理由を書いた「ファイル名.txt」とともに failed/ に移します。同じ名前があれば番号を付け、上書きしません。

            A file is complete when its size and time are the same at two looks, or when
            a temporary name (.x, ~$x, x~, *.part, *.tmp and the like) became its own.
            Links and folders are left alone. It may be stopped at any moment: nothing is
            recorded twice. SIGTERM and SIGINT end it after the file in hand.

            Example:  dmo watch arrivals
                      dmo watch arrivals --once     for cron and systemd timers
            Exit codes: 0 all rows taken, or nothing there; 1 some rows are held;
            2 no such folder or workspace; 3 a file is in failed/; 4 the machine failed,
            or another watch is at work: what was not moved is tried again.
            Without --once: 0 when asked to stop, else 2 or 4.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The folder files arrive in.")
    var folder: String

    @Option(help: "Seconds between two looks.")
    var interval = 5.0

    @Flag(help: "Load what is complete, then end.")
    var once = false

    @Flag(
        name: .customLong("no-forecast"),
        help: "Do not work out the goals' outlooks after loading; the next dmo progress does, and takes longer.")
    var skipsForecasts = false

    func validate() throws {
        guard interval > 0, interval <= 86_400 else {
            throw ValidationError("--interval is more than 0 and at most 86400 seconds.")
        }
    }

    func run() async throws {
        // A mistake in the definitions should show now and not when the first file arrives.
        _ = try options.openWorkspace()
        let watched = try await options.reporting { try WatchedFolder(path: folder) }
        let lock = try takeLock(of: watched)
        defer { withExtendedLifetime(lock) {} }
        let round = WatchRound(
            options: options, folder: watched, stop: StopRequest(), keepsForecasts: !skipsForecasts)
        if once {
            try await round.once(interval: interval).exitIfNeeded()
        } else {
            try await round.untilStopped(interval: interval)
        }
    }

    private func takeLock(of watched: WatchedFolder) throws -> FolderLock {
        do throws(DiagnosticsError) {
            return try FolderLock(watched)
        } catch {
            options.terminal.print(error.diagnostics)
            throw ExitCode(ExitStatus.machineFailure.rawValue)
        }
    }
}

/// Looks, loads, tells, waits.
private struct WatchRound {
    let options: GlobalOptions
    let folder: WatchedFolder
    let stop: StopRequest
    let keepsForecasts: Bool

    /// The least time before what failed for the machine's sake is tried again, in seconds.
    private static let patience = 60.0

    /// Two looks, one pass.
    func once(interval: Double) async throws -> ExitStatus {
        var watch = FolderWatch()
        let first = try await options.reporting { try folder.look() }
        tellStrangers(first.strangers)
        guard !first.isEmpty else {
            options.terminal.say(BilingualText(ja: "届いたファイルはありません。", en: "Nothing has arrived."))
            return .success
        }
        _ = watch.complete(at: first)
        await stop.pause(seconds: interval)
        let names = watch.complete(at: try await options.reporting { try folder.look() })
        let unfinished = watch.unfinished(besides: names).map(DiagnosticRenderer.printable)
        if !unfinished.isEmpty {
            let list = unfinished.joined(separator: ", ")
            options.terminal.say(
                BilingualText(ja: "まだ書き込みの途中です（残しました）: \(list)", en: "Not complete yet, left alone: \(list)"))
        }
        return try await take(names)
    }

    func untilStopped(interval: Double) async throws {
        var watch = FolderWatch()
        var strangers: [String] = []
        options.terminal.say(
            BilingualText(ja: "\(folder.path) を見張っています。", en: "Watching \(folder.path)."))
        while !stop.isMade {
            let look = try await options.reporting { try folder.look() }
            tellStrangers(look.strangers.filter { !strangers.contains($0) })
            strangers = look.strangers
            let status = try await take(watch.complete(at: look))
            let hasTrouble = status == .usage || status == .machineFailure
            await stop.pause(seconds: hasTrouble ? max(interval, Self.patience) : interval)
        }
        options.terminal.say(BilingualText(ja: "求めに応じて終わります。", en: "Stopped as asked."))
    }

    /// Takes files one after the other until somebody asks to stop.
    ///
    /// - Returns: The worst of their statuses; `usage` when the definitions no longer hold: then no file is touched.
    private func take(_ names: [String]) async throws -> ExitStatus {
        guard !names.isEmpty, !stop.isMade else { return .success }
        // Opened anew: somebody may have improved a profile since the last file came.
        let workspace: Workspace
        do { workspace = try options.openWorkspace() } catch { return .usage }
        var status = ExitStatus.success
        var reports: [FileLoadReport] = []
        for name in names where !stop.isMade {
            guard let taken = try await options.reporting({ try await workspace.take(name, from: folder) }) else {
                continue
            }
            // What cannot be told about the counts is the machine's failure; the file itself is dealt with.
            let told = (try? await options.printLoads([taken.report], of: workspace)) ?? .machineFailure
            status = max(status, told, tell(taken))
            reports.append(taken.report)
            // Whoever reads a log wants to see it now.
            fflush(nil)
        }
        // The files are dealt with; should somebody stop this, whoever asks next works it out.
        if keepsForecasts, !stop.isMade { workspace.keepForecasts(after: reports) }
        return status
    }

    private func tell(_ taken: TakenFile) -> ExitStatus {
        switch taken.whereabouts {
        case .moved(let path):
            options.terminal.print("    → " + DiagnosticRenderer.printable(path))
            return .success
        case .left(let reasons):
            options.terminal.print(reasons)
            return reasons.contains { $0.severity == .error } ? .machineFailure : .success
        }
    }

    private func tellStrangers(_ names: [String]) {
        for name in names.map(DiagnosticRenderer.printable) {
            options.terminal.say(
                BilingualText(
                    ja: "触れません（リンクなど、または UTF-8 でない名前）: \(name)",
                    en: "Left alone (a link or the like, or a name that is not UTF-8): \(name)"))
        }
    }
}
