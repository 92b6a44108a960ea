/// Words in column labels that say what the column holds, in the form of ``LabelKey``.
enum ColumnWords {
    static let place = keys([
        "施設", "地点", "観光地", "場所", "市町村", "市区町村", "地域", "名称", "エリア", "会場", "洞口", "館名", "都道府県", "place", "location",
        "area",
        "name", "city", "region", "facility", "site", "spot", "address",
    ])
    static let market = keys(["国籍", "国・地域", "国名", "市場", "country", "nationality", "market"])
    static let value = keys([
        "人数", "客数", "入込", "来場", "来訪", "入館", "入場", "入洞", "利用者", "宿泊", "台数", "人口", "通行", "件数", "people", "visitors",
        "arrivals", "count", "total", "value", "population", "number", "trips", "guests", "nights",
    ])
    static let period = keys(["年", "月", "日", "期", "date", "day", "month", "year", "time", "period"])
    static let month = keys(["月", "month"])
    static let nothing = keys([
        "no", "no.", "番号", "通し番号", "id", "id2", "コード", "code", "緯度", "経度", "lat", "lon", "lng", "latitude", "longitude",
        "電話",
        "郵便番号", "親番号", "flag", "rank", "順位", "citycode", "prefcode", "dayflag", "timezone",
    ])
    static let status = Set(
        keys([
            "確報", "速報", "暫定", "推計", "確定", "確定値", "速報値", "暫定値", "推計値", "final", "preliminary", "provisional",
            "estimated",
        ]))

    private static func keys(_ words: [String]) -> [String] { words.map { LabelKey($0).text } }
}
