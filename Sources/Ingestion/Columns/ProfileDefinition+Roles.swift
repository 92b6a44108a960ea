import OfficeTables
import PipelineDefinition

extension ProfileDefinition {
    /// What labels of the supplier's tables say about the numbers beside them.
    var labelRoles: LabelRoles {
        LabelRoles(
            extra: [.total: totalLabels + (blankLabelsAreTotals ? [""] : [])], partBeginnings: partBeginnings)
    }
}
