import Diagnostics
import Ingestion
import Languages
import Testing

/// A file that a hand has spoilt: every fault is told at once, and everything else is counted.
struct HandEditedFileTests {
    private static let text = """
        施設名,年月,人数
        風穴洞,平成25年1月,"1,000"
        風穴堂,平成25年2月,"1,000"
        風穴洞,平成25年13月,"1,000"
        風穴洞,25年4月,"1,000"
        風穴洞,平成25年5月,"1,33"
        風穴洞,平成25年6月,83,619
        風穴洞,平成25年7月,"83,619 3"
        風穴洞,平成25年8月,(12)
        風穴洞,平成25年9月,-
        風穴洞,平成25年10月,1O00
        風穴洞,平成25年11月,-5
        城跡公園,平成25年1月,"2,000"
        """

    @Test func `ten faults give ten messages, and the other rows count`() throws {
        let sheet = try Sheet(Self.text, profile: TableFormsTests.long)
        #expect(sheet.lines("place", "month", "value") == ["cave 2013-01 1000", "castle 2013-01 2000"])
        #expect(
            zip(sheet.heldCells, sheet.heldCodes).map { "\($0) \($1)" } == [
                "A3 place.unknown", "B4 period.month-out-of-range", "B5 period.year-unknown",
                "C6 number.damaged-separator",
                "A7 row.too-many-cells", "C8 number.footnote-mark", "C9 number.brackets", "C10 symbol.undeclared",
                "C11 number.unreadable", "C12 number.negative",
            ])
        #expect(sheet.account.read == 13 && sheet.account.held == 10 && sheet.account.closes)
        for diagnostic in sheet.outcome.held.flatMap(\.diagnostics) {
            #expect(diagnostic.position?.file == "sheet.csv")
            #expect(diagnostic.value?.isEmpty == false)
            let remedy = try #require(diagnostic.remedy, "\(diagnostic.code)")
            #expect(!remedy.ja.isEmpty && !remedy.en.isEmpty && !diagnostic.message.ja.isEmpty)
        }
        #expect(sheet.outcome.held[0].diagnostics[0].remedy?.ja.contains("風穴洞") == true)
    }

    @Test func `the profile may allow footnote marks and say what brackets are`() throws {
        func value(_ cell: String, _ rules: String) throws -> String? {
            try Sheet(
                "施設名,年月,人数\n風穴洞,2013年1月,\"\(cell)\"\n",
                profile: TableFormsTests.long.replacingLast("from: 人数", "from: 人数, \(rules)")
            ).rows.first?["value"]
        }
        #expect(try value("83,619 3", "footnotes: true") == "83619")
        #expect(try value("(12)", "brackets: number") == "12")
        #expect(try value("(12)", "brackets: part") == nil)
        #expect(try value("1,33", "footnotes: true") == nil)
    }

    @Test func `labels are known in every dress an office gives them`() throws {
        for label in [
            "風 穴 洞", "　風穴洞", "01風穴洞", "1. 風穴洞", "・風穴洞", "①風穴洞", "(3)風穴洞", "風穴洞（湊町）", "風穴ドウ", "Cave", "ＣＡＶＥ",
        ] {
            let sheet = try Sheet("施設名,年月,人数\n\(label),2013年1月,1\n", profile: TableFormsTests.long)
            #expect(sheet.rows.first?["place"] == "cave", "\(label)")
        }
        for (label, id) in [("ｽﾎﾟｰﾂｾﾝﾀｰ", "sports"), ("道の駅～みなと", "road"), ("道の駅〜みなと", "road"), ("101", "castle")] {
            let sheet = try Sheet("施設名,年月,人数\n\(label),2013年1月,1\n", profile: TableFormsTests.long)
            #expect(sheet.rows.first?["place"] == id, "\(label)")
        }
        // Nobody declared this one.
        let sheet = try Sheet("施設名,年月,人数\n風穴どう口,2013年1月,1\n", profile: TableFormsTests.long)
        #expect(sheet.heldCodes == ["place.unknown"])
    }

    @Test(arguments: ["hold", "first", "last"])
    func `two values for one key: the profile says who wins`(rule: String) throws {
        let text = "施設名,年月,人数\n風穴洞,2013年1月,1\n風穴洞,2013年2月,5\n風穴洞,2013年1月,2\n風穴洞,2013年2月,5\n"
        let sheet = try Sheet(text, profile: "duplicates: \(rule)\n" + TableFormsTests.long)
        let expected = [
            "hold": ["2013-02 5"], "first": ["2013-01 1", "2013-02 5"], "last": ["2013-02 5", "2013-01 2"],
        ]
        #expect(sheet.lines("month", "value") == expected[rule])
        #expect(sheet.account.closes)
        #expect(sheet.ignored("repeats another row exactly") == 1)
        #expect(sheet.account.held == (rule == "hold" ? 2 : 0))
        #expect(sheet.heldCodes.allSatisfy { $0 == "duplicate.conflict" })
    }

    @Test func `a key that most rows share is doubted`() throws {
        // By the hour, read as days: the rule would throw all hours but one away.
        let hours = (0..<24).map { "風穴洞,2013-01-01 \($0 < 10 ? "0" : "")\($0):00:00,\($0)" }.joined(separator: "\n")
        let sheet = try Sheet(
            "施設名,日時,人数\n\(hours)\n",
            profile: """
                duplicates: last
                columns:
                  place: { type: place, from: 施設名 }
                  day: { type: day, from: 日時 }
                  value: { type: count, from: 人数 }
                """)
        #expect(sheet.noteCodes.contains("duplicate.many"))
        #expect(sheet.account.closes)
    }

    @Test func `a layout that changed is told`() throws {
        let profile = "layout: \(LayoutFingerprint(header: ["施設名", "年月", "人数"]))\n" + TableFormsTests.long
        #expect(try Sheet("施設名,年月,人数\n風穴洞,2013年1月,1\n", profile: profile).noteCodes.isEmpty)
        let changed = try Sheet("年月,施設名,区分,人数\n2013年1月,風穴洞,確報,1\n", profile: profile)
        #expect(changed.noteCodes == ["layout.changed"])
        #expect(changed.lines("place", "value") == ["cave 1"])
    }
}
