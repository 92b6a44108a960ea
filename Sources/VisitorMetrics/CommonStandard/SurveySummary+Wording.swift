public import Languages
import VisitorModel

extension SurveySummary.Refusal {
    /// Why the quarter has no estimate, for those who asked the people.
    public var text: BilingualText {
        let label = Period.quarter(quarter).label
        switch reason {
        case .nobodySaidPlaces(let silent):
            let parts = silent.map { part in
                BilingualText(
                    ja: "\(part.segment.name.ja)（\(part.asked)人）", en: "\(part.segment.name.en) (\(part.asked) asked)")
            }
            return BilingualText(
                ja: "\(label.ja)：\(BilingualText.list(parts).ja)は、訪問地点数の回答が一つもないため推計しません。",
                en: "\(label.en): nobody said how many places they visit among \(BilingualText.list(parts).en), so nothing is estimated."
            )
        case .fault(let fault):
            return BilingualText(ja: "\(label.ja)：\(fault.text.ja)", en: "\(label.en): \(fault.text.en)")
        }
    }
}

extension SurveyWave.Fault {
    /// What is wrong, in words.
    public var text: BilingualText {
        switch self {
        case .nobodyAsked: BilingualText(ja: "誰にも尋ねていません。", en: "Nobody was asked.")
        case .repeated(let segment, _):
            BilingualText(ja: "「\(segment.name.ja)」が二度あります。", en: "“\(segment.name.en)” stands there twice.")
        case .fewerThanOnePlace(let segment, _):
            BilingualText(
                ja: "「\(segment.name.ja)」の平均訪問地点数が1より小さいです。",
                en: "“\(segment.name.en)” has a mean of fewer than one place.")
        case .negative(let segment, _):
            BilingualText(ja: "「\(segment.name.ja)」に負の数があります。", en: "“\(segment.name.en)” has a number below zero.")
        }
    }
}
