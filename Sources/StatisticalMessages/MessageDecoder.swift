/// One way of writing statistical messages.
protocol MessageDecoder: AnyObject {
    /// What the message said about itself so far.
    var summary: MessageSummary { get }
    /// The next number; `nil` at the end.
    func next() throws(MessageReadingError) -> MessageObservation?
}
