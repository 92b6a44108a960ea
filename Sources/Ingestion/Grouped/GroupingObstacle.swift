import Diagnostics
public import Languages
public import PipelineDefinition

/// Why a file's rows cannot be grouped on a machine elsewhere with the same result as here.
public enum GroupingObstacle: Error, Sendable, Hashable {
    /// Its physical form.
    case format(String)
    /// Values stand across the sheet.
    case wide
    /// The table is described by more than its header.
    case table
    /// Rows with one key are compared.
    case duplicates
    /// A column takes its value from more than its own cell.
    case column(String)
    /// The pipeline adds nothing up, or a stage looks at more than single rows.
    case stages
    /// The columns as they stand in this file, or a file without rows.
    case columns
    /// The encoding is not UTF-8 and not CP932, or the bytes do not fit it.
    case encoding
    /// A total, a note or a heading among the rows.
    case rowInContext
    /// Quotes that do not stand around whole cells, or cells that hold line breaks.
    case quotes
    /// Too many rows or groups that must be looked at one by one.
    case tooManyOddRows
    /// The other machine sees a file of another size.
    case otherFile
    /// It cannot be read here, or changes.
    case unreadable

    /// The obstacle, in words.
    public var text: BilingualText {
        switch self {
        case .format(let name): BilingualText(ja: "形式 \(name)", en: "the format \(name)")
        case .wide: BilingualText(ja: "横長の表", en: "a wide table")
        case .table: BilingualText(ja: "profile の table の指定", en: "the profile's table key")
        case .duplicates: BilingualText(ja: "profile の duplicates の指定", en: "the profile's duplicates key")
        case .column(let name):
            BilingualText(
                ja: "列「\(name)」が自分のセル以外も見ること", en: "column \(name), which looks beyond its own cell")
        case .stages:
            BilingualText(
                ja: "aggregate がないこと、またはその前の段階が1行ずつでは済まないこと",
                en: "stages without an aggregate, or with one before it that looks beyond single rows")
        case .columns: BilingualText(ja: "このファイルの列の並び", en: "the columns of this file")
        case .encoding: BilingualText(ja: "UTF-8 でも CP932 でもない文字", en: "text that is neither UTF-8 nor CP932")
        case .rowInContext:
            BilingualText(ja: "前後の行によって意味が決まる行", en: "a row whose meaning depends on others")
        case .quotes: BilingualText(ja: "改行や引用符を含むセル", en: "cells that hold quotes or line breaks")
        case .tooManyOddRows:
            BilingualText(ja: "1行ずつ調べる行が多すぎること", en: "too many rows to be looked at one by one")
        case .otherFile:
            BilingualText(ja: "そこでは大きさの違うファイルが見えること", en: "the file having another size there")
        case .unreadable: BilingualText(ja: "手元で読めないこと", en: "not being readable here")
        }
    }
}

extension ProfileDefinition {
    /// Why files of this profile cannot be grouped elsewhere, row by row; `nil` when they can.
    public var groupingObstacle: GroupingObstacle? {
        if reading.format != .csv, reading.format != .parquet { return .format(reading.format.rawValue) }
        if isWide { return .wide }
        if table != TableDefinition() { return .table }
        if duplicates != nil { return .duplicates }
        if reading.format == .csv, let encoding = reading.encoding, encoding != "utf-8", encoding != "cp932" { return .encoding }
        return columns.first { !$0.isReadAlone }.map { .column($0.name) }
    }
}
