/// A set of colours for charts, to be given to a page as CSS custom properties.
///
/// Charts name the properties and fall back to `light`; a page that offers a dark face declares `dark` there.
/// Neighbouring part colours alternate dark and light, so they stay apart in greyscale and for colour-blind readers.
public struct ChartPalette: Sendable, Equatable {
    /// The properties in the order they are declared, such as `--chart-ink` and `#1b1f24`.
    public let properties: [Property]

    /// One CSS custom property.
    public struct Property: Sendable, Equatable {
        /// The name with its two dashes.
        public let name: String
        /// A hexadecimal colour.
        public let colour: String
    }

    /// The declarations for a CSS rule, such as `--chart-ink: #1b1f24; …`.
    public var declarations: String {
        properties.map { "\($0.name): \($0.colour);" }.joined(separator: " ")
    }

    /// Colours for a light page; what charts fall back to.
    public static let light = ChartPalette([
        "#0b6e99", "#e39a2d", "#23795a", "#6cb6d9", "#b04a72", "#8b929a", "#8c5a2b",
        "#1b1f24", "#59626d", "#e3e6ea", "#87909a", "#ffffff", "#c3ced8", "#a1401b",
    ])

    /// Colours for a dark page (its ground near `#14181d`).
    public static let dark = ChartPalette([
        "#4fb3dd", "#9c6612", "#63c79d", "#2d7190", "#e58bb0", "#6b737c", "#d3a06f",
        "#edf0f3", "#a9b2bc", "#2c333b", "#79828c", "#14181d", "#4a5763", "#f0916a",
    ])

    private static let names = [
        "1", "2", "3", "4", "5", "6", "7", "ink", "muted", "grid", "axis", "surface", "soft", "target",
    ]

    private init(_ colours: [String]) {
        properties = zip(ChartPalette.names, colours).map { Property(name: "--chart-\($0)", colour: $1) }
    }
}

/// Colours as charts write them: a custom property with its light fallback.
enum ChartColour {
    static let ink = named("ink")
    static let muted = named("muted")
    static let grid = named("grid")
    static let axis = named("axis")
    /// The ground the chart stands on: rims and separators.
    static let surface = named("surface")
    /// Bars to compare with.
    static let soft = named("soft")
    static let target = named("target")

    /// The colour of a part of a stack; after seven the colours repeat and textures tell parts apart.
    static func part(_ index: Int) -> String { named("\(index % 7 + 1)") }

    /// The colour of a main line: those of the palette dark enough for text as well.
    static func mainLine(_ index: Int) -> String { named(["1", "5", "3", "7"][index % 4]) }

    private static func named(_ name: String) -> String {
        let property = ChartPalette.light.properties.first { $0.name == "--chart-\(name)" }
        return "var(--chart-\(name), \(property?.colour ?? "currentColor"))"
    }
}

/// Type sizes and faces, in SVG units at the default size.
enum ChartType {
    static let title = 18.0
    static let subtitle = 13.0
    static let tick = 12.0
    static let label = 13.0
    static let note = 11.5
    /// A page may set `--chart-font`; otherwise the system's sans, with Japanese faces named.
    static let family = """
        var(--chart-font, -apple-system, 'Segoe UI', 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', \
        'Yu Gothic UI', Meiryo, system-ui, sans-serif)
        """
}
