/// What reading a whole file as one multi-byte encoding shows, for and against.
protocol EncodingEvidence {
    /// Looks at the next byte of the file.
    mutating func take(_ byte: UInt8)
    /// Ends the file.
    mutating func finish()
    /// Whether the bytes so far end with a complete character.
    var isAtRest: Bool { get }
    /// Skips bytes that are all ASCII.
    mutating func skipASCII(count: Int)
    /// How well the file reads.
    var tally: EncodingTally { get }
}

/// Counts of characters by how likely they are in a Japanese office's file.
struct EncodingTally {
    /// Kana, level 1 kanji, punctuation, full-width letters; in UTF-8 every complete character.
    var plausible = 0
    /// Half-width katakana in runs.
    var halfWidth = 0
    /// Level 2 kanji, vendor kanji, rare scripts, half-width katakana standing alone.
    var doubtful = 0
    /// User-defined characters.
    var privateUse = 0
    /// Bytes that are no character.
    var invalid = 0
    /// Where the first of these is; offsets count from 0.
    var firstInvalidOffset: Int?

    mutating func countInvalid(at offset: Int) {
        invalid += 1
        if firstInvalidOffset == nil { firstInvalidOffset = offset }
    }

    var characters: Int { plausible + halfWidth + doubtful + privateUse }

    /// Above zero when the text looks Japanese.
    ///
    /// Text of another encoding reads as rare kanji and single half-width letters, so these weigh against it.
    var points: Int { 2 * plausible + halfWidth - 2 * doubtful - 8 * privateUse }

    /// Whether the text reads better than another one does, character for character.
    func readsBetter(than other: EncodingTally) -> Bool {
        points * other.characters > other.points * characters
    }

    /// Whether every byte is a character and the whole looks Japanese.
    var isConvincing: Bool { invalid == 0 && points > 0 }

    /// Whether the encoding is plainly meant, though some bytes are broken.
    var isNearMiss: Bool { invalid > 0 && points >= 4 * invalid && points > 0 }
}
