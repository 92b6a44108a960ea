import Tables
import Testing
import VisitorModel

struct RecordBatchTests {
    private let schema = TableSchema([.init("place", .text), .init("month", .period), .init("visitors", .number)])

    private func batch() throws -> RecordBatch {
        let april = Period.month(try #require(Month(id: "2013-04")))
        var batch = RecordBatch(schema: schema)
        batch.append([.text("cave"), .period(april), .number(1_200)], origin: Provenance(row: 2))
        batch.append([.text("plateau"), .period(april), .absent(.notSurveyed)], origin: Provenance(row: 3))
        batch.append([.text("park"), .period(april), .number(0)], origin: Provenance(row: 4))
        return batch
    }

    @Test func `rows keep their order, values and origins`() throws {
        let batch = try batch()
        #expect(batch.rowCount == 3)
        #expect(!batch.isEmpty)
        #expect(batch.row(1).map(\.plainText) == ["plateau", "2013-04", ""])
        #expect(batch.columns[2] == [.number(1_200), .absent(.notSurveyed), .number(0)])
        #expect(batch.origins.map(\.firstRow) == [2, 3, 4])
    }

    @Test func `selected rows come in the order asked for, each with its origin`() throws {
        let selected = try batch().selecting([2, 0])
        #expect(selected.columns[0] == [.text("park"), .text("cave")])
        #expect(selected.origins.map(\.firstRow) == [4, 2])
        #expect(try batch().selecting([]).isEmpty)
        #expect(try batch().selecting([]).schema == schema)
    }

    @Test func `a batch made of columns is the batch made of rows`() throws {
        let batch = try batch()
        #expect(RecordBatch(schema: schema, columns: batch.columns, origins: batch.origins) == batch)
    }

    @Test func `a schema finds its columns by name`() {
        #expect(schema.names == ["place", "month", "visitors"])
        #expect(schema.index(of: "visitors") == 2)
        #expect(schema.type(of: "month") == .period)
        #expect(schema.index(of: "Visitors") == nil)
        #expect(schema.type(of: "gate") == nil)
    }

    @Test func `columns of one name end the program before data are mixed up`() async {
        await #expect(processExitsWith: .failure) {
            _ = TableSchema([.init("place", .text), .init("place", .number)])
        }
    }

    @Test func `a row of another width ends the program before data are mixed up`() async {
        await #expect(processExitsWith: .failure) {
            var batch = RecordBatch(schema: TableSchema([.init("place", .text)]))
            batch.append([], origin: Provenance(row: 1))
        }
    }
}
