import Testing

@testable import Accounts

struct PasswordHashTests {
    private let cheap = PasswordHash.Cost(logRounds: 4, blockSize: 8, parallelism: 1)

    /// RFC 7914, section 12.
    @Test(arguments: [
        (
            "password", "NaCl", PasswordHash.Cost(logRounds: 10, blockSize: 8, parallelism: 16),
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
        ),
        (
            "pleaseletmein", "SodiumChloride", PasswordHash.Cost(logRounds: 14, blockSize: 8, parallelism: 1),
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
        ),
    ])
    func `it is the scrypt of the standard`(
        password: String, salt: String, cost: PasswordHash.Cost, expected: String
    ) throws {
        let key = try PasswordHash.key(of: password, salt: Array(salt.utf8), cost: cost, length: 64)
        #expect(PasswordHash.hex(key.copiedBytes) == expected)
    }

    @Test func `only the same password is accepted, also after being kept`() throws {
        let made = try PasswordHash(of: "秋芳洞の入口で待つ", cost: cheap)
        let hash = try #require(PasswordHash(text: made.text))
        #expect(try hash.accepts("秋芳洞の入口で待つ"))
        #expect(try !hash.accepts("秋芳洞の入口で待て"))
        #expect(try !hash.accepts(""))
        #expect(!made.text.contains("秋"))
    }

    @Test func `one password twice gives two hashes`() throws {
        #expect(
            try PasswordHash(of: "same password", cost: cheap).text
                != PasswordHash(of: "same password", cost: cheap).text)
    }

    @Test(arguments: [
        "", "scrypt$17$8$1$00", "scrypt$99$8$1$00$" + String(repeating: "0", count: 64), "plain$17$8$1$00$00",
        "scrypt$17$8$1$0g$" + String(repeating: "0", count: 64), "scrypt$17$8$1$00$00",
    ])
    func `what nobody of ours has written is no hash`(text: String) {
        #expect(PasswordHash(text: text) == nil)
    }
}

struct SecretTests {
    /// RFC 4648, section 10, in the alphabet for addresses and without padding.
    @Test(arguments: [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE")])
    func `bytes are written as the standard does`(bytes: String, text: String) {
        #expect(Secret.text(of: Array(bytes.utf8)) == text)
    }

    @Test func `bytes that need the marks are written with those for addresses`() {
        #expect(Secret.text(of: [0xFB, 0xFF, 0xBF]) == "-_-_")
    }

    @Test func `secrets are long, differ, and are read back`() {
        let secrets = Set((0..<100).map { _ in Secret().text })
        #expect(secrets.count == 100)
        #expect(secrets.allSatisfy { Secret($0)?.text == $0 })
        #expect(Secret("short") == nil)
        #expect(Secret(String(repeating: "é", count: 43)) == nil)
    }
}
