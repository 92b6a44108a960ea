import VisitorModel

/// 美祢市, 観光来訪者数, デジタル観光統計オープンデータ (公益社団法人日本観光振興協会), real monthly values of every release.
enum DigitalSeries {
    static let trial2021 = [11239, 18913, 22703, 23169, 29038, 15593, 26373, 26252, 24983, 29620, 32551, 21905]
    static let annual2021 = [14871, 25823, 32122, 33295, 43167, 22065, 44656, 43573, 39764, 46837, 52177, 33031]
    static let trial2022 = [18231, 13558, 27156, 31666, 48796, 21090, 27492, 51150, 26496, 36018, 33543, 19678]
    static let annual2022 = [22429, 18416, 38820, 48363, 79229, 34721, 45650, 90319, 42150, 54569, 53584, 29126]
    static let trial2023 = [21329, 17301, 30048, 30422, 44857, 18214, 27120, 46764, 29331, 32642, 31037, 15521]
    static let annual2023 = [29566, 28277, 45117, 44863, 68889, 29817, 43331, 78607, 47198, 48931, 47621, 22691]
    static let monthly2024 = [19326, 20341, 35413, 46342, 64796, 29575, 41291, 87164, 57371, 44290, 48696, 29269]
    static let annual2024 = [23579, 30157, 35413, 46342, 64796, 29575, 41291, 87164, 57371, 44290, 48696, 29269]
    static let monthly2025 = [28825, 21358, 43065, 49319, 63007, 31909, 46150, 78051, 43867, 44840, 56413, 34550]
    static let annual2025 = [31716, 23753, 43065, 49319, 63007, 31909, 46150, 78051, 43867, 44840, 56413, 34550]
    static let monthly2026 = [27653, 34065, 56493, 45651, 87847, 35126]

    /// Every release of every month.
    static var observations: [Observation] {
        [
            ("trial", 2021, trial2021), ("annual", 2021, annual2021), ("trial", 2022, trial2022),
            ("annual", 2022, annual2022), ("trial", 2023, trial2023), ("annual", 2023, annual2023),
            ("monthly", 2024, monthly2024), ("annual", 2024, annual2024), ("monthly", 2025, monthly2025),
            ("annual", 2025, annual2025), ("monthly", 2026, monthly2026),
        ].flatMap { vintage, year, values in
            zip(months(of: year), values).map { month, value in
                count(value, "mine-city", month, vintage: vintage, unit: .personDays, status: .estimated)
            }
        }
    }

    /// The series' definition: the annual file first, then the monthly one, the trial edition last.
    static func definition() throws -> MetricDefinition {
        try VisitorMetricsTests.definition(
            ["mine-city"], unit: .personDays, vintages: ["annual", "monthly", "trial"])
    }
}
