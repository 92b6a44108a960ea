import Testing
import VisitorModel

struct ObservationTests {
    @Test(arguments: [
        (Segment(), "*"), (Segment(market: "TW"), "market=TW"), (Segment(origin: .inbound), "origin=inbound"),
        (Segment(origin: .outOfPrefecture), "origin=out-of-prefecture"), (Segment(stay: .sameDay), "stay=same-day"),
        (Segment(origin: .inbound, stay: .overnight), "origin=inbound,stay=overnight"),
        (Segment(origin: .domestic, market: "KR", stay: .overnight), "market=KR,stay=overnight"),
    ])
    func `a segment is named by what it restricts`(segment: Segment, id: String) {
        #expect(segment.id == id)
    }

    @Test func `every segment has a name of its own`() {
        var ids: [String] = []
        for stay in Segment.Stay.allCases {
            for origin in Segment.Origin.allCases { ids.append(Segment(origin: origin, stay: stay).id) }
            for market in ["TW", "KR"] { ids.append(Segment(market: market, stay: stay).id) }
        }
        #expect(Set(ids).count == 3 * (5 + 2))
    }

    @Test func `a market implies inbound visitors`() {
        #expect(Segment(origin: .domestic, market: "TW").origin == .inbound)
    }

    @Test func `cells of one column added up keep the column and span the rows`() {
        var first = Provenance(row: 7, column: 3)
        first.roundingHalfWidth = 500
        var second = Provenance(row: 4, column: 3)
        second.heldCount = 1
        second.roundingHalfWidth = 500
        first.merge(second)
        #expect(first.firstRow == 4)
        #expect(first.lastRow == 7)
        #expect(first.column == 3)
        #expect(first.rowCount == 2)
        #expect(first.heldCount == 1)
        #expect(first.roundingHalfWidth == 1_000)
    }

    @Test func `cells of different columns have no one column`() {
        var merged = Provenance(row: 4, column: 3)
        merged.merge(Provenance(row: 4, column: 4))
        merged.merge(Provenance(row: 4, column: 5))
        #expect(merged.column == nil)
        #expect(merged.rowCount == 3)
        #expect(merged.firstRow == 4 && merged.lastRow == 4)
    }

    @Test func `elements of XML keep the first line and lose a path that differs`() {
        var merged = Provenance(row: 2, line: 45, path: "/report/month[2]")
        merged.merge(Provenance(row: 1, line: 12, path: "/report/month[1]"))
        #expect(merged.line == 12)
        #expect(merged.path == nil)
        var same = Provenance(row: 1, line: 12, path: "/a")
        same.merge(Provenance(row: 2, line: 13, path: "/a"))
        #expect(same.path == "/a")
    }

    @Test func `merging gives the same whatever the order`() {
        let parts = [
            Provenance(row: 9, column: 2), Provenance(row: 3, column: 2), Provenance(row: 5, column: 8, line: 1, path: "/x"),
        ]
        var forwards = parts[0]
        forwards.merge(parts[1])
        forwards.merge(parts[2])
        var backwards = parts[2]
        backwards.merge(parts[1])
        backwards.merge(parts[0])
        #expect(forwards == backwards)
    }
}
