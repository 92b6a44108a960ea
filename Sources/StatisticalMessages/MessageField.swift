/// What a profile can ask of each number of a message, by the name it writes under `from`.
///
/// - `@area`, `@cat01`, `@TIME_PERIOD`: the code of an axis (a dimension or attribute); the `@` may be left out.
/// - `area.name`: its label. `area.level`, `area.parent`: where the code stands in its classification.
/// - `value`, `unit`, `scale`, `status`, `period`, `note`: what every message says of its numbers, in the same words
///   whatever the message is.
public enum MessageField: Sendable, Hashable {
    /// The code on an axis.
    case code(axis: String)
    /// The label of that code.
    case label(axis: String)
    /// The level of that code in its classification, the whole being 1.
    case level(axis: String)
    /// The code above that code.
    case parent(axis: String)
    /// The number as it stands, or the mark or word in its place.
    case value
    /// The unit, without its scale.
    case unit
    /// The power of ten the number is stated in: 3 for thousands.
    case scale
    /// How firm the number is, in our words.
    case status
    /// The period by its identifier: `2013-04`, `2013-Q2`, `2013`, `FY2013`; as the message writes it when it is none.
    case period
    /// What the message says about this one number.
    case note

    private static let words: [String: MessageField] = [
        "value": .value, "unit": .unit, "scale": .scale, "status": .status, "period": .period, "note": .note,
    ]

    /// Reads a name; `nil` when it is empty.
    public init?(_ name: String) {
        if let word = Self.words[name] {
            self = word
            return
        }
        let bare = name.hasPrefix("@") ? String(name.dropFirst()) : name
        guard !bare.isEmpty else { return nil }
        if !name.hasPrefix("@"), let dot = bare.lastIndex(of: "."), dot > bare.startIndex {
            let axis = String(bare[..<dot])
            switch bare[bare.index(after: dot)...] {
            case "name":
                self = .label(axis: axis)
                return
            case "level":
                self = .level(axis: axis)
                return
            case "parent":
                self = .parent(axis: axis)
                return
            default: break
            }
        }
        self = .code(axis: bare)
    }

    /// The axis a field is about.
    public var axis: String? {
        switch self {
        case .code(let axis), .label(let axis), .level(let axis), .parent(let axis): axis
        case .value, .unit, .scale, .status, .period, .note: nil
        }
    }
}
