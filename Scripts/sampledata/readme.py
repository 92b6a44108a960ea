"""README.md and totals.json, written from the verified numbers."""

import json
from pathlib import Path

INTRODUCTION = """\
# SampleData

## 日本語の要約

このフォルダーには三種類のデータがあります。

- `published/`：公表された実データです。公益社団法人日本観光振興協会「デジタル観光統計オープンデータ」（CC BY 4.0、データ提供：ブログウォッチャー）から山口県分を抜き出し、加工したものと、美祢市が公表した平成25年の観光交流人口（136万人）です。
- `illustrative/`：**説明用の架空データ**です。施設別・月別の実績は公表されていないため、このプロジェクトで作りました。平成25年の合計だけを公表値の136万人に合わせています。ここから市や施設の実績を読み取ることはできません。架空データは目標の250万人に届かず、届いたことを示すものでもありません。
- `with-faults/`：誤りをわざと入れた架空データと、保留にすべき誤りの一覧です。

デジタル観光統計は国内居住者だけを対象とする位置情報の推計（人日）です。観光交流人口とは数え方が違うため、傾向の照合にだけ使い、合算しません。

## What is here

This folder is written by `Scripts/make-sample-data.py`, which then reads every file back with a separate reader and adds it up. All numbers below come from that reading. The same numbers are in `totals.json`, for tests. `python3 Scripts/make-sample-data.py --verify` repeats the check.

- **published** is real. **illustrative** is invented: counts by place and month were never published for these years. Only the sum of 2013 (1,360,000, the city's headline) and the shape of the year (mean of Mine's phone-location months, 2022 to 2025) follow something real. The twenty places include small museums that a survey's size threshold might leave out.
- The illustrative series does not reach 2.5 million and is not meant to show it.
- Files are loaded in the order of their paths, so an original sorts before its correction.

### Licence and notice

1. **Open data (1).** 公益社団法人日本観光振興協会「デジタル観光統計オープンデータ」, data from ブログウォッチャー, [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/deed.ja). **Changed by us:** cut to Yamaguchi Prefecture (code 35) or to Mine City (35213), and for Mine put into one long table. Taken from copies in the public repositories `ito4303/KanazawaR003` (a651ab24: annual files as re-published by March 2025) and `code4fukui/japan-kanko-stat` (95199535: first publication, trial edition, 2024 to 2026). One user of the data states a non-commercial condition that the licence does not contain; ask the publisher before commercial use. Domestic residents only, by phone location, unit person-days (人日): for cross-checks, never part of the KPI. Municipalities do not add up to the prefecture, because a person counts once in each.
2. **Headline (2).** A single published figure, quoted with its source.
3. **Invented (3).** Made for this project, under the project's licence. Place names are real, counts are not.
4. **National arrivals (4).** The months are invented too, and the layout is an example: the national tourism organisation's own monthly table was not at hand. Some yearly sums are the organisation's (JNTO, 訪日外客数) as the press quoted them: 台湾 2013 to 2016 (2,210,821, 2,829,821, 3,677,075, 4,167,512) and the first estimates of 2017 for 台湾, 韓国 and 中国 (日本李登輝友の会愛知, 2018-01-18) and of 2018 for 台湾, 韓国, 中国 and 香港 (トラベルボイス, 2019-01-16). All other sums are only of a likely size.
"""


def write(totals: dict, out: Path) -> None:
    """Writes both files."""
    (out / "totals.json").write_text(json.dumps(totals, ensure_ascii=False, indent=1) + "\n", "utf-8")
    parts = [INTRODUCTION, "## Files\n", _files(totals), "## Totals of the illustrative data\n", _totals(totals),
             "## Inbound by market (illustrative)\n", _inbound(totals), "## Gates of 秋芳洞 by fiscal year (illustrative)\n",
             _gates(totals), "## Mine City in the open data (published)\n", _digital(totals), FAULTS]
    (out / "README.md").write_text("\n".join(parts), "utf-8")


def _table(header: list, body: list) -> str:
    def line(cells): return "| " + " | ".join(f"{c:,}" if isinstance(c, int) else c for c in cells) + " |"
    align = ["---"] + ["---:" if isinstance(cell, int) else "---" for cell in body[0][1:]]
    return "\n".join([line(header), line(align), *map(line, body), ""])


def _files(t: dict) -> str:
    digital, rows = t["digital"], t["digital"]["yamaguchiRows"]
    cut = "rows of prefecture 35, bytes unchanged"
    body = []
    for year in ("2021", "2022", "2023"):
        body.append([f"`published/digital-kanko-yamaguchi-{year}.csv`", "published", "(1)", f"{cut}; CP932, CRLF",
                     str(rows[year]), f"Mine {digital['mine'][year]['年次']:,}"])
    body.append(["`published/digital-kanko-yamaguchi-2023-04-first-publication.csv`", "published", "(1)",
                 f"{cut}; UTF-8 with BOM, LF; April 2023 before its revision", str(rows["2023-04-first-publication"]),
                 f"Mine {digital['mine2023-04']['firstPublication']:,}, {digital['mine2023-04']['annual']:,} in the annual file"])
    body.append(["`published/digital-kanko-mine-2021-2026.csv`", "published", "(1)",
                 "long table of every edition; UTF-8 with BOM, CRLF; three `#` lines", str(digital["mineRows"]), "below"])
    body.append(["`published/published-headline.csv`", "published", "(2)", "typed; UTF-8 with BOM, LF", "1", "136万人"])
    for year, gates in t["gatesFiscalYears"].items():
        habit = {"2012": "; April to December `…` (not surveyed)", "2014": "; era year in full width",
                 "2015": "; numbers in full width"}.get(year, "")
        body.append([f"`illustrative/akiyoshi-do/akiyoshi-do-gates-fy{year}.csv`", "illustrative", "(3)",
                     f"office table, months across; CP932, CRLF{habit}", "3 gates", f"{gates['合計']:,}"])
    c = t["correction"]
    body.append(["`illustrative/akiyoshidai/akiyoshidai-2013-2019.csv`", "illustrative", "(3)",
                 "long table with era months; UTF-8, LF; August 2017 is 速報 and too high", "75", f"August 2017: {c['before']:,}"])
    body.append(["`illustrative/akiyoshidai/akiyoshidai-2017-08-correction.csv`", "illustrative", "(3)",
                 "the later correction (確報)", "1", f"August 2017: {c['after']:,}"])
    events = ("yamayaki", "fireworks")
    for year, places in {**t["places"], "2019": t["placesQuarters"]["2019-Q1"]}.items():
        spots = {place: n for place, n in places.items() if place not in ("akiyoshi-do", "akiyoshidai", *events)}
        count = 16 * (3 if year == "2019" else 12) - (year == "2018")
        note = {"2016": "; 美祢市化石館 closed in January (`0`)", "2018": "; 道の駅みとう lacks September",
                "2019": "; January to March"}.get(year, "")
        body.append([f"`illustrative/geopark/geopark-spots-{year}.xml`", "illustrative", "(3)",
                     f"XML of 16 spots{note}; UTF-8, LF", str(count), f"{sum(spots.values()):,}"])
    total = sum(places[e] for places in [*t["places"].values(), t["placesQuarters"]["2019-Q1"]] for e in events)
    body.append(["`illustrative/geopark/events-2013-2019.xml`", "illustrative", "(3)",
                 "XML of two events; months without the event are true zeros", "150", f"{total:,}"])
    for year, markets in {**t["inbound"], "2019": t["inboundQuarters"]["2019-Q1"]}.items():
        body.append([f"`illustrative/inbound/inbound-{year}.xml`", "illustrative", "(3)",
                     "XML declared Shift_JIS, written in CP932 with ① and ㈱, LF" + ("; January to March" if year == "2019" else ""),
                     str(8 * (3 if year == "2019" else 12)), f"{sum(markets.values()):,}"])
    body.append(["`illustrative/national/national-arrivals-2013-2019.csv`", "illustrative", "(3), (4)",
                 "long table with total rows and the stage of each number; UTF-8 with BOM, LF; the layout is an example",
                 str(75 * 10), f"2018: {t['national']['2018']['総数']:,}"])
    answers = t["surveyAnswers"]
    body.append(["`survey/visitor-answers-2018.csv`", "illustrative", "(3)",
                 "one answer a row, as questionnaires are typed; UTF-8 with BOM, LF; for `dmo survey`, never loaded",
                 str(answers["rows"]), f"{answers['usable']} with a segment"])
    body.append(["`with-faults/akiyoshidai-with-faults.csv`", "illustrative", "(3)", "planted faults; UTF-8 with BOM, LF", "29 after the header", "–"])
    body.append(["`with-faults/inbound-with-faults.xml`", "illustrative", "(3)", "planted faults, cut off in the last line; UTF-8, LF", "8 complete counts", "–"])
    body.append(["`with-faults/expected-faults.csv`", "illustrative", "(3)", "what must be held; UTF-8, LF", "17", "–"])
    return _table(["File", "Kind", "Source, licence, notice", "How made", "Rows", "Total"], body)


def _totals(t: dict) -> str:
    c = t["correction"]
    body = [[f"2017 before the correction", c["2017Before"]] if year == "2017-before" else [year, t["calendarYears"][year]]
            for year in ("2013", "2014", "2015", "2016", "2017-before", "2017", "2018")]
    body += [["January to March 2019", t["quarters"]["2019-Q1"]]]
    body += [[f"FY{year} (平成{int(year) - 1988}年度)", n] for year, n in t["fiscalYears"].items()]
    text = _table(["Period", "Twenty places"], body)
    text += ("\n2017 and FY2017 stand as corrected. 2018 and FY2018 are without 道の駅みとう (`mito-station`) in September 2018: "
             "that report is missing, no value for it exists, and it is not zero.\n\n")
    years = list(t["places"])
    body = [[f"`{place}`", *(t["places"][y][place] for y in years), n] for place, n in t["placesQuarters"]["2019-Q1"].items()]
    return text + _table(["Place", *years, "Q1 2019"], body)


def _inbound(t: dict) -> str:
    body = [[year, *m.values(), sum(m.values())] for year, m in {**t["inbound"], "Q1 2019": t["inboundQuarters"]["2019-Q1"]}.items()]
    return ("Part of the visitors above (内数), never added to them. The scale starts from the published 24,988 foreign visitors of 2012.\n\n"
            + _table(["Year", *t["inbound"]["2013"], "All"], body))


def _gates(t: dict) -> str:
    body = [[f"FY{year}" + (" (January to March only)" if year == "2012" else ""), *g.values()]
            for year, g in t["gatesFiscalYears"].items()]
    return _table(["Fiscal year", *t["gatesFiscalYears"]["2013"]], body)


def _digital(t: dict) -> str:
    editions = ("試行版", "月次", "年次")
    lines = ["| Year | 試行版 (trial) | 月次 (monthly files) | 年次 (annual file) |", "| --- | ---: | ---: | ---: |"]
    for year, sums in t["digital"]["mine"].items():
        label = "2026 (January to June)" if year == "2026" else year
        lines.append(f"| {label} | " + " | ".join(f"{sums[e]:,}" if e in sums else "–" for e in editions) + " |")
    return "\n".join([*lines, "", "The trial edition used another set of observed points: never compare it with the annual edition. "
                      "平生町 has no row for August 2023 as published: missing, not zero.", ""])


FAULTS = """\
## Planted faults

`expected-faults.csv` lists one line a fault that must be held. `row` counts every record of the file from 1, as Excel does: the note, the header, blank rows, and a record with a line break inside quotes as one. `cell` is the wrong cell; for a row with too few or too many cells it is the row's first cell. In the XML file `row` is the line and `cell` is that line with an L. `value` is the text of that cell as written.

Not faults, and so not listed: a row twice and identical (counted once), the total row, the blank row, the row of only commas, the footnote, `12,345人`, `12.3千人` (12,300), full-width digits, 平成31年5月 (May 2019, a form out of its era), text that looks like a formula or a script in the remark, and a remark of 5,000 characters.
"""
