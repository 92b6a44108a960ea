import FoundationEssentials
import TestSupport
import Testing
import VisitorLedger

/// A ledger that comes into being while others already want it, as when the first files of a folder are loaded and the
/// next is looked up meanwhile.
struct LedgerCreationTests {
    @Test func `whoever opens a ledger while it is being made gets it whole, or hears that there is none`() async throws {
        for _ in 0..<60 {
            let folder = try ScratchFolder()
            let path = folder.path + "/visitors.sqlite"
            let refused = await withTaskGroup(of: LedgerError?.self) { group in
                for number in 0..<6 {
                    group.addTask {
                        do throws(LedgerError) {
                            if number.isMultiple(of: 2) {
                                _ = try Ledger(path: path, clock: { Timestamp(secondsSinceEpoch: 0) }).loads()
                            } else {
                                _ = try Ledger.openReadOnly(path: path).loads()
                            }
                            return nil
                        } catch {
                            return error
                        }
                    }
                }
                return await group.reduce(into: [LedgerError]()) { if let error = $1 { $0.append(error) } }
            }
            #expect(refused.allSatisfy { $0.code == .notFound }, "\(refused)")
        }
    }
}
