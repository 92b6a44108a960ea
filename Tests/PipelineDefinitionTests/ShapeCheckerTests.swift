import Diagnostics
import Languages
import PipelineDefinition
import Testing

struct ShapeCheckerTests {
    @Test func `the small workspace itself has nothing wrong`() {
        #expect(SmallWorkspace().problems == [])
    }

    @Test func `a misspelt key is named where it stands, with the key that was meant`() {
        let problems = expectProblems(
            [Expected("1️⃣", "definition.unknown-key")], replacing: "cave.yaml",
            with: """
                pipeline: cave
                title: { ja: 洞, en: Cave }
                source: { profile: cave, files: "cave-*.csv" }
                1️⃣stage: []
                output:
                  ledger: { measure: visitors, unit: person-spots, place: place, period: month, value: visitors }
                """)
        #expect(
            problems.first?.message
                == BilingualText(ja: "「pipeline」にキー「stage」はありません。", en: "There is no key “stage” in “pipeline”."))
        #expect(problems.first?.remedy == BilingualText(ja: "もしかして: stages", en: "Did you mean stages?"))
    }

    @Test func `a key like no other is answered with the keys that exist`() {
        let problems = expectProblems(
            [Expected("1️⃣", "definition.unknown-key")], replacing: "kpis.yaml", with: "1️⃣季節: 春\ntargets: []\n")
        #expect(problems.first?.remedy?.en.hasPrefix("Keys that exist: targets, ") == true)
        #expect(problems.first?.remedy?.ja.hasPrefix("使えるキー: targets, ") == true)
    }

    @Test func `a missing key is named at the mapping that lacks it`() {
        let problems = expectProblems(
            [Expected("1️⃣", "definition.missing-key")], replacing: "profiles/cave.yaml",
            with: """
                profile: cave
                title: { ja: 洞, en: Cave }
                data: reported
                read: { format: csv }
                columns:
                  month: 1️⃣{ from: 年月 }
                  place: { type: place, fixed: cave }
                  visitors: { type: count, from: 人数 }
                """)
        #expect(problems.first?.value == "type")
        #expect(
            problems.first?.message == BilingualText(ja: "「column」にキー「type」がありません。", en: "“column” lacks the key “type”."))
    }

    @Test(arguments: [
        ("read: 1️⃣csv", "keys with values (key: value)"), ("read: { format: csv, header-row: 1️⃣two }", "a whole number"),
        ("read: { format: csv }\ntotals: { check: 1️⃣yes }", "true or false"),
        ("read: { format: csv }\ntotals: { labels: 1️⃣合計 }", "a list (lines that begin with -)"),
        ("read: { format: csv, record: 1️⃣[a] }", "a text"), ("read: { format: csv }\nnotice: 1️⃣架空", "keys with values (key: value)"),
    ])
    func `a value of the wrong form is told what belongs there`(line: String, form: String) {
        let problems = expectProblems(
            [Expected("1️⃣", "definition.wrong-form")], replacing: "profiles/cave.yaml",
            with: """
                profile: cave
                title: { ja: 洞, en: Cave }
                data: reported
                \(line)
                columns:
                  month: { type: month, from: 年月 }
                  place: { type: place, fixed: cave }
                  visitors: { type: count, from: 人数 }
                """)
        #expect(problems.first?.message.en == "This must be \(form).")
    }

    @Test func `a month that is none and a number that is none are named`() {
        expectProblems(
            [Expected("1️⃣", "definition.wrong-form")], replacing: "destination.yaml",
            with: """
                destination: town
                title: { ja: 町, en: Town }
                places: [{ id: town, names: { ja: 町, en: Town }, kind: destination }]
                measures: []
                expected-reports: [{ measure: visitors, places: [town], from: 1️⃣2013-13 }]
                """)
        expectProblems(
            [Expected("1️⃣", "definition.wrong-form")], replacing: "kpis.yaml",
            with: """
                targets:
                  - id: a
                    title: { ja: 目標, en: Goal }
                    definition: exchange@1
                    baseline: { value: 1️⃣136万, year: 2013 }
                    target: { value: 2500000, year: 2019 }
                    source: { ja: 計画, en: the plan }
                """)
    }

    @Test func `a key with nothing behind it is named`() {
        let problems = expectProblems(
            [Expected("1️⃣", "definition.wrong-form")], replacing: "kpis.yaml",
            with: """
                targets:
                  - id:1️⃣
                    title: { ja: 目標, en: Goal }
                    definition: exchange@1
                    baseline: { value: 1360000, year: 2013 }
                    target: { value: 2500000, year: 2019 }
                    source: { ja: 計画, en: the plan }
                """)
        #expect(problems.first?.message.en == "This must be a text.")
    }

    @Test func `a word that is no choice is answered with the choices and the nearest`() {
        let problems = expectProblems(
            [Expected("1️⃣", "definition.unknown-choice")], replacing: "profiles/cave.yaml",
            with: """
                profile: cave
                title: { ja: 洞, en: Cave }
                data: 1️⃣report
                read: { format: csv }
                columns:
                  month: { type: month, from: 年月 }
                  visitors: { type: count, from: 人数 }
                """)
        #expect(
            problems.first?.message
                == BilingualText(
                    ja: "「report」は使えません。次のどれかです: published, reported, illustrative",
                    en: "“report” is not one of: published, reported, illustrative."))
        #expect(problems.first?.remedy == BilingualText(ja: "もしかして: reported", en: "Did you mean reported?"))
    }

    @Test func `a text cut at its comma is answered with quotes`() {
        let problems = expectProblems(
            [Expected("1️⃣", "definition.unknown-key")], replacing: "kpis.yaml",
            with: """
                targets:
                  - id: visitors
                    title: { ja: 目標, en: 500,1️⃣000 visitors }
                    definition: exchange@1
                    baseline: { value: 1360000, year: 2013 }
                    target: { value: 2500000, year: 2019 }
                    source: { ja: 計画, en: the plan }
                """)
        #expect(problems.first?.remedy?.en == #"Put a text that holds a comma in quotes: en: "500,000 visitors"."#)
    }

    @Test func `ten mistakes in one file are ten diagnostics from top to bottom`() {
        expectProblems(
            [
                Expected("1️⃣", "definition.missing-key"), Expected("2️⃣", "definition.missing-key"),
                Expected("3️⃣", "definition.unknown-choice"), Expected("4️⃣", "definition.unknown-key"),
                Expected("5️⃣", "definition.wrong-form"), Expected("6️⃣", "definition.unknown-choice"),
                Expected("7️⃣", "definition.unknown-key"), Expected("8️⃣", "definition.wrong-form"),
                Expected("9️⃣", "definition.unknown-choice"), Expected("🔟", "definition.wrong-form"),
            ],
            replacing: "profiles/extra.yaml",
            with: """
                # 誤りの多い読み方
                1️⃣profile: extra
                title: 2️⃣{ ja: 追加 }
                read:
                  format: 3️⃣cvs
                  4️⃣encodng: utf-8
                  header-row: 5️⃣第三行
                columns:
                  month: { type: 6️⃣mouth, from: 年月 }
                  place: { type: place, 7️⃣form: 場所, fixed: cave }
                  visitors: { type: count, from: 人数, carry-down: 8️⃣はい, scale: 9️⃣万人 }
                totals: 🔟合計
                """)
    }

    @Test func `mistakes in several files are reported file by file, the same every time`() {
        let workspace = SmallWorkspace()
            .with("cave.yaml", "pipeline: cave\n")
            .with("kpis.yaml", "targets: none\n")
            .with("profiles/b.yaml", "profile: b\nkind: c\n")
        let first = workspace.problems.map { "\($0.position?.description ?? "") \($0.value ?? "")" }
        #expect(
            first == [
                "cave.yaml:1:1 title", "cave.yaml:1:1 source", "cave.yaml:1:1 output", "kpis.yaml:1:10 none",
                "profiles/b.yaml:1:1 title", "profiles/b.yaml:1:1 data", "profiles/b.yaml:1:1 read",
                "profiles/b.yaml:1:1 columns", "profiles/b.yaml:2:1 kind",
            ])
        for _ in 0..<20 { #expect(workspace.problems.map { "\($0.position?.description ?? "") \($0.value ?? "")" } == first) }
    }
}
