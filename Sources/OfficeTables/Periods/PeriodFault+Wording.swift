import Languages
import VisitorModel

extension PeriodFault {
    /// What is wrong, in one sentence.
    var message: BilingualText {
        switch self {
        case .unreadable:
            BilingualText(ja: "期間として読み取れません。", en: "This is not a period that can be read.")
        case .monthOutOfRange(let month):
            BilingualText(ja: "\(month)月という月はありません。", en: "There is no month \(month).")
        case .dayOutOfRange(let month, let day):
            BilingualText(
                ja: "\(month.year)年\(month.number)月に\(day)日はありません。",
                en: "\(month.englishName) \(month.year) has no day \(day).")
        case .yearUnknown:
            BilingualText(ja: "何年のことか分かりません。", en: "The year cannot be told.")
        case .ambiguous(let years):
            BilingualText(
                ja: "食い違う年(\(years.map(String.init).joined(separator: "、")))が書かれています。",
                en: "The years written here contradict one another (\(years.map(String.init).joined(separator: ", ")))."
            )
        case .wrongKind(let found, let expected):
            BilingualText(
                ja: "\(Self.names(expected).ja)の列に\(found.kind.name.ja)の期間(\(found.label.ja))があります。",
                en:
                    "A column of \(Self.names(expected).en) periods holds a \(found.kind.name.en) period (\(found.label.en))."
            )
        }
    }

    /// What to do about it.
    var remedy: BilingualText {
        switch self {
        case .unreadable(.spreadsheetSerial(let day)):
            BilingualText(
                ja: "表計算ソフトの日付の通し番号のようです(\(day.id))。列の表示形式を日付にして保存し直してください。",
                en:
                    "It looks like a spreadsheet's serial number for \(day.id); format the column as a date and save again."
            )
        case .unreadable(.oddSpan):
            BilingualText(
                ja: "月、四半期(1～3月など)、暦年、年度のいずれかで書いてください。",
                en: "Write a month, a quarter (such as 1～3月), a calendar year or a fiscal year.")
        case .unreadable(.notLocalTime):
            BilingualText(
                ja: "日本時間に直して書いてください。協定世界時では日付が変わることがあります。",
                en: "Write the time in Japan; in UTC the day may be another.")
        case .unreadable(nil), .monthOutOfRange, .dayOutOfRange:
            BilingualText(
                ja: "2013-04、2013年4月、平成25年4月、H25.4 のように書いてください。",
                en: "Write it as 2013-04, 2013年4月, 平成25年4月 or H25.4.")
        case .yearUnknown:
            BilingualText(
                ja: "西暦4桁(2013.4)か、元号付き(H25.4)で書いてください。",
                en: "Write the year with four digits (2013.4) or with its era (H25.4).")
        case .ambiguous:
            BilingualText(ja: "正しい年を一つだけ書いてください。", en: "Write the one right year.")
        case .wrongKind:
            BilingualText(
                ja: "合計の行や列が混ざっていないか、プロファイルの期間の指定が正しいかを確かめてください。",
                en: "Check whether a total is mixed in, and whether the profile names the right kind of period.")
        }
    }

    private static func names(_ kinds: Set<Period.Kind>) -> BilingualText {
        .list(Period.Kind.allCases.filter(kinds.contains).map(\.name))
    }
}

extension Period.Kind {
    fileprivate var name: BilingualText {
        switch self {
        case .day: BilingualText(ja: "日", en: "daily")
        case .month: BilingualText(ja: "月", en: "monthly")
        case .quarter: BilingualText(ja: "四半期", en: "quarterly")
        case .half: BilingualText(ja: "半期", en: "half-yearly")
        case .twelveMonths: BilingualText(ja: "12か月", en: "twelve-month")
        case .calendarYear: BilingualText(ja: "暦年", en: "calendar-year")
        case .fiscalYear: BilingualText(ja: "年度", en: "fiscal-year")
        }
    }
}

extension PeriodNotice {
    /// What is worth knowing, in one sentence.
    var message: BilingualText {
        switch self {
        case .eraOutOfRange(let era, let year, let period):
            BilingualText(
                ja: "\(era.rawValue)\(year)年は元号の期間の外ですが、\(period.label.ja)(\(period.id))として読み取りました。",
                en: "\(era.rawValue)\(year) lies outside the era; it was read as \(period.label.en).")
        case .monthMayBeOctober(let month):
            BilingualText(
                ja: "\(month.year)年1月として読み取りました。表計算ソフトが \(month.year).10 の末尾の 0 を落としていないか確かめてください。",
                en: "Read as January \(month.year); check that a spreadsheet did not drop the 0 of \(month.year).10.")
        case .fiscalQuarter(let period):
            BilingualText(
                ja: "年度の四半期を\(period.label.ja)として読み取りました。",
                en: "A quarter of a fiscal year was read as the calendar quarter \(period.label.en).")
        }
    }
}
