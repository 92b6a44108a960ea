import CSVReading
import PipelineDefinition
import XMLReading

extension ReadingLimits {
    /// The limits of the CSV reader; what a profile does not say is as usual.
    var csv: CSVReadingLimits {
        CSVReadingLimits(
            maximumCellBytes: cellBytes, maximumRecordBytes: rowBytes, maximumColumns: columns,
            maximumInflation: inflation)
    }

    /// The limits of the XML reader; what a profile does not say is as usual.
    var xml: XMLReadingLimits {
        XMLReadingLimits(
            maximumDepth: depth, maximumTextBytes: textBytes, maximumAttributes: attributes,
            maximumInflation: inflation)
    }
}

extension ReadingDefinition {
    /// The declared delimiter; `nil` to find it out.
    var delimiterByte: UInt8? { delimiter.flatMap { $0 == "tab" ? 0x09 : $0.utf8.first } }
}
