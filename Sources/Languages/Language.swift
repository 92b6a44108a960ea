/// A language the program speaks to people.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    case japanese = "ja"
    case english = "en"

    /// Reads a POSIX locale name such as `ja_JP.UTF-8`; anything but Japanese is English.
    ///
    /// - Parameter localeName: The value of `LC_ALL`, `LC_MESSAGES` or `LANG`.
    public init(localeName: String?) {
        let isJapanese = localeName?.lowercased().hasPrefix("ja") ?? false
        self = isJapanese ? .japanese : .english
    }
}
