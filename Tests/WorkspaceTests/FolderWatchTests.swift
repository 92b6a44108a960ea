import Foundation
import Testing

@testable import Workspace

/// When a file is complete; looks follow one another here without any waiting.
struct FolderWatchTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID().uuidString)").path

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    private func write(_ text: String, to name: String, at time: TimeInterval = 1_000_000) throws {
        // Into the file that stands there, as a copying program does.
        let path = folder + "/" + name
        if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(filePath: path)) }
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: time)], ofItemAtPath: path)
    }

    private func rename(_ old: String, _ new: String) throws {
        try FileManager.default.moveItem(atPath: folder + "/" + old, toPath: folder + "/" + new)
    }

    private func look() throws -> FolderLook { try FolderLook(at: folder) }

    @Test func `a file is complete when two looks in a row find it the same`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var watch = FolderWatch()
        try write("half", to: "a.csv")
        #expect(watch.complete(at: try look()) == [])
        try write("half and more", to: "a.csv")
        #expect(watch.complete(at: try look()) == [], "it grew")
        #expect(watch.unfinished(besides: []) == ["a.csv"])
        try write("HALF AND MORE", to: "a.csv", at: 1_000_001)
        #expect(watch.complete(at: try look()) == [], "its time changed, its size did not")
        #expect(watch.complete(at: try look()) == ["a.csv"])
    }

    @Test func `another file under the same name is another file`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var watch = FolderWatch()
        try write("1", to: "a.csv")
        _ = watch.complete(at: try look())
        // Of the same size and time, and there before the old one goes, so that it cannot get the old one's number.
        try FileManager.default.createDirectory(atPath: folder + "/aside", withIntermediateDirectories: true)
        try write("2", to: "aside/a.csv")
        try FileManager.default.removeItem(atPath: folder + "/a.csv")
        try rename("aside/a.csv", "a.csv")
        #expect(watch.complete(at: try look()) == [])
        #expect(watch.complete(at: try look()) == ["a.csv"])
    }

    @Test(arguments: ["a.csv.part", ".a.csv", "a.csv.TMP", "~$a.csv", "a.csv~"])
    func `a temporary name is left alone however long it stands, and complete once it is given its own`(
        _ temporary: String
    ) throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var watch = FolderWatch()
        try write("whole", to: temporary)
        for _ in 0..<3 { #expect(watch.complete(at: try look()) == []) }
        try rename(temporary, "a.csv")
        #expect(watch.complete(at: try look()) == ["a.csv"])
    }

    @Test func `a file renamed to another name waits for a second look`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var watch = FolderWatch()
        try write("1", to: "b.csv")
        _ = watch.complete(at: try look())
        try rename("b.csv", "a.csv")
        #expect(watch.complete(at: try look()) == [])
        #expect(watch.complete(at: try look()) == ["a.csv"])
    }

    @Test func `links, pipes and folders are never complete, and links are told`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var watch = FolderWatch()
        try write("1", to: "b.csv")
        try write("1", to: "a\nb.csv")
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/link.csv", withDestinationPath: "/etc/hostname")
        try FileManager.default.createSymbolicLink(atPath: folder + "/inside.csv", withDestinationPath: "b.csv")
        try FileManager.default.createDirectory(atPath: folder + "/folder.csv", withIntermediateDirectories: true)
        _ = watch.complete(at: try look())
        #expect(watch.complete(at: try look()) == ["a\nb.csv", "b.csv"], "in the order of their names")
        #expect(try look().strangers == ["inside.csv", "link.csv"])
    }
}
