import ByteStreams
import Testing

@testable import CSVReading

struct CSVDialectDetectionTests {
    @Test(arguments: [
        ("", CSVDialect.comma), ("a\nb\n", .comma), ("a,b\n1,2\n", .comma), ("a\tb\n1,5\t2,5\n", .tab),
        ("a;b;c\n1,5;2,5;x\n", .semicolon), ("a|b\n1|2\n", .bar),
        ("a,b,c\n1;2,3,4\n5;6,7,8\n", .comma), ("入込客数調査(1月,速報)\n\n場所;人数\n秋芳洞;10\n秋吉台;20\n", .semicolon),
        ("品目;金額\n入場料;12,50\n軽食;3,75\n", .semicolon), ("name,scores\nA,1;2;3\nB,4;5;6\n", .comma),
        ("title\n\nnote 1\nnote 2\nnote 3\na\tb\n1\t2\n", .tab),
        ("\"a;b\",c\n\"d;e\",f\n", .comma), ("a,b,c,d\n1,2\n1,2,3\n1\n", .comma),
    ])
    func `the delimiter that cuts rows alike is chosen, else the comma`(text: String, expected: CSVDialect) {
        #expect(detectDialect(of: Array(text.utf8), isWholeFile: true, encoding: .utf8) == expected)
    }

    @Test func `a last record that is cut off does not count`() {
        let text = "a;b\n1;2\n3;4\n5,6,7,8,9,10"
        #expect(detectDialect(of: Array(text.utf8), isWholeFile: false, encoding: .utf8) == .semicolon)
    }
}
