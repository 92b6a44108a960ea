import TestSupport
import Testing
import VisitorModel

/// Random numbers against plain integer arithmetic in units of a millionth, in 128 bits.
struct ExactDecimalPropertyTests {
    private struct Sample {
        let millionths: Int128
        let number: ExactDecimal

        init(using generator: inout SeededGenerator) throws {
            let magnitudes: [Int128] = [1, 1_000, 1_000_000, 1_000_000_000_000]
            let bound = magnitudes[Int.random(in: 0..<4, using: &generator)] * 1_000
            let drawn = Int128(Int64.random(in: -Int64(bound)...Int64(bound), using: &generator))
            // Often a round number, so that trailing zeros and ties occur.
            millionths = Bool.random(using: &generator) ? drawn : drawn / 1_000 * 1_000
            number = try #require(ExactDecimal(coefficient: millionths, fractionDigits: 6))
        }
    }

    private func inUnits(_ number: ExactDecimal, digits: Int) -> Int128 {
        (number.fractionDigits..<digits).reduce(Int128(number.coefficient)) { value, _ in value * 10 }
    }

    @Test(arguments: [1, 2013, 35213] as [UInt64])
    func `sums, differences, products and order agree with integers`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<3_000 {
            let left = try Sample(using: &generator)
            let right = try Sample(using: &generator)
            let sum = try #require(left.number.adding(right.number))
            #expect(inUnits(sum, digits: 6) == left.millionths + right.millionths)
            let difference = try #require(left.number.subtracting(right.number))
            #expect(inUnits(difference, digits: 6) == left.millionths - right.millionths)
            #expect((left.number < right.number) == (left.millionths < right.millionths))
            #expect((left.number == right.number) == (left.millionths == right.millionths))
            #expect(ExactDecimal(left.number.description) == left.number)
            if let product = left.number.multiplied(by: right.number) {
                #expect(inUnits(product, digits: 12) == left.millionths * right.millionths)
            }
        }
    }

    @Test(arguments: [7, 1360, 250] as [UInt64])
    func `quotients are the nearest number, ties away from zero`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<3_000 {
            let left = try Sample(using: &generator)
            let right = try Sample(using: &generator)
            guard right.millionths != 0 else { continue }
            let digits = Int.random(in: 0...6, using: &generator)
            guard let quotient = left.number.divided(by: right.number, fractionDigits: digits) else { continue }
            #expect(quotient.fractionDigits <= digits)
            let unit = (0..<digits).reduce(Int128(1)) { value, _ in value * 10 }
            let error = left.millionths * unit - inUnits(quotient, digits: digits) * right.millionths
            #expect(error.magnitude * 2 <= right.millionths.magnitude)
            if error.magnitude * 2 == right.millionths.magnitude {
                // A tie: what is left over points back towards zero.
                let isPositive = (left.millionths < 0) == (right.millionths < 0)
                #expect(((error < 0) == (right.millionths < 0)) != isPositive)
            }
        }
    }

    @Test(arguments: [11, 12] as [UInt64])
    func `rounding agrees with dividing by one`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let sample = try Sample(using: &generator)
            let digits = Int.random(in: 0...6, using: &generator)
            #expect(sample.number.rounded(toFractionDigits: digits) == sample.number.divided(by: 1, fractionDigits: digits))
            #expect(sample.number.negated.negated == sample.number)
            #expect(sample.number.negated.isNegative == (sample.millionths > 0))
        }
    }
}
