public import Languages

extension AggregateStage {
    public static let summary = BilingualText(
        ja: "キーごとに行を集計します。", en: "Adds up the rows that share a key.")

    /// Why rows are set aside once there are too many groups.
    public static let tooManyGroupsReason = BilingualText(
        ja: "集計の組が多すぎるため、集計を中止しました", en: "too many groups: the aggregate was given up")

    static let shapeWording = BilingualText(
        ja: "「{ by: [列名, …], 新しい列名: sum(列名) }」", en: "{ by: [column, …], name: sum(column) }")

    static let keysWording = BilingualText(ja: "列名の一覧「[列名, …]」", en: "a list of columns, [column, …]")

    public static let documentation = StageDocumentation(
        text: BilingualText(
            ja: "by の列の値が同じ行を1行にまとめ、キーの順に並べます。値のない行を含む組の合計は値なしとし、注意を表示します。"
                + "by を [] にすると全体を1行にまとめます。",
            en: "Rows with equal values in the by columns become one row, sorted by key. A group that holds a missing "
                + "value has no sum, and a warning names it. With by: [] all rows become one."),
        shape: .mapping(
            [
                .init(
                    "by", .list(of: .column),
                    summary: BilingualText(ja: "まとめる単位となる列です。", en: "The columns whose values make a group."))
            ],
            others: .init(
                "name", .aggregate, summary: BilingualText(ja: "新しい列の集計です。", en: "How the new column is made."))),
        example: """
            - aggregate: { by: [place, month], visitors: sum(persons), rows: count() }
            """)
}
