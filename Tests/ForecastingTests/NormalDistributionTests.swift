import Testing

@testable import Forecasting

struct NormalDistributionTests {
    // Points from the printed tables of the normal distribution.
    @Test(arguments: [(0.5, 0.0), (0.975, 1.959963985), (0.9, 1.281551566), (0.001, -3.090232306)])
    func `the quantiles are those of the tables`(share: Double, point: Double) {
        #expect(abs(NormalDistribution.quantile(share) - point) < 1e-8)
        #expect(abs(NormalDistribution.share(below: point) - share) < 1e-9)
    }
}
