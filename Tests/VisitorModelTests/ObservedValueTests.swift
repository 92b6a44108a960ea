import Languages
import Testing
import VisitorModel

struct ObservedValueTests {
    @Test func `the weaker status does not depend on order or grouping`() {
        for first in ObservationStatus.allCases {
            #expect(first.weaker(first) == first)
            for second in ObservationStatus.allCases {
                #expect(first.weaker(second) == second.weaker(first))
                #expect([first, second].contains(first.weaker(second)))
                for third in ObservationStatus.allCases {
                    #expect(first.weaker(second).weaker(third) == first.weaker(second.weaker(third)))
                }
            }
        }
    }

    @Test func `a sum has a number only when both parts have one`() {
        for first in ObservationStatus.allCases {
            for second in ObservationStatus.allCases {
                #expect(first.weaker(second).hasValue == (first.hasValue && second.hasValue))
            }
        }
    }

    @Test func `five statuses come with a number, six say why there is none`() {
        #expect(
            ObservationStatus.allCases.filter(\.hasValue)
                == [.final, .reported, .provisional, .preliminary, .estimated])
        #expect(
            ObservationStatus.allCases.filter { !$0.hasValue }
                == [.belowUnit, .notApplicable, .suppressed, .notSurveyed, .notReported, .held])
    }

    @Test func `a sum of a final and a preliminary figure is preliminary`() {
        #expect(ObservationStatus.final.weaker(.preliminary) == .preliminary)
        #expect(ObservationStatus.reported.weaker(.notReported) == .notReported)
    }

    @Test func `a value has a number exactly when its status says so`() {
        for status in ObservationStatus.allCases {
            let present = ObservedValue(5, status: status, roundingHalfWidth: 2)
            #expect(present.number == 5)
            #expect(present.status == (status.hasValue ? status : .reported))
            #expect(present.roundingHalfWidth == 2)
            let absent = ObservedValue(absent: status)
            #expect(absent.number == nil)
            #expect(absent.status == (status.hasValue ? .notReported : status))
            #expect(absent.roundingHalfWidth == 0)
        }
    }

    @Test func `a counted zero is not a missing number`() {
        #expect(ObservedValue(0) != ObservedValue(absent: .notReported))
    }

    @Test func `units and statuses have names of their own in both languages`() {
        #expect(Set(StatisticalUnit.allCases.map(\.name.ja)).count == StatisticalUnit.allCases.count)
        #expect(Set(StatisticalUnit.allCases.map(\.name.en)).count == StatisticalUnit.allCases.count)
        #expect(Set(ObservationStatus.allCases.map(\.name.ja)).count == ObservationStatus.allCases.count)
        #expect(Set(ObservationStatus.allCases.map(\.name.en)).count == ObservationStatus.allCases.count)
        #expect(
            StatisticalUnit.allCases.filter { !$0.isCount } == [
                .percent, .perMille, .points, .childrenPerWoman, .yenPerTrip,
            ])
    }

    @Test(arguments: [("1", 1), ("千", 1_000), ("万", 10_000), ("百万", 1_000_000), ("億", 100_000_000)])
    func `a scale multiplies as its word says`(word: String, factor: Int) {
        #expect(Scale(rawValue: word)?.factor == factor)
    }
}
