public import Languages
public import VisitorModel

/// Something about a count that ought to be looked at before it is published.
public struct PlausibilityFinding: Sendable, Hashable, Identifiable {
    /// What was noticed.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Off by a power of ten.
        case powerOfTen = "power-of-ten"
        /// A jump no month has seen.
        case jump
        /// Several months in a row on another level.
        case levelShift = "level-shift"
        /// The same number as the month before.
        case copiedMonth = "copied-month"
        /// The same numbers as a year before.
        case copiedYear = "copied-year"
        /// A year whose months fit when they are moved by one.
        case shiftedMonths = "shifted-months"
        /// Two places whose numbers fit when they are exchanged.
        case swappedPlaces = "swapped-places"
        /// Several places whose numbers fit when they are moved by one.
        case shiftedColumn = "shifted-column"
        /// A count in a month the place was closed.
        case whileClosed = "while-closed"
        /// A zero where there always were visitors.
        case unusualZero = "unusual-zero"
        /// Parts that come to more than their whole.
        case partsOverWhole = "parts-over-whole"
        /// More inbound visitors than visitors.
        case inboundOverTotal = "inbound-over-total"
        /// The ratio to another source has left its past.
        case drift
    }

    /// A possible cause, with the value it would mean.
    public struct Cause: Sendable, Hashable {
        /// A stable name: `thousand-persons`, `residents-included`.
        public var name: String
        /// The cause in words.
        public var text: BilingualText
        /// What the count would be if this is the cause.
        public var corrected: ExactDecimal?
        /// How well it fits, 0 to 1; only for ranking.
        public var weight: Double

        /// A cause.
        public init(_ name: String, _ text: BilingualText, corrected: ExactDecimal? = nil, weight: Double) {
            self.name = name
            self.text = text
            self.corrected = corrected
            self.weight = weight
        }
    }

    /// What was noticed.
    public var kind: Kind
    /// The series it was noticed in.
    public var series: SeriesKey
    /// The month, or the last of several.
    public var month: Month
    /// The first month, where several are concerned.
    public var firstMonth: Month
    /// The count in ``month``.
    public var value: ExactDecimal
    /// What was to be expected there from the place's own past; `nil` where the past plays no part.
    public var expected: ExactDecimal?
    /// The other places concerned.
    public var otherPlaces: [String]
    /// What may be behind it, likeliest first.
    public var causes: [Cause]

    /// Makes a finding; its causes are put in order.
    public init(
        _ kind: Kind, in series: SeriesKey, month: Month, firstMonth: Month? = nil, value: ExactDecimal,
        expected: ExactDecimal? = nil, otherPlaces: [String] = [], causes: [Cause]
    ) {
        self.kind = kind
        self.series = series
        self.month = month
        self.firstMonth = firstMonth ?? month
        self.value = value
        self.expected = expected
        self.otherPlaces = otherPlaces
        self.causes = causes.enumerated().sorted {
            ($0.element.weight, -$0.offset) > ($1.element.weight, -$1.offset)
        }.map(\.element)
    }

    /// The identity: kind, measure, place, month, segment and release, and the value. A corrected value is another
    /// finding, so that acknowledging one never covers the next.
    public var id: String {
        let plain = "\(kind.rawValue):\(series.measure):\(series.place):\(month.id):\(series.segment.id)"
        return plain + (series.vintage.isEmpty ? "" : "~\(series.vintage)") + "=\(value)"
    }
}
