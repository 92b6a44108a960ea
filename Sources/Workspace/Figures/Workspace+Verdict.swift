import PipelineDefinition
public import Reporting
import VisitorMetrics

extension Workspace {
    /// The verdict on a goal in words: its headline, and what stands behind it.
    public func verdictText(of goal: GoalProgress) -> VerdictText {
        VerdictText(
            goal.headline, of: goal.definition, destination: definition.destination.titles,
            likeForLike: goal.likeForLike, usualTotals: goal.usualTotals, origins: goal.origins, places: placeName,
            markets: marketName)
    }
}
