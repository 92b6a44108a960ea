import Diagnostics
import Languages
import XMLReading

/// Reads the XML answer of e-Stat's `getStatsData`, versions 1.0 to 3.0.
///
/// The versions differ in where the row counts stand (TABLE_INF or RESULT_INF), so these are found by their name.
final class EStatXMLDecoder: MessageDecoder {
    private let fields: [MessageField]
    private let file: String
    private var events: XMLEventReader
    private var table = EStatTable()
    private(set) var summary = MessageSummary()
    private var open: [String] = []
    private var text = ""
    private var axis = ""
    private var mark = ""
    private var value: XMLStartTag?
    private var line = 1
    private var areNotesTaken = false
    private var isFinished = false
    private var periods: [String: String] = [:]
    private var units: [String: StatedUnit] = [:]

    init(events: consuming XMLEventReader, fields: [MessageField], file: String) {
        self.events = events
        self.fields = fields
        self.file = file
    }

    func next() throws(MessageReadingError) -> MessageObservation? {
        guard !isFinished else { return nil }
        while let event = try nextEvent() {
            switch event {
            case .start(let tag): try begin(tag)
            case .text(let piece): text += piece
            case .end(let name, let line):
                self.line = line
                if let observation = try end(name) { return observation }
            }
        }
        finish()
        return nil
    }

    private func nextEvent() throws(MessageReadingError) -> XMLEvent? {
        do throws(XMLReadingError) {
            return try events.next()
        } catch {
            throw MessageReadingError(error, after: summary.observations, inside: open)
        }
    }

    private func begin(_ tag: XMLStartTag) throws(MessageReadingError) {
        line = tag.line
        if open.isEmpty, tag.name != "GET_STATS_DATA" {
            throw MessageReadingError(.notEStat(root: tag.name, at: SourcePosition(file: file, line: tag.line)))
        }
        open.append(tag.name)
        text = ""
        switch tag.name {
        case "CLASS_OBJ":
            axis = tag[attribute: "id"] ?? ""
            table.axes[axis] = EStatTable.Axis(name: tag[attribute: "name"] ?? "")
            summary.noteAxis(axis)
            summary.declaresAxes = true
        case "CLASS":
            guard let key = tag[attribute: "code"] else { return }
            let code = EStatTable.Code(
                name: tag[attribute: "name"] ?? "", level: tag[attribute: "level"], unit: tag[attribute: "unit"],
                parent: tag[attribute: "parentCode"])
            if !table.add(code, key, to: axis) {
                let position = SourcePosition(file: file, line: tag.line)
                throw MessageReadingError(.tooManyCodes(limit: EStatTable.codeLimit, at: position))
            }
        case "NOTE": mark = tag[attribute: "char"] ?? ""
        case "VALUE":
            value = tag
            beginValues()
        default: break
        }
    }

    private func end(_ name: String) throws(MessageReadingError) -> MessageObservation? {
        defer {
            open.removeLast()
            text = ""
        }
        switch name {
        case "NOTE":
            if !mark.isEmpty, table.notes.count < 1000 { table.notes.append((mark, text.trimmingSpaces)) }
        case "RESULT":
            try table.checkStatus(file: file, line: line, noting: &summary)
        case "VALUE":
            guard let tag = value else { return nil }
            value = nil
            return observation(tag)
        default: table.take(name, text.trimmingSpaces)
        }
        return nil
    }

    private func beginValues() {
        guard !areNotesTaken else { return }
        areNotesTaken = true
        table.takeSymbols(into: &summary)
    }

    private func finish() {
        isFinished = true
        for notice in events.notices { summary.note(notice) }
        guard table.status.map({ $0 == 0 }) ?? true else { return }
        table.checkCompleteness(rows: summary.observations, file: file, line: line, noting: &summary)
    }

    private func observation(_ tag: XMLStartTag) -> MessageObservation {
        summary.observations += 1
        if summary.observations == 1, table.axes.isEmpty {
            // metaGetFlg=N: the codes are there, their labels are not.
            for attribute in tag.attributes where !["unit", "annotation"].contains(attribute.name) {
                summary.noteAxis(attribute.name)
            }
        }
        let number = text.trimmingSpaces
        table.tellMark(number, file: file, line: tag.line, noting: &summary)
        let unitText = tag[attribute: "unit"] ?? table.unit { tag[attribute: $0] } ?? ""
        let unit = stated(unitText)
        let values = fields.map { field -> String? in
            switch field {
            case .code(let axis): tag[attribute: axis]
            case .label(let axis): code(tag, axis)?.name
            case .level(let axis): code(tag, axis)?.level
            case .parent(let axis): code(tag, axis)?.parent
            case .value: number
            case .unit: unitText.isEmpty ? nil : unit.unit
            case .scale: String(unit.powerOfTen)
            case .status: nil
            case .period: tag[attribute: "time"].map(period)
            case .note: tag[attribute: "annotation"].flatMap { $0.isEmpty ? nil : note($0) }
            }
        }
        let parts = tag.attributes.map { "\($0.name)=\($0.value)" } + ["value=\(number)"]
        return MessageObservation(
            values: values, powerOfTen: unit.powerOfTen, unit: unitText.isEmpty ? nil : unit.unit, line: tag.line,
            path: "/" + open.joined(separator: "/") + "[\(summary.observations)]", rawText: parts.joined(separator: " ")
        )
    }

    private func code(_ tag: XMLStartTag, _ axis: String) -> EStatTable.Code? {
        tag[attribute: axis].flatMap { table.axes[axis]?.codes[$0] }
    }

    private func note(_ annotation: String) -> String {
        table.notes.first { $0.mark == annotation }?.text ?? annotation
    }

    private func period(_ code: String) -> String {
        if let known = periods[code] { return known }
        let text = EStatPeriod.text(code: code, name: table.axes["time"]?.codes[code]?.name)
        if periods.count < 10_000 { periods[code] = text }
        return text
    }

    private func stated(_ text: String) -> StatedUnit {
        if let known = units[text] { return known }
        let unit = StatedUnit(text)
        if units.count < 1000 { units[text] = unit }
        return unit
    }
}
