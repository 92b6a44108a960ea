import Testing

@testable import ChartDrawing

struct LabelPlacementTests {
    @Test func `labels with room stay where they are`() {
        #expect(LabelPlacement.spread([80, 10, 40], spacing: 18, within: 0...100) == [80, 10, 40])
    }

    @Test func `labels at one height part around it in the order given`() {
        #expect(LabelPlacement.spread([50, 50, 50], spacing: 18, within: 0...100) == [32, 50, 68])
    }

    @Test func `labels at an edge are pushed inward`() {
        #expect(LabelPlacement.spread([98, 100], spacing: 18, within: 0...100) == [82, 100])
        #expect(LabelPlacement.spread([0, 1], spacing: 18, within: 0...100) == [0, 18])
    }

    @Test func `too many labels run on rather than overlap`() {
        #expect(LabelPlacement.spread([5, 5, 5, 5], spacing: 10, within: 0...20) == [0, 10, 20, 30])
    }

    @Test func `nothing gives nothing`() {
        #expect(LabelPlacement.spread([], spacing: 18, within: 0...1).isEmpty)
    }
}
