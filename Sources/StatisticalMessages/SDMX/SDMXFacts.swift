import VisitorModel

/// A few names with their values, in order: the key and the attributes of a series, a group or an observation.
struct SDMXFacts {
    private(set) var pairs: [(name: String, value: String)] = []

    subscript(name: String) -> String? {
        for pair in pairs where pair.name == name { return pair.value }
        return nil
    }

    mutating func add(_ name: String, _ value: String) { pairs.append((name, value)) }

    mutating func removeAll() { pairs.removeAll(keepingCapacity: true) }

    var isEmpty: Bool { pairs.isEmpty }
}

/// What the facts of one SDMX observation say in the words all messages share.
struct SDMXReading {
    private let fact: (String) -> String?

    init(_ fact: @escaping (String) -> String?) { self.fact = fact }

    /// The number, or where there is none the word that says why.
    var value: String {
        let text = fact("OBS_VALUE") ?? ""
        guard text.isEmpty || text == "NaN" else { return text }
        guard let status = SDMXStatus.status(fact("OBS_STATUS")), !status.hasValue else { return "" }
        return status.rawValue
    }

    /// How firm the number is; `nil` where nothing is said.
    var status: String? { SDMXStatus.status(fact("OBS_STATUS")).flatMap { $0.hasValue ? $0.rawValue : nil } }

    var unit: String? { fact("UNIT_MEASURE") ?? fact("UNIT") ?? fact("unit") }

    /// UNIT_MULT; where it is missing, what Eurostat's unit codes say (THS_PER: thousand persons).
    var powerOfTen: Int {
        if let multiplier = fact("UNIT_MULT"), let power = Int(multiplier), (-12...15).contains(power) { return power }
        guard let unit, fact("UNIT_MULT") == nil else { return 0 }
        if unit == "THS" || unit.hasPrefix("THS_") { return 3 }
        return unit == "MIO" || unit.hasPrefix("MIO_") ? 6 : 0
    }

    /// What a field that is the same in every message asks for.
    func value(of field: MessageField) -> String? {
        switch field {
        case .value: value
        case .unit: unit
        case .scale: String(powerOfTen)
        case .status: status
        case .period: period
        case .note: fact("OBS_COM") ?? fact("COMMENT_OBS")
        case .code, .label, .level, .parent: nil
        }
    }

    var period: String? {
        (fact("TIME_PERIOD") ?? fact("TIME")).map {
            SDMXPeriod.text(
                $0, frequency: fact("FREQ") ?? fact("freq"), yearStart: fact("REPORTING_YEAR_START_DAY"))
        }
    }
}
