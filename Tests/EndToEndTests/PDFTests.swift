import Foundation
import TestSupport
import Testing

/// The report on paper: what happens without a browser, and with one.
struct PDFTests {
    private static func program(_ names: [String]) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }
    private static let browser = program(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
    private static let textReader = program(["pdftotext"])

    @Test func `without a browser the command says what to install and writes nothing`() throws {
        let folder = try ScratchFolder()
        let outcome = try DMOCommand.run(
            [
                "report", "--workspace", try DemoWorkspace.command().workspace, "--as", "html,pdf", "--lang", "ja",
                "--out", folder.path + "/report",
            ], environment: ["DMO_CHROMIUM": folder.path + "/no-such-browser"])
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("report.no-pdf-renderer"))
        #expect(outcome.messages.contains("Scripts/setup-pdf"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/report"))
    }

    @Test func `a browser that fails is said, with the way around it`() throws {
        let folder = try ScratchFolder()
        let outcome = try DMOCommand.run(
            [
                "report", "--workspace", try DemoWorkspace.command().workspace, "--as", "pdf", "--lang", "en",
                "--out", folder.path + "/report",
            ], environment: ["DMO_CHROMIUM": "/bin/false"])
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("report.pdf-failed"))
    }

    @Test(arguments: ["ja", "en"])
    func `a browser without a Japanese font is told before anything is written`(_ language: String) throws {
        let folder = try ScratchFolder()
        // What Chromium prints of the page with two letters when both became the same box.
        try folder.write("#!/bin/sh\necho '<body data-japanese=\"missing\"></body>'\n", to: "browser")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/browser")
        let outcome = try DMOCommand.run(
            ["report", "--workspace", try DemoWorkspace.command().workspace, "--as", "html,pdf", "--out", folder.path + "/report"],
            environment: ["DMO_CHROMIUM": folder.path + "/browser", "LC_ALL": language == "ja" ? "ja_JP.UTF-8" : "C.UTF-8"])
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("report.no-japanese-font"))
        #expect(outcome.messages.contains(language == "ja" ? "日本語フォントが入っていない" : "No Japanese font is installed"))
        #expect(outcome.messages.contains("Scripts/setup-pdf"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/report"))
    }

    @Test(.enabled(if: PDFTests.browser != nil, "a browser of the Chromium family draws the letters"))
    func `a machine whose fonts hold no Japanese is found out by the browser itself`() throws {
        let folder = try ScratchFolder()
        try folder.write(
            """
            <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>\(folder.path)/cache</cachedir></fontconfig>
            """, to: "fonts.conf")
        func report(_ language: String) throws -> DMOCommand.Outcome {
            try DMOCommand.run(
                [
                    "report", "--workspace", try DemoWorkspace.command().workspace, "--as", "pdf", "--lang", language,
                    "--out", folder.path + "/report",
                ], environment: ["FONTCONFIG_FILE": folder.path + "/fonts.conf"])
        }
        let japanese = try report("ja")
        #expect(japanese.status == 2)
        #expect(japanese.messages.contains("report.no-japanese-font"))
        #expect(try report("en").status == 0)
    }

    @Test(.enabled(if: PDFTests.browser != nil, "a browser of the Chromium family prints it"))
    func `the PDF is tagged, has bookmarks, and its text is Japanese`() throws {
        let folder = try ScratchFolder()
        let outcome = try DMOCommand.run(
            [
                "report", "--workspace", try DemoWorkspace.command().workspace, "--as", "pdf", "--lang", "ja",
                "--out", folder.path,
            ])
        #expect(outcome.status == 0, "\(outcome.messages)")
        let path = folder.path + "/kpi-report-2019-03.ja.pdf"
        let bytes = try Data(contentsOf: URL(filePath: path))
        #expect(bytes.starts(with: Data("%PDF-".utf8)))
        let raw = String(decoding: bytes, as: Unicode.ASCII.self)
        #expect(raw.contains("/Outlines"))
        #expect(raw.contains("/MarkInfo"))
        guard let reader = Self.textReader else { return }
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(filePath: reader)
        process.arguments = [path, "-"]
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(text.contains("美祢市 観光KPI報告"))
        #expect(text.contains("1,478,106"))
        #expect(text.contains("1 / "))
    }
}
