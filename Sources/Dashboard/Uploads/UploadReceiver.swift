import Accounts
import HummingbirdCore
import NIOCore
import SystemPackage

/// Takes the form with a file as it comes: first that it was sent from our page, then the file, straight to the disk.
actor UploadReceiver {
    /// What a form that comes from elsewhere is answered with.
    struct Forged: Error {}

    /// How long a field may be, in bytes.
    private static let longestField = 1_024
    /// How many fields a form may have.
    private static let mostFields = 8

    private var reader: MultipartReader
    private let token: String
    private let folder: String
    private var field: String?
    private var text: [UInt8] = []
    private var isOurs = false
    private var file: SystemPackage.FileDescriptor?
    /// The fields that are no files.
    private(set) var fields: [String: String] = [:]
    /// What the file is called, and how many bytes it has.
    private(set) var received: (name: String, size: Int)?

    init(_ reader: MultipartReader, token: String, folder: String) {
        self.reader = reader
        self.token = token
        self.folder = folder
    }

    /// Takes the next bytes.
    ///
    /// - Throws: `Forged`, `BodyProblem`, or the disk's error.
    func take(_ buffer: ByteBuffer) throws {
        for event in try reader.take(Array(buffer.readableBytesView)) {
            switch event {
            case .part(let name, let fileName):
                guard let fileName else {
                    guard fields.count < Self.mostFields else { throw BodyProblem.unreadable }
                    field = name
                    text = []
                    continue
                }
                // The form's token stands before the file: nothing of a form from elsewhere reaches the disk.
                guard isOurs else { throw Forged() }
                guard received == nil else { throw BodyProblem.unreadable }
                received = (UploadedName.safe(fileName), 0)
                file = try SystemPackage.FileDescriptor.open(
                    FilePath(folder).appending(UploadedName.safe(fileName)), .writeOnly,
                    options: [.create, .exclusiveCreate], permissions: .ownerReadWrite)
            case .bytes(let bytes):
                if let file {
                    try file.writeAll(bytes)
                    received?.size += bytes.count
                } else {
                    text += bytes
                    guard text.count <= Self.longestField else { throw BodyProblem.tooLarge }
                }
            case .end:
                if let field {
                    fields[field] = String(decoding: text, as: UTF8.self)
                    if field == "form" { isOurs = Secret.isSame(String(decoding: text, as: UTF8.self), token) }
                }
                field = nil
                try close()
            }
        }
    }

    /// There are no more bytes.
    ///
    /// - Throws: `Forged`; `BodyProblem.unreadable` when something is missing.
    func finish() throws {
        try reader.finish()
        guard isOurs else { throw Forged() }
        guard let received, received.size > 0 || !received.name.isEmpty else { throw BodyProblem.unreadable }
    }

    /// Closes the file, however it ended.
    func close() throws {
        try file?.close()
        file = nil
    }
}
