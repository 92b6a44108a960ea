import Diagnostics
import XMLReading

/// Reads SDMX-ML data: 2.1 generic and structure-specific, 3.0 structure-specific, and 2.0 where it looks alike.
///
/// Flat, time-series and cross-sectional layouts differ only in what stands on the series and what on the observation,
/// so an observation's facts are looked for on itself, its series, its groups and its data set, in this order. Names of
/// elements count without their prefix, which is the writer's whim.
final class SDMXXMLDecoder: MessageDecoder {
    private enum Holder {
        case dataSet, group, series, observation
    }

    private let fields: [MessageField]
    private let file: String
    private var events: XMLEventReader
    private(set) var summary = MessageSummary()

    private var open: [String] = []
    private var text = ""
    private var line = 1
    private var holder: Holder?
    /// The dimension that varies within a series, by the structure's identifier.
    private var dimensions: [String: String] = [:]
    private var dimension = "TIME_PERIOD"
    private var header = SDMXFacts()
    private var dataSet = SDMXFacts()
    private var group = SDMXFacts()
    private var groupKey: SDMXFacts?
    private var series = SDMXFacts()
    private var observation = SDMXFacts()
    private var groups = SDMXGroups()
    private var isDeletion = false
    private var observationLine = 1
    private var seriesNumber = 0
    private var observationNumber = 0
    /// The identifier of a 3.0 component and its values so far.
    private var component: (name: String, values: [String])?
    private var footer: (code: String, severity: String, text: String)?
    private var isFinished = false

    private static let roots: Set<String> = [
        "GenericData", "GenericTimeSeriesData", "StructureSpecificData", "StructureSpecificTimeSeriesData",
        "CompactData",
    ]

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
                if let found = try end(name) { return found }
            }
        }
        try finish()
        return nil
    }

    private func nextEvent() throws(MessageReadingError) -> XMLEvent? {
        do throws(XMLReadingError) {
            return try events.next()
        } catch {
            throw MessageReadingError(error, after: summary.observations, inside: open)
        }
    }

    private var position: SourcePosition { SourcePosition(file: file, line: line) }

    // MARK: elements begin

    private func begin(_ tag: XMLStartTag) throws(MessageReadingError) {
        line = tag.line
        text = ""
        if open.isEmpty, tag.name != "Error", !Self.roots.contains(tag.name) {
            throw MessageReadingError(.notSDMXData(root: tag.name, at: position))
        }
        open.append(tag.name)
        switch tag.name {
        case "Structure" where open.count == 3:
            if let id = tag[attribute: "structureID"], let own = tag[attribute: "dimensionAtObservation"] {
                if dimensions.count < 100 { dimensions[id] = own }
                dimension = own
            }
        case "DataSet" where holder == nil: beginDataSet(tag)
        case "Group" where holder == .dataSet:
            holder = .group
            group.removeAll()
            groupKey = nil
            takeAttributes(of: tag, into: &group)
        case "GroupKey": groupKey = SDMXFacts()
        case "Series" where holder == .dataSet:
            holder = .series
            series.removeAll()
            seriesNumber += 1
            observationNumber = 0
            takeAttributes(of: tag, into: &series)
        case "Obs" where holder == .dataSet || holder == .series: beginObservation(tag)
        case "ObsDimension" where holder == .observation:
            add(tag[attribute: "id"] ?? dimension, tag[attribute: "value"])
        case "ObsValue" where holder == .observation: add("OBS_VALUE", tag[attribute: "value"])
        case "Atts": if holder == .dataSet { takeAttributes(of: tag, into: &dataSet) }
        case "Comp": component = (tag[attribute: "id"] ?? "", [])
        case "Value" where component == nil && holder != nil:
            if let name = tag[attribute: "id"] ?? tag[attribute: "concept"] { add(name, tag[attribute: "value"]) }
        case "Message" where open.dropLast().last == "Footer":
            if footer == nil {
                footer = (tag[attribute: "code"] ?? "", tag[attribute: "severity"] ?? "", "")
            }
        case "ErrorMessage" where footer == nil: footer = (tag[attribute: "code"] ?? "", "Error", "")
        default: break
        }
    }

    private func beginDataSet(_ tag: XMLStartTag) {
        holder = .dataSet
        dataSet.removeAll()
        series.removeAll()
        groups = SDMXGroups()
        takeAttributes(of: tag, into: &dataSet)
        if let structure = tag[attribute: "structureRef"], let own = dimensions[structure] { dimension = own }
        let action = tag[attribute: "action"] ?? header["DataSetAction"] ?? ""
        isDeletion = action.lowercased().hasPrefix("d")
    }

    private func beginObservation(_ tag: XMLStartTag) {
        if holder == .dataSet { series.removeAll() }
        holder = .observation
        observation.removeAll()
        observationLine = tag.line
        observationNumber += 1
        takeAttributes(of: tag, into: &observation)
        // With explicit measures, the type of the element is the code on the measure dimension.
        guard let type = tag.attributes.first(where: { $0.name == "type" && $0.namespace != nil })?.value,
            dimension != "TIME_PERIOD", dimension != "AllDimensions", observation[dimension] == nil
        else { return }
        observation.add(dimension, type.split(separator: ":").last.map(String.init) ?? type)
    }

    /// The attributes that are the statistic's own; those with a namespace are the message's.
    private func takeAttributes(of tag: XMLStartTag, into facts: inout SDMXFacts) {
        let generic = tag.namespace?.contains("generic") == true
        for attribute in tag.attributes where attribute.namespace == nil {
            if generic || ["structureRef", "action", "type", "setID"].contains(attribute.name) { continue }
            facts.add(attribute.name, attribute.value)
        }
    }

    private func add(_ name: String, _ value: String?) {
        guard let value else { return }
        switch holder {
        case .dataSet: dataSet.add(name, value)
        case .group:
            if open.dropLast().last == "GroupKey" { groupKey?.add(name, value) } else { group.add(name, value) }
        case .series: series.add(name, value)
        case .observation: observation.add(name, value)
        case nil: break
        }
    }

    // MARK: elements end

    private func end(_ name: String) throws(MessageReadingError) -> MessageObservation? {
        defer {
            open.removeLast()
            text = ""
        }
        switch name {
        case "Obs" where holder == .observation:
            holder = open.contains("Series") ? .series : .dataSet
            return makeObservation()
        case "Series" where holder == .series: holder = .dataSet
        case "Group" where holder == .group:
            holder = .dataSet
            guard groups.add(group, key: groupKey) else {
                throw MessageReadingError(
                    .tooManyGroups(limit: SDMXGroups.byteLimit, at: position), observationsRead: summary.observations)
            }
        case "DataSet" where holder == .dataSet: holder = nil
        case "Value" where component != nil: component?.values.append(text.trimmingSpaces)
        case "Comp":
            if let done = component { add(done.name, done.values.joined(separator: ",")) }
            component = nil
        case "Time" where holder == .observation: add("TIME_PERIOD", text.trimmingSpaces)
        case "DataSetAction": header.add(name, text.trimmingSpaces)
        case "Text" where footer != nil && holder == nil:
            if let known = footer?.text, known.utf8.count < 2000 {
                footer?.text = (known.isEmpty ? "" : known + " ") + text.trimmingSpaces
            }
        default: break
        }
        return nil
    }

    private func finish() throws(MessageReadingError) {
        isFinished = true
        for notice in events.notices { summary.note(notice) }
        guard let footer else {
            if summary.observations == 0 { summary.note(.emptyMessage(at: position)) }
            return
        }
        if events.rootName == "Error" {
            throw MessageReadingError(.serverError(footer.code.isEmpty ? nil : footer.code, footer.text, at: position))
        }
        guard summary.observations > 0 else {
            // 100: the query was understood, and nothing fits it.
            if footer.code == "100" { return summary.note(.emptyMessage(at: position)) }
            throw MessageReadingError(.footerInsteadOfData(footer.code, footer.text, at: position))
        }
        let isError = footer.severity == "Error" || ["413", "130", "510"].contains(footer.code)
        let remark = Diagnostic.footerBesideData(footer.code, footer.text, isError: isError, at: position)
        if isError { summary.shortfall = remark } else { summary.note(remark) }
    }

    // MARK: observations

    private func makeObservation() -> MessageObservation {
        summary.observations += 1
        let belonging = groups.isEmpty ? [] : groups.groups { observation[$0] ?? series[$0] }
        let fact: (String) -> String? = { [observation, series, dataSet] name in
            if let own = observation[name] ?? series[name] { return own }
            for group in belonging { if let found = group[name] { return found } }
            return dataSet[name]
        }
        if summary.observations <= 1000 { noteAxes(belonging) }
        let reading = SDMXReading(fact)
        let values = fields.map { field -> String? in
            switch field {
            case .code(let axis): fact(axis)
            // The labels are in the structure message, which is another file.
            case .label, .level, .parent: nil
            default: reading.value(of: field)
            }
        }
        let parts = (series.pairs + observation.pairs).map { "\($0.name)=\($0.value)" }
        let place = SourcePosition(file: file, line: observationLine)
        let raw = String(parts.joined(separator: " ").prefix(2000))
        return MessageObservation(
            values: values, powerOfTen: reading.powerOfTen, unit: reading.unit, line: observationLine, path: path,
            rawText: raw, problem: isDeletion ? .deletion(at: place, value: raw) : nil)
    }

    private var path: String {
        let within = open.dropLast().map { $0 == "Series" ? "Series[\(seriesNumber)]" : $0 }
        return "/" + within.joined(separator: "/") + "/Obs[\(observationNumber)]"
    }

    private func noteAxes(_ belonging: [SDMXFacts]) {
        for facts in [series, observation, dataSet] + belonging {
            for pair in facts.pairs where pair.name != "OBS_VALUE" { summary.noteAxis(pair.name) }
        }
    }
}
