import Diagnostics

/// Columns as people call them.
enum SourceColumn {
    /// A column's letters, counted from 0.
    static func letters(_ index: Int) -> String { SourcePosition.columnLetters(index + 1) }
}
