import ByteStreams
public import Diagnostics
import FoundationEssentials
import Languages
import Reporting
import VisitorLedger

/// The table of questions that goes to a supplier and comes back with answers.
public struct HoldSheet: Sendable {
    /// What came back.
    public struct Answers: Sendable, Hashable {
        /// The cells that were answered.
        public var corrections: [HoldCorrection]
        /// How many rows came back without an answer.
        public var unanswered: Int
    }

    static let columns = [
        "hold", "file", "cell", "line", "value 値", "why 理由", "what to do 対処", "corrected 訂正値（ここに記入）",
    ]

    /// The questions as CSV with a byte order mark, for Excel.
    public static func text(of entries: [HoldEntry]) -> String {
        var writer = DelimitedTextWriter()
        writer.append(columns)
        for entry in entries where entry.isOpen {
            let diagnostic = entry.hold.row.diagnostic
            let position = diagnostic.position
            writer.append([
                String(entry.id), position?.file ?? "", position?.cell ?? "", position?.line.map { String($0) } ?? "",
                diagnostic.value ?? "", diagnostic.message.ja, diagnostic.remedy?.ja ?? "", "",
            ])
        }
        return writer.text
    }

    /// Reads what came back, row by row against the holds it asked about.
    ///
    /// Excel may have saved it in Shift_JIS or UTF-16, tabs in place of commas, and rows may have been sorted: each is matched by its number, its cell and
    /// the value that was asked about.
    ///
    /// - Throws: `DiagnosticsError` with every row that does not match.
    public static func answers(
        in bytes: [UInt8], file: String, to entries: [HoldEntry]
    ) throws(DiagnosticsError) -> Answers {
        let rows = rows(in: text(of: bytes))
        var problems: [Diagnostic] = []
        var corrections: [HoldCorrection] = []
        var unanswered = 0
        for (index, row) in rows.enumerated().dropFirst() where row.contains(where: { !$0.isEmpty }) {
            let position = SourcePosition(file: file, row: index + 1, column: 1)
            guard row.count >= columns.count, let number = Int(row[0].filter { $0 != " " }),
                let entry = entries.first(where: { $0.id == number })
            else {
                problems.append(.unmatched(row.first ?? "", at: position))
                continue
            }
            let diagnostic = entry.hold.row.diagnostic
            let isSame = row[2] == diagnostic.position?.cell ?? "" && row[4] == diagnostic.value ?? ""
            guard isSame, entry.isOpen else {
                problems.append(entry.isOpen ? .changed(row[4], at: position) : .settled(number, at: position))
                continue
            }
            let answer = row[7]
            if answer.allSatisfy(\.isWhitespace) {
                unanswered += 1
            } else {
                corrections.append(HoldCorrection(hold: number, value: answer))
            }
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
        return Answers(corrections: corrections, unanswered: unanswered)
    }

    private static func text(of bytes: [UInt8]) -> String {
        for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] where bytes.starts(with: encoding.byteOrderMark) {
            guard var conversion = try? CharacterConversion(from: encoding) else { continue }
            return conversion.lossyText(of: Array(bytes.dropFirst(2)))
        }
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        guard var conversion = try? CharacterConversion(from: .cp932) else { return String(decoding: bytes, as: UTF8.self) }
        return conversion.lossyText(of: bytes)
    }

    /// The cells of a small CSV: quotes, doubled quotes, line breaks in cells.
    private static func rows(in text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var rest = text.unicodeScalars[...]
        // Excel's "Unicode text" has tabs.
        let delimiter: Unicode.Scalar = rest.prefix { $0 != "\n" }.contains("\t") ? "\t" : ","
        while let scalar = rest.popFirst() {
            if isQuoted {
                guard scalar == "\"" else {
                    cell.unicodeScalars.append(scalar)
                    continue
                }
                if rest.first == "\"" { cell.unicodeScalars.append(rest.removeFirst()) } else { isQuoted = false }
            } else if scalar == "\"" {
                isQuoted = true
            } else if scalar == delimiter {
                row.append(cell)
                cell = ""
            } else if scalar == "\n" {
                rows.append(row + [cell])
                (row, cell) = ([], "")
            } else if scalar != "\r" {
                cell.unicodeScalars.append(scalar)
            }
        }
        return cell.isEmpty && row.isEmpty ? rows : rows + [row + [cell]]
    }
}

extension Diagnostic {
    fileprivate static func unmatched(_ value: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "holds.unmatched", position: position, value: value,
            message: BilingualText(ja: "この行に当たる保留がありません。", en: "No hold belongs to this row."),
            remedy: BilingualText(ja: "hold の列を変えずに返してもらってください。", en: "The column “hold” must come back unchanged."))
    }

    fileprivate static func changed(_ value: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "holds.question-changed", position: position, value: value,
            message: BilingualText(ja: "セルか元の値が、問い合わせたものと違います。", en: "Cell or old value are not those that were asked about."),
            remedy: BilingualText(ja: "訂正値は最後の列に書いてもらってください。", en: "Answers belong into the last column."))
    }

    fileprivate static func settled(_ hold: Int, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "holds.settled", position: position, value: String(hold),
            message: BilingualText(ja: "この保留はすでに決まっています。", en: "This hold is settled already."))
    }
}
