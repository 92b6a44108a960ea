/// A form figures are handed to other systems in.
public enum ExportForm: String, Sendable, Hashable, CaseIterable {
    /// Frictionless Data Package, version 2.
    case dataPackage = "datapackage"
    /// SDMX-ML 2.1: structure and structure-specific data.
    case sdmxML = "sdmx-ml"
    /// SDMX-CSV 2.0, with the structure it speaks of.
    case sdmxCSV = "sdmx-csv"
    /// CSV by the government's machine-readability rules, for Excel and programs alike.
    case openData = "open-data"
}
