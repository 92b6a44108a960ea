import Foundation
import TestSupport
import Testing

/// The workbook of the demonstration, read back by a program that shares no code with its writer.
struct WorkbookTests {
    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(.enabled(if: WorkbookTests.python != nil, "python3 reads the workbook back"), arguments: ["ja", "en"])
    func `every figure of the workbook equals the one in the JSON, and its charts are there`(_ language: String) throws
    {
        let report = try DemoWorkspace.shared.get().folder.path + "/demo/report/kpi-report-2019-03." + language
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.python))
        process.arguments = [
            DMOCommand.projectFolder + "/Scripts/check-workbook.py", report + ".xlsx", report + ".json",
        ]
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(text)")
        #expect(text.contains(" 0 problems"))
    }
}
