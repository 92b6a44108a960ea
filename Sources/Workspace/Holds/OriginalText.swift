import ByteStreams
import FoundationEssentials

/// A file that was loaded, opened for correcting: unpacked when it came packed, with the encoding its cells are in.
struct OriginalText {
    /// The bytes of the table or document, unpacked.
    var bytes: [UInt8]
    /// The encoding they are in; `nil` where it cannot be told.
    let encoding: TextEncoding?
    /// Whether the file was a gzip file.
    let wasPacked: Bool

    /// Opens a file; `nil` when it cannot be read to its end.
    ///
    /// - Parameter declared: The encoding the profile names, if it names one.
    init?(path: String, declaring declared: TextEncoding?) {
        do throws(FileReadingError) {
            var chunks = try ContentChunks(path: path)
            var bytes: [UInt8] = []
            while let chunk = try chunks.next() { bytes += chunk }
            self.bytes = bytes
            wasPacked = chunks.isCompressed
        } catch {
            return nil
        }
        encoding = Self.encoding(ofFileAt: path, declaring: declared)
    }

    /// As the reader finds it: a few bad bytes do not hide what a file is plainly meant to be in.
    private static func encoding(ofFileAt path: String, declaring declared: TextEncoding?) -> TextEncoding? {
        do throws(FileSurveyError) {
            return try FileSurvey(path: path, declaring: declared).encoding
        } catch {
            if case .unknownEncoding(_, let misfit) = error { return misfit.likeliest }
            return nil
        }
    }

    /// What a corrected copy is called: a copy of a packed file is not packed.
    func nameOfCopy(_ name: String) -> String {
        wasPacked && name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
    }

    /// The lines, as people read them.
    var lines: [Substring] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    private var text: String {
        let mark = encoding?.byteOrderMark ?? []
        let content = !mark.isEmpty && bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
        guard let encoding, encoding != .utf8, var conversion = try? CharacterConversion(from: encoding) else {
            return String(decoding: content, as: UTF8.self)
        }
        return conversion.lossyText(of: content)
    }
}
