import Languages

extension GalleryWording {
    /// What each drawing says to those who cannot see it, by the drawing's name.
    static let alternatives: [String: BilingualText] = [
        "fan": BilingualText(
            ja: "実績は2013年の136万人から2018年の154.1万人へ増えた。2019年の中央値は162万人、90%の範囲は143万人から183万人。必要な道筋は250万人まで上がる。",
            en:
                "Counted visitors rose from 1.36 million in 2013 to 1.541 million in 2018. The median for 2019 is 1.62 million, the 90 % range 1.43 to 1.83 million; the required path climbs to 2.5 million."
        ),
        "break": BilingualText(
            ja: "2012年から2017年は39.5万人から45.5万人で、2014年は未報告。2018年の線から右は自動計測で、69万人から始まる。最後の2年は途中。",
            en:
                "From 2012 to 2017 between 395 and 455 thousand, 2014 missing. Right of a line at 2018 counters are new and begin at 690 thousand; the last two years are partial."
        ),
        "bars": BilingualText(
            ja: "4月から9月の当年と前年。8月は23万人で前年は22万人。6月は当年が未報告、9月は途中。",
            en:
                "This year beside the year before, April to September: August 230 thousand after 220 thousand, June missing this year, September partial."
        ),
        "stack": BilingualText(
            ja: "2014年の2.3万人から2018年の4万人へ。2018年は台湾2万人、韓国8千人、香港6千人、中国5千人、不明千人。2016年は韓国が未報告。",
            en:
                "From 23 thousand in 2014 to 40 thousand in 2018, of which Taiwan 20, Korea 8, Hong Kong 6, China 5 and unknown 1. Korea is missing in 2016."
        ),
        "heat": BilingualText(
            ja: "2013年から2018年の月ごとの濃淡。最も濃いのは各年の8月、次が5月。2015年6月は未報告、2018年9月は途中。",
            en:
                "Shades by month, 2013 to 2018. August is the strongest of each year, May the next; June 2015 is missing, September 2018 partial."
        ),
        "multiples": BilingualText(
            ja: "8地点それぞれの当年と前年の線。高さは地点ごとに違い、いちばん高い月の値が書いてある。みとうの9月は未報告。",
            en:
                "A line of this year and the year before for each of eight places, each to its own height with its highest month written; September of Mito is missing."
        ),
        "bridge": BilingualText(
            ja: "延べ153.3万人から、行祭事2.5万人、市民20.8万人、周遊60.4万人を引き、未報告分2.4万人を足すと72万人。",
            en:
                "From 1,533 thousand visits take 25 for events, 208 for residents and 604 for several places on one trip, add 24 for missing reports: 720 thousand trips."
        ),
        "coverage": BilingualText(
            ja: "5地点、18か月の報告の状況。みとうの9月は未報告、リフレッシュパークの12月は保留中、最後の2か月はこれから。",
            en:
                "Who has reported in 18 months, five places: September of Mito is missing, December of Refresh Park on hold, the last two months not yet due."
        ),
        "empty": BilingualText(ja: "図の代わりに、まだ数値がないという言葉がある。", en: "In place of a drawing, words say that there is nothing to show."),
    ]
}
