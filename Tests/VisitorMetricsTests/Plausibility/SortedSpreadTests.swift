import Testing

@testable import VisitorMetrics

/// The spread of numbers kept in rising order against its definition.
struct SortedSpreadTests {
    @Test func `the median distance from the median needs no second sorting`() {
        var generator = SystemRandomNumberGenerator()
        for count in 1...60 {
            for _ in 0..<20 {
                // Few different values, so that many distances are equal.
                let numbers = (0..<count).map { _ in (Double(Int.random(in: -9...9, using: &generator)) / 4) }
                let middle = Statistics.median(numbers)
                let distances = numbers.map { ($0 - middle).magnitude }
                #expect(Statistics.robustDeviation(numbers) == 1.4826 * Statistics.median(distances), "\(numbers)")
            }
        }
    }
}
