/// Where a line stands for a machine elsewhere that reads a file in pieces: a piece holds the lines that begin behind
/// its first byte, and the first piece the first line too.
public struct CSVLinePlace: Sendable, Hashable, Comparable {
    /// The offset in the file at which the piece begins.
    public var piece: Int
    /// Which of the piece's lines, from 0.
    public var index: Int

    /// Makes a place.
    public init(piece: Int, index: Int) {
        self.piece = piece
        self.index = index
    }

    /// Whether a line stands before another.
    public static func < (left: Self, right: Self) -> Bool {
        (left.piece, left.index) < (right.piece, right.index)
    }
}

/// Finds lines again that a machine elsewhere named by their places, going once through a file's blocks.
///
/// A line ends with a line feed, whatever quotes stand around it.
public struct CSVLineFinder: Sendable {
    /// A line found.
    public struct Line: Sendable, Hashable {
        /// Its number in the file, from 0.
        public let number: Int
        /// The offset in the file of its first byte.
        let fileOffset: Int
        /// Its bytes, without the end.
        let bytes: [UInt8]
    }

    private let pieces: [Int]
    private let wanted: [CSVLinePlace]
    private var begun = 0
    private var found = 0
    private var linesBefore: [Int: Int] = [:]
    /// How many lines have been gone through.
    public private(set) var lineCount = 0

    /// A finder.
    ///
    /// - Parameters:
    ///   - pieces: The pieces of which anything will be asked.
    ///   - wanted: The lines to find.
    public init(pieces: Set<Int>, wanted: [CSVLinePlace]) {
        self.pieces = pieces.union(wanted.map(\.piece)).sorted()
        self.wanted = wanted.sorted()
    }

    /// Goes through the next block of the file.
    ///
    /// - Returns: The wanted lines among its lines, in order.
    public mutating func lines(in block: CSVBlock) -> [Line] {
        var lines: [Line] = []
        let bytes = block.padded.span
        var start = 0
        while start < block.count {
            var end = start
            while end < block.count, bytes[end] != 0x0A { end += 1 }
            begin(lineAt: block.fileOffset + start)
            if isWanted {
                let hasReturn = end > start && bytes[end - 1] == 0x0D
                lines.append(
                    Line(
                        number: lineCount, fileOffset: block.fileOffset + start,
                        bytes: Array(block.padded[start..<(hasReturn ? end - 1 : end)])))
                found += 1
            }
            lineCount += 1
            start = end + 1
        }
        return lines
    }

    private mutating func begin(lineAt offset: Int) {
        while begun < pieces.count, pieces[begun] == 0 || pieces[begun] < offset {
            linesBefore[pieces[begun]] = lineCount
            begun += 1
        }
    }

    private var isWanted: Bool {
        guard found < wanted.count else { return false }
        let next = wanted[found]
        return linesBefore[next.piece].map { $0 + next.index == lineCount } ?? false
    }

    /// Whether every wanted line has been found.
    public var hasFoundAll: Bool { found == wanted.count }

    /// The number of the line at a place, from 0; `nil` when the file has no such piece.
    public func number(of place: CSVLinePlace) -> Int? {
        linesBefore[place.piece].map { $0 + place.index }
    }
}
