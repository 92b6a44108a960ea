/// ISO-2022-JP without its escape sequences: the same characters as EUC-JP.
///
/// The C library's own converter refuses NEC's row 13 (①, ㈱), which mail programs and offices write all the same;
/// its EUC-JP-MS knows it.
public struct ISO2022JPUnshifting: Sendable {
    private enum CharacterSet {
        case roman, katakana, kanji, supplementaryKanji
    }

    private var set = CharacterSet.roman
    private var carried: [UInt8] = []

    /// Begins in Roman letters, as every text of the encoding does.
    public init() {}

    /// How many bytes of an incomplete character or escape sequence wait for the next piece.
    var waitingBytes: Int { carried.count }

    /// Whether a character or an escape sequence is still incomplete.
    public var isInsideSequence: Bool { !carried.isEmpty }

    /// Rewrites a piece; an escape sequence that means no character set here becomes a byte that is none in EUC-JP.
    ///
    /// - Returns: EUC-JP, and for each of its bytes the place in the piece it comes from (negative: an earlier piece).
    public mutating func rewrite(_ piece: [UInt8]) -> (bytes: [UInt8], origins: [Int]) {
        let offset = carried.count
        let input = carried + piece
        carried = []
        var bytes: [UInt8] = []
        var origins: [Int] = []
        func emit(_ new: [UInt8], from index: Int) {
            bytes += new
            origins += new.map { _ in index - offset }
        }

        var index = 0
        while index < input.count {
            let byte = input[index]
            if byte == 0x1B {
                switch Self.escape(input[index...]) {
                case .complete(let length, let newSet):
                    set = newSet
                    index += length
                case .incomplete:
                    carried = Array(input[index...])
                    return (bytes, origins)
                case .unknown:
                    emit([0xFF], from: index)
                    index += 1
                }
                continue
            }
            let isDouble = set == .kanji || set == .supplementaryKanji
            guard (0x21...0x7E).contains(byte), set != .roman else {
                // A code of seven bits: passed on, a higher byte would read as half of a character of EUC-JP.
                emit([byte < 0x80 ? byte : 0xFF], from: index)
                index += 1
                continue
            }
            if !isDouble {
                emit([0x8E, byte | 0x80], from: index)
                index += 1
                continue
            }
            guard index + 1 < input.count else {
                carried = [byte]
                return (bytes, origins)
            }
            guard (0x21...0x7E).contains(input[index + 1]) else {
                emit([0xFF], from: index)
                index += 1
                continue
            }
            emit((set == .kanji ? [] : [0x8F]) + [byte | 0x80, input[index + 1] | 0x80], from: index)
            index += 2
        }
        return (bytes, origins)
    }

    private enum Escape {
        case complete(length: Int, CharacterSet)
        case incomplete
        case unknown
    }

    private static func escape(_ input: ArraySlice<UInt8>) -> Escape {
        let known: [(String, CharacterSet)] = [
            ("(B", .roman), ("(J", .roman), ("(I", .katakana), ("$@", .kanji), ("$B", .kanji),
            ("$(D", .supplementaryKanji),
        ]
        let following = input.dropFirst()
        for (sequence, set) in known where following.starts(with: sequence.utf8) {
            return .complete(length: 1 + sequence.utf8.count, set)
        }
        return known.contains { $0.0.utf8.starts(with: following) } ? .incomplete : .unknown
    }
}
