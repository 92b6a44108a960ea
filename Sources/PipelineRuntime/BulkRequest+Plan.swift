import Ingestion
import Stages

extension BulkRequest {
    /// What an aggregation needs to know of the rows it adds up, whoever groups them: blocks, lines or stored columns.
    init(_ aggregation: BulkAggregation, of plan: PipelinePlan) {
        let stages = plan.stages
        self.init(
            keyColumns: aggregation.keyColumns, numberColumns: aggregation.numberColumns,
            signature: { aggregation.signature(of: $0, inColumn: $1, stages: stages) })
    }
}
