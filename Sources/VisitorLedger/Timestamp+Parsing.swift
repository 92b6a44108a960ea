extension Timestamp {
    /// Japan Standard Time, in minutes ahead of UTC.
    public static let minutesOfJapan = 9 * 60

    /// Reads a day or a moment.
    ///
    /// - `2019-03-31` means the end of that day, its last second, so that "as of that day" includes it.
    /// - `2019-03-31T23:00:00Z` and `2019-04-01T08:00:00+09:00` are moments.
    ///
    /// - Parameters:
    ///   - text: What a person wrote.
    ///   - minutesAheadOfUTC: Whose day a bare date means: 0 for UTC, ``minutesOfJapan`` for an office in Japan.
    public init?(_ text: String, minutesAheadOfUTC: Int = 0) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10])
        else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        guard date.isValid else { return nil }
        let midnight = date.daysSinceEpoch * 86_400
        if bytes.count == 10 {
            self.init(secondsSinceEpoch: midnight + 86_399 - minutesAheadOfUTC * 60)
        } else {
            guard let seconds = secondsOfDay(bytes[10...]) else { return nil }
            self.init(secondsSinceEpoch: midnight + seconds)
        }
    }
}

/// Reads `T08:00:00Z` or `T08:00:00+09:00` as seconds after midnight in UTC, which may lie on the day before or after.
private func secondsOfDay(_ bytes: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(bytes)
    guard bytes.count >= 10, bytes[0] == 0x54, bytes[3] == 0x3A, bytes[6] == 0x3A,
        let hour = number(bytes[1..<3]), let minute = number(bytes[4..<6]), let second = number(bytes[7..<9]),
        hour < 24, minute < 60, second < 60, let offset = offsetInMinutes(Array(bytes[9...]))
    else { return nil }
    return hour * 3_600 + minute * 60 + second - offset * 60
}

/// Reads `Z` or `+09:00`.
private func offsetInMinutes(_ bytes: [UInt8]) -> Int? {
    if bytes == [0x5A] { return 0 }
    guard bytes.count == 6, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[3] == 0x3A,
        let hours = number(bytes[1..<3]), let minutes = number(bytes[4..<6]), hours < 24, minutes < 60
    else { return nil }
    return (bytes[0] == 0x2B ? 1 : -1) * (hours * 60 + minutes)
}

/// ASCII digits only.
private func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for byte in bytes {
        guard (0x30...0x39).contains(byte) else { return nil }
        number = number * 10 + Int(byte - 0x30)
    }
    return number
}
