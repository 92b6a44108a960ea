public import Diagnostics
import XMLReading

/// Why reading a message ended before its end.
public struct MessageReadingError: Error, Sendable, Hashable {
    /// What went wrong, for a person.
    public var diagnostic: Diagnostic
    /// How many numbers were delivered before.
    public var observationsRead: Int

    init(_ diagnostic: Diagnostic, observationsRead: Int = 0) {
        self.diagnostic = diagnostic
        self.observationsRead = observationsRead
    }

    /// What the XML reader reports, with how far the message had come.
    init(_ error: XMLReadingError, after observations: Int, inside open: [String]) {
        var complete = error
        complete.recordsRead = observations
        complete.path = open.isEmpty ? nil : "/" + open.joined(separator: "/")
        self.init(complete.diagnostic, observationsRead: observations)
    }
}
