/// The script of the pages, sent as a file of its own so that the content policy allows no other.
///
/// Without it nothing is missing: every value stands in a table, and a page asked for again is up to date.
enum PageScript {
    /// Where it is found.
    static let path = "/assets/dmo.js"

    /// All of it.
    static let text = "\"use strict\";\n" + layouts + charts + live + "readCharts(document);\nstayUpToDate();\n"
}
