import Testing

@testable import ChartDrawing

struct ChartScaleTests {
    struct Case: Sendable {
        let values: [Double]
        var fromZero = true
        var steps = 5
        var whole = false
        let ticks: [Double]
    }

    @Test(arguments: [
        Case(values: [0, 100], ticks: [0, 20, 40, 60, 80, 100]),
        Case(values: [136, 151], ticks: [0, 50, 100, 150, 200]),
        Case(values: [136, 151], fromZero: false, ticks: [135, 140, 145, 150, 155]),
        Case(values: [12], steps: 5, ticks: [0, 2.5, 5, 7.5, 10, 12.5]),
        Case(values: [12], steps: 5, whole: true, ticks: [0, 5, 10, 15]),
        Case(values: [0.3], steps: 3, ticks: [0, 0.1, 0.2, 0.3]),
        Case(values: [0.3], steps: 3, whole: true, ticks: [0, 1]),
        Case(values: [-12.5, 6.8], steps: 4, ticks: [-15, -10, -5, 0, 5, 10]),
        Case(values: [], ticks: [0, 0.2, 0.4, 0.6, 0.8, 1]),
        Case(values: [0, 0], steps: 2, ticks: [0, 0.5, 1]),
        Case(values: [30, 100], fromZero: false, ticks: [0, 20, 40, 60, 80, 100]),
        Case(values: [24_988], steps: 5, ticks: [0, 5000, 10000, 15000, 20000, 25000]),
    ])
    func `steps are round numbers around the data`(example: Case) {
        let scale = ChartScale(
            holding: example.values, fromZero: example.fromZero, steps: example.steps, whole: example.whole)
        #expect(scale.ticks == example.ticks)
    }

    @Test(arguments: [(1, 1, 1), (3, 1, 5), (3, 12, 3), (5, 12, 6), (13, 12, 24), (60, 12, 60), (101, 1, 240)])
    func `long axes are labelled in steps one can count in`(least: Int, cycle: Int, step: Int) {
        #expect(ChartFrame.labelStep(count: 240, cycle: cycle) { $0 >= least } == step)
    }

    @Test func `heights are in proportion`() {
        let scale = ChartScale(holding: [0, 100], fromZero: true, steps: 5)
        #expect([0, 25, 100].map(scale.share) == [0, 0.25, 1])
    }

    @Test func `coordinates have at most two decimals`() {
        let written = [0, -0.001, 1.005, 12.3, 100, -7.456, 0.05, .nan, .infinity].map(SVGElement.coordinate)
        #expect(written == ["0", "0", "1", "12.3", "100", "-7.46", "0.05", "0", "0"])
    }
}
