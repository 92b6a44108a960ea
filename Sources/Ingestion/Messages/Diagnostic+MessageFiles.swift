import ByteStreams
import CSVReading
import Diagnostics
import Languages
import PipelineDefinition
import StatisticalMessages
import VisitorModel
import XMLReading

extension ReadingDefinition {
    /// How a message of the profile is read.
    var messageOptions: MessageReadingOptions {
        MessageReadingOptions(
            encoding: encoding.flatMap { TextEncoding(rawValue: $0) },
            delimiter: delimiterByte, csvLimits: limits.csv,
            xmlLimits: limits.xml)
    }
}

extension IgnoredReason {
    static let attributesOnly = BilingualText(
        ja: "属性だけの行（数値ではない）", en: "row of attributes only (no number)")

    /// A message often holds months, quarters and years of one thing side by side.
    static func otherPeriodKind(_ kind: Period.Kind) -> BilingualText {
        switch kind {
        case .day: BilingualText(ja: "profile の期間と異なる（日）", en: "another kind of period than the profile's (day)")
        case .month: BilingualText(ja: "profile の期間と異なる（月）", en: "another kind of period than the profile's (month)")
        case .quarter:
            BilingualText(ja: "profile の期間と異なる（四半期）", en: "another kind of period than the profile's (quarter)")
        case .half: BilingualText(ja: "profile の期間と異なる（半期）", en: "another kind of period than the profile's (half year)")
        case .twelveMonths:
            BilingualText(ja: "profile の期間と異なる（12か月）", en: "another kind of period than the profile's (twelve months)")
        case .calendarYear:
            BilingualText(ja: "profile の期間と異なる（暦年）", en: "another kind of period than the profile's (calendar year)")
        case .fiscalYear:
            BilingualText(ja: "profile の期間と異なる（年度）", en: "another kind of period than the profile's (fiscal year)")
        }
    }
}

extension Diagnostic {
    static func emptyField(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "profile.empty-field", position: position,
            message: BilingualText(ja: "from が空です。", en: "A from is empty."),
            remedy: BilingualText(
                ja: "@軸、軸.name、value、unit、status、period のどれかを書いてください。",
                en: "Write @axis, axis.name, value, unit, status or period."))
    }

    static func noSuchAxis(_ wanted: String, among axes: [String], file: String) -> Diagnostic {
        let list = axes.map { "@" + $0 }.joined(separator: ", ")
        return Diagnostic(
            code: "message.no-axis", position: SourcePosition(file: file), value: wanted,
            message: BilingualText(
                ja: "このデータに、profile が読む軸がありません。あるのは \(list) です。",
                en: "The message has no such axis. It has \(list)."),
            remedy: BilingualText(
                ja: "profile の from を直すか、その軸を含むデータを取得してください。",
                en: "Mend from in the profile, or fetch the data with that axis."))
    }

    static func axisNeverSeen(_ wanted: String, column: String, among axes: [String], file: String) -> Diagnostic {
        let list = axes.map { "@" + $0 }.joined(separator: ", ")
        return Diagnostic(
            code: "message.field-never-there", severity: .warning, position: SourcePosition(file: file), value: wanted,
            message: BilingualText(
                ja: "列「\(column)」の項目が、一度も現れませんでした。あるのは \(list) です。",
                en: "What the column “\(column)” reads never occurred. There are \(list)."),
            remedy: BilingualText(
                ja: "profile の from を確かめてください。名称（.name）は、応答に分類情報がある場合だけ読めます。",
                en:
                    "Check from in the profile. Labels (.name) are there only when the message brings its classifications."
            ))
    }

    static func unitDiffers(_ stated: String, wanted: StatisticalUnit?, at position: SourcePosition) -> Diagnostic {
        let name = wanted?.name ?? BilingualText(verbatim: "")
        return Diagnostic(
            code: "unit.differs", position: position, value: stated,
            message: BilingualText(
                ja: "単位が profile の「\(name.ja)」と異なります。",
                en: "The unit is not the profile's (\(name.en))."),
            remedy: BilingualText(
                ja: "表章項目（@tab など）で必要な数値だけを選ぶか、profile の unit を直してください。",
                en: "Choose the numbers you want by their item (@tab), or mend unit in the profile."))
    }
}
