extension ReferencePage {
    /// The part of a profile's page about statistical messages: what `from` can name in them, with an example each.
    public static let messagesAppendix = """
        ## Statistical messages (`format: estat`, `format: sdmx`)

        Each number of the message is one record. `from` names what is read of it:

        各数値が1件の記録です。`from` には次のものを書きます。

        | from | meaning | 意味 |
        | --- | --- | --- |
        | `"@area"`, `"@cat01"`, `"@GEO"` | the code on an axis (dimension or attribute), wherever the message states it: observation, series, group, data set | 軸（次元・属性）の符号。観測値・系列・グループ・データセットのどこに書かれていても読む |
        | `area.name`, `GEO.name` | the label of that code (e-Stat: from CLASS_INF; SDMX-CSV: from `code: label` cells or label columns; SDMX-ML brings none) | その符号の名称（e-Stat は CLASS_INF、SDMX-CSV は名称付きの場合。SDMX-ML にはない） |
        | `area.level`, `area.parent` | e-Stat: the code's level, and the code above it | e-Stat の階層と親の符号 |
        | `value` | the number, or the mark in its place | 数値、またはその代わりの記号 |
        | `unit`, `scale`, `status` | unit without its scale, power of ten, firmness (OBS_STATUS) in our words | 桁を除いた単位、10の何乗か、確度（OBS_STATUS）を共通の語にしたもの |
        | `period` | the period: `2013-04`, `2013-Q2`, `2013`, `FY2013`; a column of a period type may also name the time axis (`"@time"`, `"@TIME_PERIOD"`) | 期間。期間の型の列では時間軸（`"@time"`、`"@TIME_PERIOD"`）を書いても同じ |
        | `note` | what the message says about this one number | その数値だけに付く注釈 |

        - A stated scale (千人, UNIT_MULT 3) is applied, with its rounding, unless the column declares `scale`. A unit of another kind than the column's is held.
        - Marks mean what the table's own NOTE plainly says; `symbols` of the profile wins; what neither decides is held. A missing number with an OBS_STATUS comes as the word for it: `suppressed`, `not-surveyed`, `not-reported`, `not-applicable`.
        - Numbers of another kind of period than the column's (years beside months) are set aside, counted by kind.
        - e-Stat: STATUS 100 and above refuses the file, STATUS 1 is no rows and no error, NEXT_KEY is told as an incomplete delivery, and fewer rows than announced hold the whole file. SDMX: a message that is only a footer is refused, `action` Delete is held.

        - 桁（千人、UNIT_MULT 3）は丸めの幅とともに適用します。列に `scale` があればそちらに従います。種類の違う単位の行は保留です。
        - 記号は、その表の NOTE が明らかに述べる意味で読みます。profile の `symbols` が優先し、どちらでも決まらなければ保留です。OBS_STATUS のある欠測は `suppressed` などの語として読みます。
        - 列と違う種類の期間（月次の列に対する年計など）は、種類ごとに数えて対象外にします。
        - e-Stat: STATUS 100 以上は読み込まず、STATUS 1 は「該当なし」でエラーにしません。NEXT_KEY があれば分割の一部だと知らせ、件数が応答自身の申告より少なければ全体を保留にします。SDMX: footer だけの応答は読み込まず、削除の指示は保留にします。

        ```yaml
        profile: guest-nights-estat
        title: { ja: 宿泊旅行統計, en: Guest nights }
        data: published
        read: { format: estat }
        columns:
          place: { type: place, from: "@area", unknown: ignore }
          month: { type: month, from: "@time" }
          kind: { type: text, from: cat01.name, ignore: [総数] }
          nights: { type: count, from: value, unit: person-nights }
        ```

        ```yaml
        profile: tourism-sdmx
        title: { ja: 観光統計, en: Tourism statistics }
        data: published
        read: { format: sdmx }
        columns:
          place: { type: place, from: "@geo", map: { JP: japan }, unknown: ignore }
          month: { type: month, from: "@TIME_PERIOD" }
          nights: { type: count, from: value, unit: person-nights }
          firmness: { type: status, from: status }
        ```

        """
}
