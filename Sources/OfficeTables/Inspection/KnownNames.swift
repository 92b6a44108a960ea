/// What a destination knows already: the names by which an inspection recognises a column.
public struct KnownNames: Sendable {
    private let places: Set<LabelKey>
    private let markets: Set<LabelKey>

    /// Makes the lists from every spelling of places and markets.
    public init(places: [String] = [], markets: [String] = []) {
        self.places = Set(places.map { LabelKey($0) }).subtracting([LabelKey("")])
        self.markets = Set(markets.map { LabelKey($0) }).subtracting([LabelKey("")])
    }

    func isPlace(_ label: String) -> Bool { holds(places, label) }
    func isMarket(_ label: String) -> Bool { holds(markets, label) || Self.usualMarkets.contains(LabelKey(label)) }

    private func holds(_ names: Set<LabelKey>, _ label: String) -> Bool {
        names.contains(LabelKey(label)) || LabelCore.candidates(in: label).contains { names.contains(LabelKey($0)) }
    }

    private static let usualMarkets = Set(
        [
            "韓国", "台湾", "中国", "香港", "タイ", "シンガポール", "マレーシア", "インドネシア", "フィリピン", "ベトナム", "インド", "オーストラリア", "アメリカ",
            "米国", "カナダ", "イギリス", "英国", "フランス", "ドイツ", "イタリア", "スペイン", "ロシア", "Korea", "South Korea", "Taiwan", "China",
            "Hong Kong", "Thailand", "USA", "United States",
        ].map { LabelKey($0) })
}
