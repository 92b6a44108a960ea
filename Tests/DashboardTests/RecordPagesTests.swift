import HTTPTypes
import Hummingbird
import Testing
import VisitorLedger
import Workspace

@testable import Dashboard

/// Pages over a file with planted faults, called what somebody who means harm would call it.
struct RecordPagesTests {
    private let hostile = "<img src=x onerror=alert(1)>\"'.csv"
    private let faults = "SampleData/with-faults/akiyoshidai-with-faults.csv"

    @Test(arguments: ["/loads", "/holds"], ["ja", "en"])
    func `a hostile file name stays a name`(path: String, language: String) async throws {
        try await Asking.withWorkspace([hostile: faults]) { workspace in
            let response = try await Asking(workspace)(path + "?lang=" + language)
            #expect(response.status == .ok)
            let text = try await Asking.text(of: response)
            #expect(!text.contains("<img"))
            #expect(text.contains("&lt;img src=x onerror=alert(1)&gt;"))
        }
    }

    @Test func `a doubtful count is listed with its cell and the likely cause, and a hostile name stays a name`()
        async throws
    {
        try await Asking.withWorkspace(
            [hostile: "SampleData/illustrative/akiyoshidai/akiyoshidai-2013-2019.csv"],
            // March 2018 with a digit too many.
            changing: ("H30.3,秋吉台,確報,26385,", "H30.3,秋吉台,確報,263850,")
        ) { workspace in
            let text = try await Asking.text(of: Asking(workspace)("/findings?lang=en"))
            #expect(text.contains("263,850") && text.contains("26,385") && text.contains("a digit too many"))
            #expect(text.contains("&lt;img src=x onerror=alert(1)&gt;") && text.contains(".csv:D65<"))
            #expect(!text.contains("<img"))
            let earlier = try await Asking.text(of: Asking(workspace)("/findings?lang=en&through=2018-02"))
            #expect(earlier.contains("No count is doubtful."))
        }
    }

    @Test func `every held row of the sample is listed with its cell and its remedy in the page's language`()
        async throws
    {
        try await Asking.withWorkspace(["counts.csv": faults]) { workspace in
            let ask = Asking(workspace)
            let (japanese, english) = (
                try await Asking.text(of: ask("/holds?lang=ja")), try await Asking.text(of: ask("/holds?lang=en"))
            )
            // The list of planted faults was written by hand beside the file.
            for cell in ["D5", "D6", "D7", "A8", "A9", "B10", "C11"] {
                #expect(japanese.contains("counts.csv:\(cell)<") && english.contains("counts.csv:\(cell)<"))
            }
            // The letter O in place of a nought: what is wrong, and what to do.
            #expect(japanese.contains("数値として読み取れません。") && japanese.contains("10234 の入力誤り"))
            #expect(english.contains("This is not a number that can be read.") && english.contains("10234"))
            #expect(!english.contains("読み取れません"))
        }
    }

    @Test func `a load is listed with its hash and an account that closes`() async throws {
        try await Asking.withWorkspace(["counts.csv": faults]) { workspace in
            let load = try #require(try workspace.loadList().loads.first)
            let text = try await Asking.text(of: Asking(workspace)("/loads?lang=en"))
            #expect(text.contains(load.header.sha256))
            #expect(load.account.closes)
            for count in [load.account.rowsRead, load.account.rowsAccepted, load.account.rowsHeld] {
                #expect(text.contains(">\(count)</td>"))
            }
        }
    }

    @Test func `a place has a page with its months, and one nobody knows is not found`() async throws {
        try await Asking.withWorkspace(["counts.csv": "SampleData/illustrative/akiyoshidai/akiyoshidai-2013-2019.csv"])
        { workspace in
            let ask = Asking(workspace)
            let response = try await ask("/place?id=akiyoshidai&lang=en")
            #expect(response.status == .ok)
            let text = try await Asking.text(of: response)
            // The value of March 2019 as the file has it.
            #expect(text.contains("26,900") && text.contains("<svg"))
            #expect(text.contains("Illustrative") || text.contains("illustrative"))
            let list = try await Asking.text(of: ask("/places?lang=en"))
            #expect(list.contains("/place?id=akiyoshidai&amp;lang=en"))
            #expect(try await ask("/place?id=%3Cscript%3E").status == .notFound)
            #expect(try await !Asking.text(of: ask("/place?id=%3Cscript%3E")).contains("<script>"))
            #expect(try await ask("/market?id=nowhere").status == .notFound)
        }
    }
}
