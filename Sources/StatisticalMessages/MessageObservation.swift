public import Diagnostics

/// One number of a message, with what the message says about it and where it stands.
public struct MessageObservation: Sendable, Hashable {
    /// What was asked for, in the order of the fields; `nil` where the message does not say.
    public var values: [String?]
    /// The power of ten the number is stated in: 3 for thousands.
    public var powerOfTen: Int
    /// The unit, without its scale.
    public var unit: String?
    /// The physical line.
    public var line: Int
    /// The row as a spreadsheet counts, in a message written as CSV.
    public var row: Int?
    /// The column of the number, in a message written as CSV.
    public var column: Int?
    /// The path of the number's element, in XML.
    public var path: String?
    /// The number as the message gives it, for keeping it aside: `area=35213 time=2013000404 value=1,200`.
    public var rawText: String
    /// Why it must not be taken as a number, when it must not.
    public var problem: Diagnostic?
    /// Why it is no number of the statistic at all, such as a row that only carries attributes.
    public var isAttributeOnly = false
}
