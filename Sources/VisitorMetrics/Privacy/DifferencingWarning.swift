public import Languages

/// A small count that two publications would give away together, though neither shows it.
///
/// A total published in May and again in June with one hotel more tells that hotel's guests by subtraction.
public struct DifferencingWarning: Sendable, Hashable {
    /// One published number and who is in it.
    public struct Publication: Sendable, Hashable {
        /// What it is called.
        public var title: String
        /// The groups added up in it: hotels, markets, months.
        public var groups: Set<String>
        /// The number.
        public var count: Int

        /// A publication.
        public init(_ title: String, groups: Set<String>, count: Int) {
            self.title = title
            self.groups = groups
            self.count = count
        }
    }

    /// The publication with more groups.
    public let larger: Publication
    /// The publication with fewer.
    public let smaller: Publication
    /// The groups that are only in the larger one.
    public let revealed: [String]
    /// Their count.
    public let difference: Int

    /// Finds every pair where one publication contains the other and their difference is small.
    ///
    /// - Parameter threshold: Differences of 1 up to below this are small.
    public static func among(_ publications: [Publication], threshold: Int = 3) -> [DifferencingWarning] {
        publications.flatMap { larger in
            publications.compactMap { smaller in
                let difference = larger.count - smaller.count
                guard smaller.groups.isStrictSubset(of: larger.groups), difference > 0, difference < threshold else {
                    return nil
                }
                return DifferencingWarning(
                    larger: larger, smaller: smaller,
                    revealed: larger.groups.subtracting(smaller.groups).sorted(), difference: difference)
            }
        }
    }

    /// The warning in words; it does not repeat the count it warns of.
    public var text: BilingualText {
        let names = revealed.joined(separator: ", ")
        return BilingualText(
            ja: "「\(larger.title)」から「\(smaller.title)」を引くと、\(names)の少ない人数が分かってしまいます。どちらか一方だけを公表してください。",
            en:
                "“\(larger.title)” minus “\(smaller.title)” would reveal a small count of \(names). Publish only one of them."
        )
    }

    /// A figure that an earlier publication showed with a few people more or less, in words; the count is not repeated.
    public static func betweenPublications(
        _ name: BilingualText, period: BilingualText, publication: Int
    ) -> BilingualText {
        BilingualText(
            ja:
                "\(name.ja)の\(period.ja)は、第\(publication)回の公表との差がごくわずかです。二つを引き算すると、後から届いた少ない人数が分かってしまいます。",
            en:
                "\(name.en), \(period.en): it differs from publication \(publication) by so few that subtracting the two would reveal a late report's small count."
        )
    }
}
