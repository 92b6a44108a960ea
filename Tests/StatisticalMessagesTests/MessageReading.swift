import Diagnostics
import FoundationEssentials
import StatisticalMessages
import TestSupport
import Testing

/// Everything a message gave: its numbers, what it said about itself, and the error that ended it.
struct MessageReading {
    var observations: [MessageObservation] = []
    var summary: MessageSummary?
    var error: MessageReadingError?

    /// Reads a file.
    init(
        path: String, _ kind: MessageKind, _ fields: [String], options: MessageReadingOptions = .init()
    ) throws {
        let wanted = try fields.map { try #require(MessageField($0)) }
        do throws(MessageReadingError) {
            let reader = try StatisticalMessageReader(
                path: path, displayName: "message", kind: kind, fields: wanted, options: options)
            do throws(MessageReadingError) {
                while let observation = try reader.next() { observations.append(observation) }
            } catch {
                self.error = error
            }
            summary = reader.summary
        } catch {
            self.error = error
        }
    }

    /// Reads a file of `Inputs`.
    init(input: String, _ kind: MessageKind, _ fields: [String]) throws {
        try self.init(path: Self.path(ofInput: input), kind, fields)
    }

    /// Reads a text as if it stood in a file.
    init(_ text: String, _ kind: MessageKind, _ fields: [String], options: MessageReadingOptions = .init()) throws {
        let file = try TemporaryFile(Array(text.utf8))
        try self.init(path: file.path, kind, fields, options: options)
    }

    static func path(ofInput input: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Inputs/\(input)").path()
    }

    /// The numbers' fields joined, for comparing.
    var lines: [String] { observations.map { $0.values.map { $0 ?? "·" }.joined(separator: " ") } }

    /// The codes of everything said about the message.
    var codes: [String] { (summary?.notices ?? []).map(\.code) }
}
