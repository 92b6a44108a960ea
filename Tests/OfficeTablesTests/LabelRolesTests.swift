import OfficeTables
import Testing

struct LabelRolesTests {
    @Test(arguments: [
        "大正洞", "小計量センター", "合計画", "秋芳洞", "花時計", "統計センター", "観光統計", "うちわ館", "内藤記念館", "民俗資料館", "資料館", "注連縄の里", "出典記念館",
        "1月", "計測器", "トータルビューティー", "", "会計", "計画",
    ])
    func `a place's name is data`(label: String) {
        #expect(LabelRoles().role(of: label) == .data)
    }

    @Test(arguments: [
        ("合計", LabelRole.total), ("総計", .total), ("計", .total), ("総数", .total), ("年計", .total), ("年度計", .total),
        ("通年", .total), ("合 計", .total),
        ("合　　計", .total), ("累計", .total), ("Total", .total), ("Grand Total", .total), ("ＴＯＴＡＬ", .total),
        ("合計※1", .total), ("計（人）", .total),
        ("【合計】", .total), ("28年度計", .total), ("浜田市合計", .total), ("平成25年計", .total),
        ("小計", .subtotal), ("小　計", .subtotal), ("上期計", .subtotal), ("下期計", .subtotal), ("第1四半期計", .subtotal),
        ("道南圏域計", .subtotal),
        ("後志総合振興局計", .subtotal), ("Sub-total", .subtotal),
        ("再掲", .ofWhich), ("（再掲）", .ofWhich), ("内数", .ofWhich), ("うち外国人", .ofWhich), ("（うち 日帰り）", .ofWhich),
        ("うち", .ofWhich), ("内訳", .ofWhich),
        ("外国人（再掲）", .ofWhich),
        ("前年比", .ratio), ("対前年比", .ratio), ("前年同月比", .ratio), ("前年同月比（％）", .ratio), ("構成比", .ratio), ("伸率", .ratio),
        ("増減率", .ratio),
        ("YoY", .ratio), ("対前年度比", .ratio),
        ("※秋芳洞は有料入洞者", .note), ("注1", .note), ("注）端数処理", .note), ("(注) 四捨五入", .note), ("（注）四捨五入", .note),
        ("資料：観光課", .note),
        ("資料 観光課調べ", .note), ("出典", .note), ("出典：観光庁", .note), ("備考", .note),
    ])
    func `a label that is not data says what it is`(label: String, role: LabelRole) {
        #expect(LabelRoles().role(of: label) == role)
    }

    @Test func `a profile's own labels go first`() {
        let roles = LabelRoles(extra: [.data: ["通年"], .total: ["全館"], .subtotal: ["三洞"]])
        #expect(roles.role(of: "通 年") == .data)
        #expect(roles.role(of: "全館") == .total)
        #expect(roles.role(of: "三洞") == .subtotal)
    }

    @Test func `a very long label costs little`() {
        #expect(LabelRoles().role(of: String(repeating: "計", count: 300_000)) == .data)
        #expect(LabelRoles().role(of: "※" + String(repeating: "注", count: 300_000)) == .note)
    }
}
