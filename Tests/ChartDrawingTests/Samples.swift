@testable import ChartDrawing

/// Charts and readings of drawings shared by the tests.
enum Sample {
    static let wording = ChartWording(missing: "n/a", partial: "so far", empty: "Nothing to show yet", total: "Total")

    static func outline(
        _ categories: [String], id: String = "c", title: String = "Visitors rose", description: String = "A rise.",
        unit: String = "persons", languageTag: String? = nil
    ) -> ChartOutline {
        ChartOutline(
            id: id, title: title, description: description, categoryLabel: "year", valueLabel: "visitors", unit: unit,
            categories: categories, wording: wording, languageTag: languageTag, format: { "\(Int($0.rounded()))" })
    }

    static func known(_ values: Double?...) -> [ChartValue] {
        values.map { $0.map(ChartValue.known) ?? .missing }
    }
}

/// A drawing taken apart: enough XML to see whether elements balance and what they hold.
struct ParsedDrawing {
    struct Element {
        let name: String
        let attributes: [String: String]
        var text = ""
    }

    private(set) var elements: [Element] = []
    private(set) var fault: String?

    init(_ svg: String) {
        var open: [Int] = []
        var rest = svg[...]
        while let start = rest.firstIndex(of: "<") {
            let between = rest[..<start]
            if between.contains(">") { fault = "stray > in \(between)" }
            if let current = open.last { elements[current].text += between }
            guard let end = rest[start...].firstIndex(of: ">") else {
                fault = "a tag never ends"
                return
            }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.first == "/" {
                guard let last = open.popLast(), elements[last].name == tag.dropFirst() else {
                    fault = "\(tag) closes something else"
                    return
                }
                continue
            }
            if open.isEmpty, !elements.isEmpty { fault = "a second root: \(tag)" }
            elements.append(ParsedDrawing.element(tag.last == "/" ? tag.dropLast() : tag))
            if tag.last != "/" { open.append(elements.count - 1) }
        }
        if !open.isEmpty { fault = "\(open.count) elements stay open" }
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    private static func element(_ tag: Substring) -> Element {
        let name = tag.prefix { $0 != " " }
        var attributes: [String: String] = [:]
        let quoted = tag.dropFirst(name.count).split(separator: "\"", omittingEmptySubsequences: false)
        for pair in stride(from: 0, to: quoted.count - 1, by: 2) {
            attributes[String(quoted[pair].dropFirst().dropLast())] = String(quoted[pair + 1])
        }
        return Element(name: String(name), attributes: attributes)
    }
}
