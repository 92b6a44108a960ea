public import Languages
import OfficeTables
import PipelineDefinition

/// A destination written from the names that stand in its files.
public struct DestinationDraft: Sendable, Hashable {
    /// A place and the spellings it goes by.
    public struct Place: Sendable, Hashable {
        /// The identifier.
        public var id: String
        /// The name as the files have it.
        public var name: String
    }

    /// The identifier of the whole.
    public var id: String
    /// Its name.
    public var titles: BilingualText
    /// The places inside it.
    public private(set) var places: [Place] = []
    /// The markets.
    public private(set) var markets: [Place] = []
    /// The unit counts are kept in.
    public var unit = "person-spots"
    private var known: Set<LabelKey> = []

    /// A destination without places.
    public init(id: String, titles: BilingualText) {
        self.id = id
        self.titles = titles
        known = [LabelKey(id), LabelKey(titles.ja), LabelKey(titles.en)]
    }

    /// Adds the places a file names.
    public mutating func addPlaces(_ labels: [String]) {
        for label in labels {
            guard known.insert(LabelKey(label)).inserted, !LabelKey(label).isEmpty else { continue }
            places.append(Place(id: identifier(for: label, beside: places, prefix: "place"), name: label))
        }
    }

    /// Adds the markets a file names.
    public mutating func addMarkets(_ labels: [String]) {
        for label in labels where !LabelKey(label).isEmpty {
            guard !markets.contains(where: { LabelKey($0.name) == LabelKey(label) }) else { continue }
            markets.append(Place(id: identifier(for: label, beside: markets, prefix: "market"), name: label))
        }
    }

    /// Latin letters and digits make an identifier; other names get a number, to be replaced by something better.
    private func identifier(for label: String, beside others: [Place], prefix: String) -> String {
        var slug = ""
        for scalar in label.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
            case " ", "-", "_", ".", "/":
                if slug.last != "-", !slug.isEmpty { slug += "-" }
            default:
                if scalar.value > 0x7F { return numbered(prefix, others) }
            }
        }
        while slug.last == "-" { slug.removeLast() }
        let isFit = slug.contains { $0.isLetter } && slug != id && !others.contains { $0.id == slug }
        return isFit ? slug : numbered(prefix, others)
    }

    private func numbered(_ prefix: String, _ others: [Place]) -> String {
        var number = others.count + 1
        while others.contains(where: { $0.id == "\(prefix)-\(number)" }) { number += 1 }
        return "\(prefix)-\(number)"
    }

    /// The definition file.
    ///
    /// - Parameter expected: The lines under `expected-reports`.
    public func yaml(expecting expected: [String] = []) -> String {
        func quoted(_ text: String) -> String { ProfileDraft.quoted(text) }
        var lines = [
            "# The destination: what lies where, who visits from where, what is counted, who reports it.",
            "# Identifiers such as place-1 were made up from the files; give them names of their own (letters, digits, hyphens).",
            "destination: \(id)", "title: { ja: \(quoted(titles.ja)), en: \(quoted(titles.en)) }", "places:",
            "  - id: \(id)", "    names: { ja: \(quoted(titles.ja)), en: \(quoted(titles.en)) }",
            "    kind: destination",
        ]
        if !places.isEmpty { lines.append("    places:") }
        for place in places {
            lines.append(
                "      - { id: \(place.id), names: { ja: \(quoted(place.name)), en: \(quoted(place.name)) }, kind: spot }"
            )
        }
        if !markets.isEmpty {
            lines.append("markets:")
            for market in markets {
                lines.append(
                    "  - { id: \(market.id), names: { ja: \(quoted(market.name)), en: \(quoted(market.name)) } }")
            }
        } else {
            lines.append("markets:")
            lines.append("  - { id: unknown, names: { ja: 不明, en: Unknown } }")
        }
        lines += [
            "measures:", "  - { id: visitors, names: { ja: 観光入込客数, en: Visitors }, unit: \(unit) }",
        ]
        lines.append(expected.isEmpty ? "expected-reports: []" : "expected-reports:")
        lines += expected
        return lines.joined(separator: "\n") + "\n"
    }
}
