import ChartDrawing
public import Languages

/// Every kind of chart from fixed data, on the page the reports use: for looking at, in both languages, light and dark,
/// on screen and on paper.
///
/// The numbers are made up and stay the same, so that two pictures of the page differ only where a drawing changed.
public enum ChartGallery {
    /// The gallery as a document.
    public static func document(in language: Language) -> ReportDocument {
        let charts = GalleryCharts(language: language)
        return ReportDocument(
            language: language, title: GalleryWording.title(language),
            headline: GalleryWording.headline(language),
            banners: [ReportBanner(kind: .illustrative, text: GalleryWording.banner(language))],
            sections: charts.sections, product: "dmo gallery")
    }
}

enum GalleryWording {
    static let title = BilingualText(ja: "グラフ見本帳", en: "Chart gallery")
    static let headline = BilingualText(
        ja: "どのグラフも、題で結論を言い、白黒でも読め、未報告は空けたままにします。",
        en: "Every chart says its finding, reads in black and white, and leaves what is missing open.")
    static let banner = BilingualText(ja: "数値はすべて架空です。", en: "All numbers are made up.")
    static let month = BilingualText(ja: "月", en: "month")
    static let year = BilingualText(ja: "年", en: "year")
    static let place = BilingualText(ja: "地点", en: "place")
    static let visitors = BilingualText(ja: "来訪者数", en: "Visitors")
    static let persons = BilingualText(ja: "万人", en: "thousands")
    static let wording = (
        missing: BilingualText(ja: "未報告", en: "n/a"), partial: BilingualText(ja: "途中", en: "partial"),
        empty: BilingualText(ja: "まだ数値がありません", en: "Nothing to show yet"),
        total: BilingualText(ja: "合計", en: "Total")
    )
    static let step = BilingualText(ja: "段階", en: "Step")

    static func monthName(_ number: Int) -> BilingualText {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return BilingualText(ja: "\(number)月", en: names[number - 1])
    }
}
