import Languages
import VisitorMetrics
import VisitorModel

/// The structure message of an export: code lists, concepts, and the definition of the data's structure.
struct SDMXStructure {
    let content: ExportContent

    private typealias Code = (id: String, name: BilingualText)
    /// The code list of each coded component.
    private let codeLists: [(String, [Code])]

    init(content: ExportContent) {
        self.content = content
        codeLists = Self.codeLists(of: content)
    }

    /// The message as SDMX-ML 2.1.
    var text: String {
        var xml = XMLText()
        xml.element("message:Structure", SDMXExport.namespaces) { xml in
            SDMXExport.header(content, &xml)
            xml.element("message:Structures") { xml in
                xml.element("structure:Codelists") { xml in
                    for (id, codes) in codeLists { codeList(id, codes, &xml) }
                }
                xml.element("structure:Concepts") { xml in conceptScheme(&xml) }
                xml.element("structure:DataStructures") { xml in dataStructure(&xml) }
            }
        }
        return xml.text
    }

    private static func codeLists(of content: ExportContent) -> [(String, [Code])] {
        let places = Set(content.figures.map(\.place)).sorted().map { ($0, content.placeName($0)) }
        let markets = Set(content.figures.compactMap(\.segment.market)).sorted().map { ($0, content.marketName($0)) }
        return [
            ("FREQ", SDMXCodes.frequencies),
            ("DEFINITION", content.definitions.map { ($0.id, $0.titles) }),
            ("REF_AREA", places),
            ("ORIGIN", Segment.Origin.allCases.map { ($0.rawValue, BilingualText(verbatim: $0.rawValue)) }),
            ("MARKET", [(SDMXCodes.total, BilingualText(ja: "全体", en: "All"))] + markets),
            ("STAY", Segment.Stay.allCases.map { ($0.rawValue, BilingualText(verbatim: $0.rawValue)) }),
            ("UNIT_MEASURE", StatisticalUnit.allCases.map { ($0.rawValue, $0.name) }),
            ("OBS_STATUS", SDMXCodes.statuses),
            ("STATUS", ObservationStatus.allCases.map { ($0.rawValue, $0.name) }),
        ]
    }

    private func names(_ name: BilingualText, _ xml: inout XMLText) {
        for language in Language.allCases {
            xml.element("common:Name", [("xml:lang", language.rawValue)], text: HarmlessText.line(name(language)))
        }
    }

    private func maintained(_ id: String) -> [(String, String?)] {
        [("id", id), ("agencyID", SDMXCodes.agency), ("version", SDMXCodes.version)]
    }

    private func codeList(_ id: String, _ codes: [Code], _ xml: inout XMLText) {
        xml.element("structure:Codelist", maintained("CL_" + id)) { xml in
            names(BilingualText(verbatim: id), &xml)
            for code in codes {
                xml.element("structure:Code", [("id", code.id)]) { xml in names(code.name, &xml) }
            }
        }
    }

    private func conceptScheme(_ xml: inout XMLText) {
        xml.element("structure:ConceptScheme", maintained("CONCEPTS")) { xml in
            names(BilingualText(ja: "項目", en: "Concepts"), &xml)
            for id in SDMXCodes.dimensions + ["TIME_PERIOD", "OBS_VALUE"] + SDMXCodes.attributes {
                xml.element("structure:Concept", [("id", id)]) { xml in names(BilingualText(verbatim: id), &xml) }
            }
        }
    }

    private func dataStructure(_ xml: inout XMLText) {
        xml.element("structure:DataStructure", maintained(SDMXCodes.structure)) { xml in
            names(BilingualText(ja: "観光統計の数値", en: "Visitor figures"), &xml)
            xml.element("structure:DataStructureComponents") { xml in
                xml.element("structure:DimensionList", [("id", "DimensionDescriptor")]) { xml in
                    for (index, id) in SDMXCodes.dimensions.enumerated() {
                        component("Dimension", id, [("position", String(index + 1))], &xml)
                    }
                    component(
                        "TimeDimension", "TIME_PERIOD", [("position", String(SDMXCodes.dimensions.count + 1))],
                        type: "ObservationalTimePeriod", &xml)
                }
                xml.element("structure:AttributeList", [("id", "AttributeDescriptor")]) { xml in
                    for id in SDMXCodes.attributes {
                        let status = SDMXCodes.mandatory.contains(id) ? "Mandatory" : "Conditional"
                        component("Attribute", id, [("assignmentStatus", status)], &xml) { xml in
                            xml.element("structure:AttributeRelationship") { xml in
                                xml.element("structure:PrimaryMeasure") { xml in
                                    xml.element("Ref", [("id", "OBS_VALUE")])
                                }
                            }
                        }
                    }
                }
                xml.element("structure:MeasureList", [("id", "MeasureDescriptor")]) { xml in
                    component("PrimaryMeasure", "OBS_VALUE", [], type: "Decimal", &xml)
                }
            }
        }
    }

    /// A component with its concept and what its values may be.
    private func component(
        _ element: String, _ id: String, _ attributes: [(String, String?)], type: String? = nil, _ xml: inout XMLText,
        relationship: (inout XMLText) -> Void = { _ in }
    ) {
        xml.element("structure:" + element, [("id", id)] + attributes) { xml in
            xml.element("structure:ConceptIdentity") { xml in
                xml.element(
                    "Ref",
                    [
                        ("maintainableParentID", "CONCEPTS"), ("maintainableParentVersion", SDMXCodes.version),
                        ("agencyID", SDMXCodes.agency), ("id", id), ("class", "Concept"),
                    ])
            }
            xml.element("structure:LocalRepresentation") { xml in
                if codeLists.contains(where: { $0.0 == id }) {
                    xml.element("structure:Enumeration") { xml in
                        xml.element("Ref", maintained("CL_" + id) + [("class", "Codelist")])
                    }
                } else {
                    let counts = ["REPORTED", "EXPECTED", "NOT_YET_DUE"]
                    let found = type ?? (counts.contains(id) ? "Integer" : "String")
                    xml.element("structure:TextFormat", [("textType", found)])
                }
            }
            relationship(&xml)
        }
    }
}
