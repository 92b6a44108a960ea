/// A stretch of a CSV file that begins where a record begins and ends where one ends.
///
/// Blocks can be worked on side by side: what one holds does not depend on the others, but for the numbers of its
/// rows, which are counted on from the block before.
public struct CSVBlock: Sendable {
    /// The block's place in the file, from 0.
    public let index: Int
    /// The bytes, with padding behind them so that they may be read many at a time.
    let padded: [UInt8]
    /// How many of them are the file's.
    let count: Int
    /// The offset in the file of the first.
    let fileOffset: Int

    /// How many bytes of padding stand behind the content.
    public static let padding = 64

    /// A block of cells that were found elsewhere.
    ///
    /// - Parameter padded: The cells' bytes, with ``padding`` more behind them.
    public init(index: Int, cells padded: [UInt8]) {
        self.init(index: index, padded: padded, count: padded.count - Self.padding, fileOffset: 0)
    }

    init(index: Int, padded: [UInt8], count: Int, fileOffset: Int) {
        precondition(padded.count >= count + Self.padding)
        self.index = index
        self.padded = padded
        self.count = count
        self.fileOffset = fileOffset
    }
}

/// Why a file cannot be read in blocks. It is then read record by record, which can do everything and takes longer.
public enum CSVBlockRefusal: Error, Sendable, Hashable {
    /// Bytes that are no text in the encoding asked for, or the sign of another.
    case otherEncoding
    /// A record that is longer than a block may be, or quotes that do not close.
    case endlessRecord
    /// Fewer bytes than were asked for.
    case tooSmall
}
