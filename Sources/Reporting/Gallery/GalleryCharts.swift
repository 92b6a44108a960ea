import ChartDrawing
import Languages

/// The charts of the gallery.
struct GalleryCharts {
    let language: Language

    var sections: [ReportSection] {
        [
            section("fan", "年の見通し", "Outlook with its range", ReportChart(fan)),
            section("break", "数え方の変更", "A break in counting", ReportChart(broken)),
            section("bars", "前年との比較", "Year on year", ReportChart(bars)),
            section("stack", "市場別", "Markets", ReportChart(stack)),
            section("heat", "月のカレンダー", "Calendar", ReportChart(heat)),
            section("multiples", "地点ごと", "By place", ReportChart(multiples)),
            section("bridge", "差の内訳", "Bridge", ReportChart(bridge)),
            section("coverage", "報告状況", "Coverage", ReportChart(coverage)),
            section("empty", "数値なし", "Nothing yet", ReportChart(empty)),
        ]
    }

    private func section(_ id: String, _ ja: String, _ en: String, _ chart: ReportChart) -> ReportSection {
        ReportSection(id: id, title: BilingualText(ja: ja, en: en)(language), blocks: [.chart(chart)])
    }

    private func outline(
        _ id: String, _ ja: String, _ en: String, category: BilingualText, categories: [String], cycle: Int = 1
    ) -> ChartOutline {
        let title = BilingualText(ja: ja, en: en)(language)
        let words = GalleryWording.wording
        let format = NumberFormat(language: language)
        return ChartOutline(
            id: id, title: title, description: (GalleryWording.alternatives[id] ?? GalleryWording.visitors)(language),
            categoryLabel: category(language),
            valueLabel: GalleryWording.visitors(language), unit: GalleryWording.persons(language),
            categories: categories, categoriesPerCycle: cycle,
            wording: ChartWording(
                missing: words.missing(language), partial: words.partial(language), empty: words.empty(language),
                total: words.total(language)),
            languageTag: language.rawValue, format: { Self.written($0, format) })
    }

    /// A number of thousands: in Japanese as 万, which most ticks are without a decimal.
    private static func written(_ value: Double, _ format: NumberFormat) -> String {
        let thousands = Int(value.rounded())
        guard format.language == .japanese else { return format.count(thousands) }
        return format.decimal(
            DecimalText(thousands).dividedByPowerOfTen(1), places: thousands.isMultiple(of: 10) ? 0 : 1)
    }

    private func text(_ ja: String, _ en: String) -> String { BilingualText(ja: ja, en: en)(language) }
    private func years(_ range: ClosedRange<Int>) -> [String] {
        range.map { text("\($0)年", "\($0)") }
    }
    private var months: [String] { (1...12).map { GalleryWording.monthName($0)(language) } }
    private func known(_ numbers: Double?...) -> [ChartValue] { numbers.map { $0.map(ChartValue.known) ?? .missing } }

    private var fan: LineChart {
        LineChart(
            outline: outline(
                "fan", "2019年は目標の250万人に届かない見通し（中央値162万人）",
                "2019 is expected to fall short of the target of 2.5 million (median 1.62 million)",
                category: GalleryWording.year, categories: years(2013...2019)),
            series: [
                .init(label: text("実績", "Counted"), points: known(1360, 1374, 1422, 1409, 1478, 1541)),
                .init(
                    label: text("中央値", "Median"), points: known(nil, nil, nil, nil, nil, 1541, 1620), style: .projection
                ),
                .init(
                    label: text("必要な道筋", "Required path"), points: known(1360, 1550, 1740, 1930, 2120, 2310, 2500),
                    style: .target),
            ], startsAtZero: true,
            bands: [
                .init(
                    label: text("90%の範囲", "90 % range"), lower: known(nil, nil, nil, nil, nil, 1541, 1430),
                    upper: known(nil, nil, nil, nil, nil, 1541, 1830)),
                .init(
                    label: text("50%の範囲", "50 % range"), lower: known(nil, nil, nil, nil, nil, 1541, 1550),
                    upper: known(nil, nil, nil, nil, nil, 1541, 1700)),
            ])
    }

    private var broken: LineChart {
        LineChart(
            outline: outline(
                "break", "2018年に数え方が変わり、その前後は比べられない",
                "Counting changed in 2018; before and after cannot be compared", category: GalleryWording.year,
                categories: years(2012...2021)),
            series: [
                .init(
                    label: text("来訪者", "Visitors"),
                    points: known(410, 395, nil, 430, 441, 455, 690, 702, 381).dropLast() + [
                        .partial(381), .partial(402),
                    ])
            ], startsAtZero: true,
            breaks: [.init(before: 6, label: text("自動計測に変更", "Counter replaced"))])
    }

    private var bars: BarChart {
        BarChart(
            outline: outline(
                "bars", "8月は前年を4.7%上回り、9月は1地点が未報告", "August rose 4.7 %; September lacks one place",
                category: GalleryWording.month, categories: Array(months[3...8])),
            series: [
                .init(label: text("前年", "Year before"), bars: known(124, 183, 86, 139, 220, 127), style: .comparison),
                .init(
                    label: text("当年", "This year"),
                    bars: known(131, 198, nil, 132, 230).dropLast() + [.known(230), .partial(121)]),
            ])
    }

    private var stack: StackedBarChart {
        let markets = [
            (text("台湾", "Taiwan"), known(11, 12, 15, 17, 20)), (text("韓国", "Korea"), known(6, 7, nil, 9, 8)),
            (text("香港", "Hong Kong"), known(3, 4, 5, 6, 6)), (text("中国", "China"), known(2, 3, 4, 4, 5)),
            (text("不明", "Unknown"), known(1, 1, 1, 1, 1)),
        ]
        return StackedBarChart(
            outline: outline(
                "stack", "台湾が外国人観光客の半分を占める", "Taiwan makes up half of inbound visitors",
                category: GalleryWording.year, categories: years(2014...2018)),
            parts: markets.map { StackedBarChart.Part(label: $0, values: $1) })
    }

    private var heat: HeatMap {
        let shape: [Double] = [77, 83, 114, 131, 198, 93, 132, 230, 121, 134, 139, 80]
        let rows = (0..<6).map { year in
            HeatMap.Row(
                label: text("\(2013 + year)年", "\(2013 + year)"),
                cells: shape.enumerated().map { month, value in
                    if year == 5, month == 8 { return .partial(121) }
                    if year == 2, month == 5 { return .missing }
                    return .known((value * (0.88 + Double(year) * 0.024)).rounded())
                })
        }
        return HeatMap(
            outline: outline(
                "heat", "どの年も8月と5月に集中する", "Every year leans on August and May", category: GalleryWording.month,
                categories: months, cycle: 12), rowLabel: GalleryWording.year(language), rows: rows)
    }

    private var multiples: SmallMultiples {
        let names = [
            ("秋芳洞", "Akiyoshi-do"), ("秋吉台", "Akiyoshidai"), ("大正洞", "Taisho-do"), ("道の駅おふく", "Ofuku"),
            ("道の駅みとう", "Mito"), ("歴史民俗資料館", "History museum"), ("美祢市化石館", "Fossil museum"), ("別府弁天池", "Benten pond"),
        ]
        let shape: [Double] = [20, 22, 38, 28, 40, 18, 27, 49, 29, 33, 35, 18]
        let panels = names.enumerated().map { index, name in
            let size = [9.0, 6, 1, 3, 2.4, 0.2, 0.1, 1.4][index]
            let values = shape.enumerated().map { month, value -> ChartValue in
                if index == 4, month == 8 { return .missing }
                if month > 9 { return index == 2 ? .missing : .partial((value * size).rounded()) }
                return .known((value * size * (month.isMultiple(of: 3) ? 1.1 : 0.97)).rounded())
            }
            return SmallMultiples.Panel(
                label: text(name.0, name.1), values: values, comparison: shape.map { .known(($0 * size).rounded()) },
                remark: index == 4 ? "" : "+\(index).\(index) %")
        }
        return SmallMultiples(
            outline: outline(
                "multiples", "8地点のうち6地点が前年を上回る", "Six of eight places are above the year before",
                category: GalleryWording.month, categories: months, cycle: 12),
            valuesLabel: text("当年", "This year"), comparisonLabel: text("前年", "Year before"), panels: panels)
    }

    private var bridge: WaterfallChart {
        WaterfallChart(
            outline: outline(
                "bridge", "延べ153万人は、実人数では72万人にあたる", "1.53 million visits are 0.72 million trips",
                category: GalleryWording.step, categories: []),
            steps: [
                .level(text("延べ人数（人地点）", "Gross visits (person-spots)"), 1533),
                .change(text("行祭事・イベント", "Events"), -25), .change(text("市民の利用", "Residents"), -208),
                .change(text("同じ旅行での周遊", "Several places on one trip"), -604),
                .change(text("未報告分の推計", "Estimate for missing reports"), 24),
                .level(text("実人数（人回）", "Real visits (person-trips)"), 720),
            ])
    }

    private var coverage: CoverageMatrix {
        let names = [
            ("秋芳洞", "Akiyoshi-do"), ("秋吉台", "Akiyoshidai"), ("道の駅みとう", "Mito"), ("リフレッシュパーク", "Refresh Park"),
            ("ナイトカーニバル", "Night carnival"),
        ]
        let rows = names.enumerated().map { index, name in
            CoverageMatrix.Row(
                label: text(name.0, name.1),
                states: (0..<18).map { month in
                    if index == 4 { return month == 7 ? .reported : .notExpected }
                    if month > 15 { return .ahead }
                    if index == 2, month == 8 { return .missing }
                    if index == 3, month == 11 { return .held }
                    return month > 13 ? .preliminary : .reported
                })
        }
        let categories = (0..<18).map { GalleryWording.monthName($0 % 12 + 1)(language) }
        return CoverageMatrix(
            outline: outline(
                "coverage", "道の駅みとうの9月だけが未報告", "Only September of Mito is not reported",
                category: GalleryWording.month, categories: categories, cycle: 12),
            rowLabel: GalleryWording.place(language), rows: rows,
            names: [
                .reported: text("報告済み", "reported"), .preliminary: text("速報", "preliminary"),
                .missing: text("未報告", "missing"), .held: text("保留中", "held"), .ahead: text("これから", "not yet due"),
            ])
    }

    private var empty: LineChart {
        LineChart(
            outline: outline(
                "empty", "まだ何も報告されていない", "Nothing has been reported yet", category: GalleryWording.month,
                categories: months), series: [])
    }
}
