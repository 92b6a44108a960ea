/// What is wrong with the structure of a record; the records after it are read all the same.
public enum CSVRecordProblem: Sendable, Hashable {
    /// A quotation mark opened a cell on this line, in this column (1 is `A`), and no other closed it.
    case unclosedQuote(line: Int, column: Int)
    /// The record has more bytes than the limit; its bytes beyond are not kept.
    case recordTooLong(limitInBytes: Int)
    /// The record has more cells than the limit; those beyond are not counted.
    case tooManyColumns(limit: Int)
}
