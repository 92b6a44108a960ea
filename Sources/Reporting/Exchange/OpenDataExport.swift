/// Figures as open data that programs can read without guessing: the form the Ministry of Internal Affairs asks for in
/// 統計表における機械判読可能なデータ作成に関する表記方法 (18 December 2020).
///
/// One row of heads, one datum a cell, digits without separators, units and codes in columns of their own, dates of the
/// common era with the era name beside, nothing merged, nothing left out. UTF-8 with byte order mark, for Excel.
public enum OpenDataExport {
    /// The figures, and what they lack.
    public static func files(_ content: ExportContent) -> [ExportFile] {
        ExportTables(content: content).files(byTitle: true, startsWithByteOrderMark: true)
    }
}
