import Languages
import Testing

struct LanguageTests {
    @Test(arguments: ["ja_JP.UTF-8", "ja", "JA_JP.eucJP", "ja-JP"])
    func `a Japanese locale speaks Japanese`(name: String) {
        #expect(Language(localeName: name) == .japanese)
    }

    @Test(arguments: ["en_GB.UTF-8", "C", "POSIX", "", "de_DE", nil] as [String?])
    func `every other locale speaks English`(name: String?) {
        #expect(Language(localeName: name) == .english)
    }
}
