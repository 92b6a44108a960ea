public import VisitorModel

/// What is known about a file before its rows are read.
public struct LoadHeader: Sendable, Hashable {
    /// The pipeline that read the file.
    public var pipeline: String
    /// The profile it was read with.
    public var profile: String
    /// The hash of the profile's text: a mended profile reads the same file anew.
    public var profileHash: String
    /// The file's name as the user knows it.
    public var fileName: String
    /// The SHA-256 of the file's bytes, in lowercase hexadecimal.
    public var sha256: String
    /// The file's size in bytes.
    public var byteCount: Int
    /// Where its numbers come from.
    public var dataOrigin: DataOrigin

    /// Makes a header.
    public init(
        pipeline: String, profile: String, profileHash: String, fileName: String, sha256: String, byteCount: Int,
        dataOrigin: DataOrigin
    ) {
        self.pipeline = pipeline
        self.profile = profile
        self.profileHash = profileHash
        self.fileName = fileName
        self.sha256 = sha256
        self.byteCount = byteCount
        self.dataOrigin = dataOrigin
    }
}
