import ChartDrawing
import Languages

/// The style sheet of the page, put together from its parts.
enum HTMLStyle {
    /// The sheet for a language.
    static func sheet(_ language: Language) -> String {
        [colours, type, layout, content, tables, language == .japanese ? japanese : "", narrow, print]
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Colours as properties: light, then dark where the reader's screen asks for it. Paper is always light.
    private static let colours = """
        :root {
          color-scheme: light dark;
          \(ChartPalette.light.declarations)
          --ground: #ffffff; --ink: #1b1f24; --muted: #59626d; --rule: #d8dde2; --strong-rule: #1b1f24;
          --tint: #f5f6f7; --accent: #0b5f85; --good: #1c6b4f; --caution: #8a5a00; --bad: #a1321b;
          --warning-ground: #fff4d6; --warning-ink: #4d3600;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            \(ChartPalette.dark.declarations)
            --ground: #14181d; --ink: #edf0f3; --muted: #a9b2bc; --rule: #333b44; --strong-rule: #c9d0d7;
            --tint: #1b2026; --accent: #6cc3e8; --good: #6fd0a6; --caution: #e8b659; --bad: #f3957a;
            --warning-ground: #3a2e10; --warning-ink: #f6dfa4;
          }
        }
        """
}
