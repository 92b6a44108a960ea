import OfficeTables
import Testing
import VisitorModel

struct ScaleAndUnitTests {
    @Test(arguments: [
        ("（単位：千人）", Scale.thousand, "人"), ("単位：人", .one, "人"), ("単位 千人", .thousand, "人"), ("人口【千人】", .thousand, "人"),
        ("（万人）", .tenThousand, "人"), ("観光消費額（百万円）", .million, "円"), ("単位：億円", .hundredMillion, "円"),
        ("秋芳洞 入洞者数 単位：人地点", .one, "人地点"), ("(単位:千トン)", .thousand, "トン"), ("前年比(%)", .one, "%"),
    ])
    func `a title's unit is found`(text: String, scale: Scale, unit: String) {
        let found = ScaleAndUnit.find(in: text).value
        #expect(found?.scale == scale)
        #expect(found?.unitText == unit)
    }

    @Test(arguments: ["秋芳洞", "（平成25年度）", "人数", "", "単位", "一人旅（春）"])
    func `a title without a unit has none`(text: String) {
        #expect(ScaleAndUnit.find(in: text) == .none)
    }

    @Test func `two units in one title are ambiguous`() {
        guard case .ambiguous(let units) = ScaleAndUnit.find(in: "（単位：人、％）") else {
            Issue.record("not ambiguous")
            return
        }
        #expect(units.map(\.unitText) == ["人", "%"])
    }
}
