/// The recursion of complex exponential smoothing in state form.
///
/// With a0 + i a1 for the level and b0 + i b1 for the season (a real b for the partial form):
///
///     y = level + seasonal + e
///     level'     = level - (1 - a1) companion + (a0 - a1) e
///     companion' = level + (1 - a0) companion + (a0 + a1) e
///
/// and the same with b at the lag of a season.
struct CESRecursion: Sendable, Hashable {
    let form: CESForm
    var a0 = 0.0
    var a1 = 0.0
    var b0 = 0.0
    var b1 = 0.0
    var level = 0.0
    var companion = 0.0
    /// The season's figures and their companions; `position` is the one that comes next.
    var seasonal: [Double] = []
    var seasonalCompanion: [Double] = []
    var position = 0

    /// What the recursion expects of the next period.
    var expected: Double {
        switch form {
        case .none: level
        case .simple: seasonal[position]
        case .partial, .full: level + seasonal[position]
        }
    }

    /// Goes on by one period with its surprise, which is zero where the figure is absent.
    mutating func advance(surprise e: Double) {
        if form != .simple {
            let before = level
            level = before - (1 - a1) * companion + (a0 - a1) * e
            companion = before + (1 - a0) * companion + (a0 + a1) * e
        }
        switch form {
        case .none: return
        case .partial: seasonal[position] += b0 * e
        case .simple, .full:
            let (c0, c1) = form == .simple ? (a0, a1) : (b0, b1)
            let before = seasonal[position]
            seasonal[position] = before - (1 - c1) * seasonalCompanion[position] + (c0 - c1) * e
            seasonalCompanion[position] = before + (1 - c0) * seasonalCompanion[position] + (c0 + c1) * e
        }
        position += 1
        if position == seasonal.count { position = 0 }
    }

    /// Runs over figures and returns the sum of squared surprises; infinity when it runs away.
    mutating func run(over samples: [Double]) -> Double {
        var squares = 0.0
        for value in samples {
            let e = value.isNaN ? 0 : value - expected
            squares += e * e
            advance(surprise: e)
        }
        return squares.isFinite ? squares : .infinity
    }

    /// Runs over figures and returns the surprises, NaN where the figure is absent.
    mutating func errors(over samples: [Double]) -> [Double] {
        samples.map { value in
            let e = value - expected
            advance(surprise: value.isNaN ? 0 : e)
            return e
        }
    }

    /// Turns the season round, so that the recursion can be run over the series from its end.
    mutating func turnRound() {
        guard !seasonal.isEmpty else { return }
        let count = seasonal.count
        let (figures, companions, first) = (seasonal, seasonalCompanion, position)
        for offset in 0..<count {
            seasonal[offset] = figures[(first + count - 1 - offset) % count]
            seasonalCompanion[offset] = companions[(first + count - 1 - offset) % count]
        }
        position = 0
    }
}
