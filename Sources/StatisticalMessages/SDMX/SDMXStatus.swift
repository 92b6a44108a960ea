import VisitorModel

/// What OBS_STATUS means (SDMX code list CL_OBS_STATUS 2.2, and the flags Eurostat writes in small letters).
enum SDMXStatus {
    /// Our word for a status code; of several codes in one cell, the weakest; `nil` for a code that says nothing of it.
    static func status(_ codes: String?) -> ObservationStatus? {
        guard let codes else { return nil }
        let statuses = codes.split(whereSeparator: { ",; |".contains($0) }).compactMap { single(String($0)) }
        guard let first = statuses.first else { return nil }
        return statuses.dropFirst().reduce(first) { $0.weaker($1) }
    }

    private static func single(_ code: String) -> ObservationStatus? {
        switch code {
        // Normal; a break, a differing definition, low reliability or significance is a number all the same.
        case "A", "B", "b", "D", "d", "G", "J", "K", "N", "n", "S", "U", "u", "W", "r": .reported
        case "P", "p": .provisional
        case "V": .preliminary
        case "E", "e", "F", "f", "I", "s": .estimated
        case "Q", "c": .suppressed
        // The code list calls M a number that cannot exist, yet agencies write it for any that is missing.
        case "M", "O": .notReported
        case "z": .notApplicable
        case "L", "H": .notSurveyed
        default: nil
        }
    }
}
