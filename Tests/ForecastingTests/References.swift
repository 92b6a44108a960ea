import Foundation

/// The numbers of `references.json`, which `make_references.py` computes with independent implementations.
struct References: Decodable {
    struct Decomposition: Decodable {
        var season: [Double]
        var trend: [Double]
    }

    struct Smoothing: Decodable {
        var initialSeasons: [String: [Double]]
        var models: [Model]
    }

    struct Model: Decodable, Sendable {
        var form: String
        var fixedLogLikelihood: Double
        var bestLogLikelihood: Double
        var forecast: [Double]
    }

    struct Quantiles: Decodable {
        var sample: [Double]
        var shares: [Double]
        var values: [Double]
    }

    var series: [Double]
    var decomposition: Decomposition
    var smoothing: Smoothing
    var quantiles: Quantiles
    var randomNumbers: [String]

    static func read() throws -> References {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Inputs")
        return try JSONDecoder().decode(
            References.self, from: Data(contentsOf: folder.appending(path: "references.json")))
    }
}

/// A monthly series with growth, a season and a scatter from a generator with a seed.
func madeUpSeries(_ count: Int, seasonLength: Int = 12, seed: UInt64 = 1) -> [Double] {
    var state = seed &* 2_654_435_761
    return (0..<count).map { t in
        state = (1_103_515_245 &* state &+ 12_345) % (1 << 31)
        let scatter = Double(state) / Double(1 << 31) - 0.5
        let season = seasonLength == 1 ? 1 : 1 + 0.3 * sin(2 * .pi * Double(t) / Double(seasonLength))
        return (1000 + 5 * Double(t)) * season * (1 + 0.1 * scatter)
    }
}
