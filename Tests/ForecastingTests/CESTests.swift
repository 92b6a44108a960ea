import Testing

@testable import Forecasting

struct CESTests {
    /// Whether the recursion's errors die out, from the roots of its two by two discount matrix F - g w'.
    private func hasSmallRoots(_ a0: Double, _ a1: Double) -> Bool {
        let (p, q) = (1 - (a0 - a1), -(1 - a1))
        let (r, s) = (1 - (a0 + a1), 1 - a0)
        let (trace, determinant) = (p + s, p * s - q * r)
        // Jury's conditions for both roots inside the unit circle.
        return abs(determinant) < 1 && abs(trace) < 1 + determinant
    }

    @Test func `the stable region is where the roots lie inside the unit circle`() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<20_000 {
            let (a0, a1) = (4 * generator.nextUniform() - 0.5, 3 * generator.nextUniform() - 0.5)
            #expect(CESForm.isStable(real: a0, imaginary: a1) == hasSmallRoots(a0, a1), "\(a0) + i \(a1)")
        }
    }

    @Test func `the state form equals the complex recursion`() {
        // y(t+1) + i e(t+1) = (a0 + i a1) (y(t) + i e(t)) + (1 - a0 + i - i a1) (forecast(t) + i companion(t))
        let (a0, a1) = (1.3, 1.05)
        let values = madeUpSeries(25)
        var state = CESRecursion(form: .none)
        (state.a0, state.a1, state.level, state.companion) = (a0, a1, 1000, 900)
        var (real, imaginary) = (1000.0, 900.0)
        for value in values {
            #expect(abs(state.expected - real) < 1e-6 * abs(real))
            let e = value - real
            let (b0, b1) = (1 - a0, 1 - a1)
            (real, imaginary) = (
                a0 * value - a1 * e + b0 * real - b1 * imaginary, a1 * value + a0 * e + b1 * real + b0 * imaginary
            )
            state.advance(surprise: e)
        }
    }

    @Test func `turning round twice changes nothing`() {
        var state = CESRecursion(form: .full)
        state.seasonal = [1, 2, 3, 4]
        state.seasonalCompanion = [5, 6, 7, 8]
        state.position = 3
        let before = state
        state.turnRound()
        #expect(state.seasonal == [3, 2, 1, 4])
        state.turnRound()
        #expect(state.seasonal == [4, 1, 2, 3])
        #expect(state.seasonal[state.position] == before.seasonal[before.position])
    }
}
