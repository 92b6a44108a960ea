import Diagnostics
import Languages

/// What an answer of e-Stat says about its table before the numbers come: axes, labels, notes, and how much there is.
struct EStatTable {
    /// One code of an axis.
    struct Code {
        var name: String
        var level: String?
        var unit: String?
        var parent: String?
    }

    /// One axis: tab, cat01 …, area, time.
    struct Axis {
        var name: String
        var codes: [String: Code] = [:]
    }

    /// How many codes all axes may have together; the largest tables of e-Stat have some thousands.
    static let codeLimit = 500_000

    var axes: [String: Axis] = [:]
    /// Marks and what the table says they mean.
    var notes: [(mark: String, text: String)] = []
    var status: Int?
    var statusMessage = ""
    var total: Int?
    var from: Int?
    var to: Int?
    var nextKey: String?
    private(set) var codeCount = 0
    private var toldMarks: Set<String> = []

    /// Adds a code; `false` when there are too many.
    mutating func add(_ code: Code, _ key: String, to axis: String) -> Bool {
        codeCount += 1
        guard codeCount <= Self.codeLimit else { return false }
        axes[axis]?.codes[key] = code
        return true
    }

    /// The unit that goes with the codes of a number: that of its item, else of whichever axis states one.
    func unit(codeOn: (String) -> String?) -> String? {
        for axis in ["tab"] + axes.keys.filter({ $0 != "tab" }).sorted() {
            guard let code = codeOn(axis), let unit = axes[axis]?.codes[code]?.unit, !unit.isEmpty else { continue }
            return unit
        }
        return nil
    }

    /// Takes what one of the header's elements or lines says.
    mutating func take(_ key: String, _ text: String) {
        switch key {
        case "STATUS": status = Int(text)
        case "ERROR_MSG": statusMessage = text
        case "TOTAL_NUMBER": total = Int(text)
        case "FROM_NUMBER": from = Int(text)
        case "TO_NUMBER": to = Int(text)
        case "NEXT_KEY": nextKey = text.isEmpty ? nil : text
        default: break
        }
    }

    /// What the status says; an error ends the message before it begins.
    ///
    /// - Throws: `MessageReadingError` for a status of 100 and above.
    func checkStatus(file: String, line: Int, noting summary: inout MessageSummary) throws(MessageReadingError) {
        guard let status, status != 0 else { return }
        let position = SourcePosition(file: file, line: line)
        guard status < 100 else {
            throw MessageReadingError(.eStatError(status, statusMessage, at: position))
        }
        summary.note(.eStatWithoutRows(status, statusMessage, at: position))
    }

    /// Takes what the notes say about marks, where that is plain, before the first number.
    func takeSymbols(into summary: inout MessageSummary) {
        for (mark, text) in notes { if let meaning = NoteMeaning.meaning(of: text) { summary.symbols[mark] = meaning } }
    }

    /// Tells what a mark means, the first time it stands in the place of a number.
    mutating func tellMark(_ value: String, file: String, line: Int, noting summary: inout MessageSummary) {
        guard !notes.isEmpty, let first = value.utf8.first, !(0x30...0x39).contains(first),
            let index = notes.firstIndex(where: { $0.mark == value }), toldMarks.insert(value).inserted
        else { return }
        let isPlain = summary.symbols[value] != nil
        summary.note(
            .markDeclared(value, notes[index].text, isPlain: isPlain, at: SourcePosition(file: file, line: line)))
    }

    /// Holds the rows that came against what was announced.
    func checkCompleteness(rows: Int, file: String, line: Int, noting summary: inout MessageSummary) {
        let position = SourcePosition(file: file, line: line)
        let first = from ?? 1
        let announced =
            to.map { max(0, $0 - first + 1) } ?? (nextKey == nil ? total.map { max(0, $0 - first + 1) } : nil)
        if let announced, rows != announced {
            summary.shortfall = .rowsDiffer(read: rows, announced: announced, at: position)
        }
        let isBeginning = first > 1
        guard nextKey != nil || isBeginning || total.map({ $0 > first - 1 + rows }) == true else { return }
        guard summary.shortfall == nil else { return }
        summary.note(
            .partOfDelivery(first: first, last: to ?? first - 1 + rows, total: total, nextKey: nextKey, at: position))
    }
}
