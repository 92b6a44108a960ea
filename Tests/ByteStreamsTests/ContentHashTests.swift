import ByteStreams
import FoundationEssentials
import Testing

struct ContentHashTests {
    @Test func `the hash of abc is the one in FIPS 180-4`() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(ContentHash(of: Array("abc".utf8)).hexadecimal == expected)
    }

    @Test(arguments: ["", "ba78", String(repeating: "g", count: 64), String(repeating: "1", count: 64)])
    func `only 64 hexadecimal digits are a hash`(text: String) {
        #expect((ContentHash(hexadecimal: text) != nil) == (text.first == "1"))
    }

    @Test func `a hash is encoded as one string and refuses another on the way back`() throws {
        let hash = ContentHash(of: [])
        let encoded = try JSONEncoder().encode([hash])
        #expect(
            String(decoding: encoded, as: UTF8.self)
                == "[\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"]")
        #expect(try JSONDecoder().decode([ContentHash].self, from: encoded) == [hash])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([ContentHash].self, from: Data("[\"x\"]".utf8)) }
    }
}
