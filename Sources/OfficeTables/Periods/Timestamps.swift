public import VisitorModel

extension Day {
    /// The day of an ISO-like date or local timestamp, `2013-04-01`, `2013/04/01 10:00`, `2013-04-01T10:00:00`, cheaply.
    ///
    /// For columns with millions of rows; takes two-digit months and days only and does not look at the time of day.
    /// A time with a zone (`Z`, `+09:00`) is refused, since its day may be another.
    public init?(timestamp text: String) {
        var bytes = text.utf8.makeIterator()
        var value = 0
        for index in 0..<10 {
            guard let byte = bytes.next() else { return nil }
            if index == 4 || index == 7 {
                guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") else { return nil }
            } else {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
        }
        if let separator = bytes.next() {
            guard separator == UInt8(ascii: " ") || separator == UInt8(ascii: "T") else { return nil }
            while let byte = bytes.next() {
                guard (0x30...0x3A).contains(byte) || byte == UInt8(ascii: ".") else { return nil }
            }
        }
        guard PeriodReader.plausibleYears.contains(value / 10_000),
            let month = Month(year: value / 10_000, number: value / 100 % 100)
        else { return nil }
        self.init(month: month, number: value % 100)
    }

    /// The day of a spreadsheet's serial number (days since 30 December 1899), for 1954 to 2118.
    init?(spreadsheetSerial serial: Int) {
        guard (20_000..<80_000).contains(serial), var month = Month(year: 1954, number: 10) else { return nil }
        // 20,000 is 3 October 1954.
        var rest = serial - 20_000 + 2
        while rest >= month.dayCount {
            rest -= month.dayCount
            month = month.advanced(by: 1)
        }
        self.init(month: month, number: rest + 1)
    }
}

extension Month {
    /// The month of a date or local timestamp, as ``VisitorModel/Day/init(timestamp:)`` reads it.
    public init?(timestamp text: String) {
        guard let day = Day(timestamp: text) else { return nil }
        self = day.month
    }
}

extension Period {
    /// The commonest machine-written cells, cheaply: `2013-04`, `2013-04-01`, `2013-04-01 10:00`, `2013-04-01T10:00:00`.
    ///
    /// Takes nothing that ``PeriodReader`` does not read as the same period.
    public init?(timestamp text: String) {
        switch text.utf8.count {
        case 7:
            var value = 0
            for (index, byte) in text.utf8.enumerated() {
                if index == 4 {
                    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") else { return nil }
                } else {
                    guard (0x30...0x39).contains(byte) else { return nil }
                    value = value * 10 + Int(byte - 0x30)
                }
            }
            guard PeriodReader.plausibleYears.contains(value / 100),
                let month = Month(year: value / 100, number: value % 100)
            else { return nil }
            self = .month(month)
        case 10:
            guard let day = Day(timestamp: text) else { return nil }
            self = .day(day)
        case 16, 19:
            let bytes = text.utf8
            guard bytes.dropFirst(4).first == bytes.dropFirst(7).first, Self.isTimeOfDay(bytes.dropFirst(11)),
                let day = Day(timestamp: text)
            else { return nil }
            self = .day(day)
        default: return nil
        }
    }
    /// Whether bytes say hours and minutes, and perhaps seconds, of a day that ends at 24:00.
    private static func isTimeOfDay(_ bytes: Substring.UTF8View) -> Bool {
        var value = 0
        for (index, byte) in bytes.enumerated() {
            if index % 3 == 2 {
                guard byte == UInt8(ascii: ":") else { return false }
                value = 0
                continue
            }
            guard (0x30...0x39).contains(byte) else { return false }
            value = value * 10 + Int(byte - 0x30)
            if index % 3 == 1, index == 1 ? value > 24 : value > 59 { return false }
        }
        return true
    }
}
