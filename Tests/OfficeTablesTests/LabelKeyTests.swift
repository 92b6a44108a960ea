import OfficeTables
import Testing

struct LabelKeyTests {
    @Test(arguments: [
        ("Akiyoshi Do", "akiyoshido"), ("Akiyoshi-do", "Akiyoshido"), ("Ａｋｉｙｏｓｈｉ－ｄｏ", "AKIYOSHIDO"),
        ("全　国", "全国"), ("イン\nドネシア", "インドネシア"), ("秋芳洞\u{A0}\t", "秋芳洞"), ("\u{FEFF}人数", "人数"),
        ("ｽﾎﾟｰﾂ･ ﾚｸﾘｴｰｼｮﾝ", "スポーツ・レクリエーション"), ("ｶﾞｲﾄﾞ", "ガイド"), ("ｳﾞｨﾗ", "ヴィラ"), ("か\u{3099}いと\u{3099}", "がいど"),
        ("4～6月", "4〜6月"), ("4－6月", "4-6月"), ("4―6月", "4−6月"), ("４ー６月", "4-6月"),
        ("【計】", "［計］"), ("人数（人）", "人数(人)"), ("美禰市", "美祢市"), ("美祿市", "美祢市"), ("㈱ミネ", "（株）ミネ"),
    ])
    func `labels a clerk would call the same have equal keys`(one: String, other: String) {
        #expect(LabelKey(one) == LabelKey(other))
    }

    @Test(arguments: [
        ("①", "1"), ("スーパー", "ス-パ-"), ("ビール", "ビル"), ("4-6", "46"), ("大正洞", "景清洞"), ("ハ", "パ"), ("ウ", "ヴ"),
    ])
    func `labels that differ keep different keys`(one: String, other: String) {
        #expect(LabelKey(one) != LabelKey(other))
    }

    @Test func `a label of white space alone is empty`() {
        #expect(LabelKey(" 　\t\n").isEmpty)
    }

    @Test(arguments: ["\u{3099}", "ﾞﾟ", "\u{202E}", "-", "ー", "\u{0301}\u{0301}", "ﾞｶﾞﾞ"])
    func `odd marks alone do no harm`(text: String) {
        #expect(LabelKey(text) == LabelKey(text))
    }
}
