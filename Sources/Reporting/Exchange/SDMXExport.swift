import Languages
import VisitorMetrics
import VisitorModel

/// Figures as SDMX: the structure and the data as SDMX-ML 2.1, or the data as SDMX-CSV 2.0.
///
/// OBS_STATUS says how firm a number is in the code list everybody knows, STATUS in our own; REPORTED of EXPECTED is
/// the coverage. An absent value has no OBS_VALUE, never a zero.
public enum SDMXExport {
    private static let schemas = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/"
    static let namespaces: [(String, String?)] = [
        ("xmlns:message", schemas + "message"), ("xmlns:common", schemas + "common"),
        ("xmlns:structure", schemas + "structure"), ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ]

    /// The structure message and the structure-specific data message.
    public static func xmlFiles(_ content: ExportContent) -> [ExportFile] {
        [
            ExportFile(name: "structure.xml", text: SDMXStructure(content: content).text),
            ExportFile(name: "data.xml", text: data(content)),
        ]
    }

    /// The data as SDMX-CSV 2.0, and the structure it speaks of.
    public static func csvFiles(_ content: ExportContent) -> [ExportFile] {
        var writer = DelimitedTextWriter(startsWithByteOrderMark: false)
        writer.append(
            ["STRUCTURE", "STRUCTURE_ID", "ACTION"] + SDMXCodes.dimensions + ["TIME_PERIOD", "OBS_VALUE"]
                + SDMXCodes.attributes)
        let structure = "\(SDMXCodes.agency):\(SDMXCodes.structure)(\(SDMXCodes.version))"
        for figure in content.figures {
            writer.append(
                ["datastructure", structure, "I"] + SDMXCodes.key(of: figure)
                    + [SDMXCodes.timePeriod(figure.period), figure.value?.description ?? ""]
                    + SDMXCodes.attributes(of: figure).map { $0 ?? "" })
        }
        return [
            ExportFile(name: "structure.xml", text: SDMXStructure(content: content).text),
            ExportFile(name: "data.csv", text: writer.text),
        ]
    }

    private static func data(_ content: ExportContent) -> String {
        let urn =
            "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=\(SDMXCodes.agency):\(SDMXCodes.structure)(\(SDMXCodes.version)):ObsLevelDim:TIME_PERIOD"
        var keys: [[String]] = []
        var series: [[String]: [Figure]] = [:]
        for figure in content.figures {
            let key = SDMXCodes.key(of: figure)
            if series[key] == nil { keys.append(key) }
            series[key, default: []].append(figure)
        }
        var xml = XMLText()
        let own: [(String, String?)] = [("xmlns:data", schemas + "data/structurespecific"), ("xmlns:figures", urn)]
        xml.element("message:StructureSpecificData", namespaces + own) { xml in
            header(content, &xml) { xml in
                xml.element(
                    "message:Structure",
                    [("structureID", "FIGURES"), ("namespace", urn), ("dimensionAtObservation", "TIME_PERIOD")]
                ) { xml in
                    xml.element("common:Structure") { xml in
                        xml.element(
                            "Ref",
                            [
                                ("agencyID", SDMXCodes.agency), ("id", SDMXCodes.structure),
                                ("version", SDMXCodes.version), ("class", "DataStructure"),
                            ])
                    }
                }
            }
            xml.element(
                "message:DataSet",
                [
                    ("data:action", "Replace"), ("data:structureRef", "FIGURES"), ("data:dataScope", "DataStructure"),
                    ("xsi:type", "figures:DataSetType"),
                ]
            ) { xml in
                for key in keys {
                    xml.element("Series", Array(zip(SDMXCodes.dimensions, key.map(Optional.some)))) { xml in
                        for figure in series[key] ?? [] { observation(figure, &xml) }
                    }
                }
            }
        }
        return xml.text
    }

    private static func observation(_ figure: Figure, _ xml: inout XMLText) {
        let value = [
            ("TIME_PERIOD", SDMXCodes.timePeriod(figure.period)), ("OBS_VALUE", figure.value?.description),
        ]
        xml.element("Obs", value + zip(SDMXCodes.attributes, SDMXCodes.attributes(of: figure)))
    }

    static func header(
        _ content: ExportContent, _ xml: inout XMLText, structure: (inout XMLText) -> Void = { _ in }
    ) {
        xml.element("message:Header") { xml in
            xml.element("message:ID", text: SDMXCodes.structure)
            xml.element("message:Test", text: "false")
            xml.element("message:Prepared", text: content.madeAt)
            xml.element("message:Sender", [("id", SDMXCodes.agency)])
            structure(&xml)
        }
    }
}
