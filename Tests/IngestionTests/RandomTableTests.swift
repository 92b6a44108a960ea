import Diagnostics
import Ingestion
import Testing

/// Any observations, written as any office table, are read back equal.
struct RandomTableTests {
    @Test func `a thousand random tables give back what was put in them`() throws {
        var numbers = 0
        for seed in 1...1_000 {
            let table = RandomTable(seed: UInt64(seed))
            let sheet = try Sheet("", bytes: table.bytes, profile: table.profile)
            let read = Set(sheet.readings)
            guard read == table.observations, sheet.outcome.held.isEmpty, sheet.account.closes,
                !sheet.noteCodes.contains("total.differs")
            else {
                Issue.record(
                    "seed \(seed): \(table.observations.symmetricDifference(read).sorted().prefix(6)) \(sheet.outcome.held.prefix(2)) \(sheet.outcome.notes.prefix(2))\n\(table.text)\n\(table.profile)"
                )
                return
            }
            numbers += read.count
        }
        #expect(numbers > 10_000)
    }
}
