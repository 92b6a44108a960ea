import Diagnostics
import FoundationEssentials
import Ingestion
import Testing
import VisitorModel

/// Published files as they are, read by profiles alone.
///
/// The profiles lie in `Inputs/Workspace`; what they give is held against sums that were worked out with
/// Python's `csv` and `decimal` modules from the same bytes: rows filtered by hand-written conditions, cells stripped of
/// separators, then added. `Inputs/README.md` says where each file is from and how each sum can be repeated.
struct RealFilesTests {
    struct Golden: Sendable, CustomTestStringConvertible {
        let file: String
        let profile: String
        /// How many numbers, and what they add up to.
        let rows: Int
        let sum: String
        var testDescription: String { file }
    }

    static let goldens = [
        Golden(file: "kurashiki_landmark_2014.csv", profile: "kurashiki-long", rows: 264, sum: "781310"),
        Golden(
            file: "kurashiki_2014_wide_wareki_cp932_DERIVED.csv", profile: "kurashiki-wide", rows: 264, sum: "781310"),
        Golden(file: "takamatsu_0073_pedestrians.csv", profile: "takamatsu-pedestrians", rows: 15, sum: "105758"),
        Golden(file: "takamatsu_0091_2020_births_deaths.csv", profile: "takamatsu-births", rows: 12, sum: "3116"),
        Golden(file: "takamatsu_0092_2020_moves.csv", profile: "takamatsu-moves", rows: 12, sum: "5732"),
        Golden(file: "takamatsu_0096_insured.csv", profile: "takamatsu-insured", rows: 5, sum: "418023"),
        // 47 prefectures × 5 years, in thousands; 全国 is their printed total and not added.
        Golden(file: "FEH_00200524_200927163843.csv", profile: "estat-population", rows: 235, sum: "633344000"),
        // 10,828,039.3 × 10億円.
        Golden(file: "esri_gaku-mg1532.csv", profile: "cabinet-gdp", rows: 87, sum: "10828039300000000"),
        Golden(file: "esri_def-qg1532.csv", profile: "cabinet-deflator", rows: 87, sum: "8812.8"),
        // Days that stand twice count once; of the one day with two values the later row wins. A plain sum gives
        // 5,660,756, 149,453 and 103,059.
        Golden(file: "tojinbo-shotaro_Person.csv", profile: "camera-days", rows: 609, sum: "5632335"),
        Golden(file: "tojinbo-shotaro_Face.csv", profile: "camera-days", rows: 610, sum: "148463"),
        Golden(
            file: "rainbow-line-parking-lot-1-gate_LicensePlate.csv", profile: "camera-days", rows: 609, sum: "102560"),
        Golden(file: "fukui_all-cnt.csv", profile: "answers-a-day", rows: 1578, sum: "101510"),
        // Only 全日 and 終日: the other rows are the same persons again.
        Golden(file: "fukui_202101monthly_fromto_city.csv", profile: "staying-population", rows: 67, sum: "785737"),
        Golden(file: "awara_2023-09-06.csv", profile: "reservations", rows: 90, sum: "40178"),
        Golden(file: "awara_2023-09-30.csv", profile: "reservations", rows: 90, sum: "36908"),
        Golden(file: "awara_booking_curve.csv", profile: "booking-curve", rows: 104_377, sum: "6682422"),
        // 1,724,201.61797… × 千.
        Golden(file: "australia_tourism.csv", profile: "australia", rows: 24_320, sum: "1724201617.970099999979"),
        // The yearly series alone, without its breakdowns.
        Golden(file: "vanuatu_tourism.csv", profile: "vanuatu", rows: 20, sum: "5134674"),
        // 17 municipalities of Fukui and Mine, of 1,864 rows.
        Golden(file: "city202304_utf8bom.csv", profile: "digital-kanko-municipal", rows: 18, sum: "616618"),
        Golden(file: "pref2023_utf8bom.csv", profile: "digital-kanko-municipal", rows: 564, sum: "1089366540"),
    ]

    @Test(arguments: goldens)
    func `a published file gives the sums that another program finds`(golden: Golden) throws {
        let sheet = try Sheet(real: golden.file, profile: golden.profile)
        #expect(sheet.rows.count == golden.rows)
        #expect(sheet.sum().description == golden.sum)
        #expect(sheet.outcome.held.isEmpty)
        #expect(sheet.account.closes)
        #expect(!sheet.noteCodes.contains("total.differs"))
    }

    /// 美祢市, デジタル観光統計, the years as re-published by 2025: 431,381, 557,376 and 534,908.
    @Test(arguments: [
        ("city2021_cp932.csv", 431_381), ("city2022_cp932.csv", 557_376), ("city2023_cp932.csv", 534_908),
    ])
    func `the nationwide files give Mine's years`(file: String, total: Int) throws {
        let sheet = try Sheet(real: file, profile: "digital-kanko-municipal")
        let mine = sheet.rows.filter { $0["place"] == "mine" }
        #expect(mine.count == 12)
        #expect(mine.compactMap { $0["value"].flatMap { Int($0) } }.reduce(0, +) == total)
        #expect(sheet.account.closes)
    }

    @Test func `stacked header rows, a year given once and a column without a label are read`() throws {
        let sheet = try Sheet(real: "esri_gaku-mg1532.csv", profile: "cabinet-gdp")
        #expect(sheet.rows.first?["quarter"] == "1994-Q1")
        #expect(sheet.rows.last?["quarter"] == "2015-Q3")
        // The four quarters of 2013: 479,083.7 × 10億円.
        let year = sheet.rows.filter { $0["quarter"]?.hasPrefix("2013") == true }
        #expect(year.compactMap { $0["value"].flatMap { Int($0) } }.reduce(0, +) == 479_083_700_000_000)
        #expect(sheet.sum("exports").description == "1432514600000000")
        #expect(sheet.sum("consumption").description == "6262750500000000")
    }

    @Test func `asterisks are what the profile says, and no number`() throws {
        let sheet = try Sheet(real: "esri_def-qg1532.csv", profile: "cabinet-deflator")
        #expect(sheet.rows.allSatisfy { $0["inventories"] == nil })
        #expect(sheet.sum("exports").description == "8824.2")
    }

    @Test func `days that stand twice are told, with the day whose count changed`() throws {
        let sheet = try Sheet(real: "tojinbo-shotaro_Person.csv", profile: "camera-days")
        #expect(sheet.ignored("repeats another row exactly") == 6)
        #expect(sheet.ignored("the other of two rows, by the profile's rule") == 1)
        #expect(sheet.ignored("blank row") == 55)
        let outvoted = sheet.outcome.notes.filter { $0.code == "duplicate.outvoted" }
        #expect(outvoted.map(\.value) == ["place=tojinbo, day=2025-09-29, value=2456"])
        #expect(sheet.rows.first { $0["day"] == "2025-09-29" }?["value"] == "2464")
    }

    @Test(arguments: [
        ("yaizu_222127_nouen_cp932.csv", "camera-days", "header.column-missing"),
        ("takamatsu_0008_tourist_facilities.csv", "kurashiki-long", "header.column-missing"),
        ("fukui_daily_20220427_header-only.csv", "answers-a-day", "header.column-missing"),
    ])
    func `a file without the counts a profile asks for is refused with the reason`(
        file: String, profile: String, code: String
    ) throws {
        let error = try #require(throws: DiagnosticsError.self) { try Sheet(real: file, profile: profile) }
        #expect(error.diagnostics.allSatisfy { $0.code == code && $0.remedy != nil })
    }
}
