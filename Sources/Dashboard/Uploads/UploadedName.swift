/// What a file that was sent may be called on our disk: whatever it claims, one plain name within one folder.
enum UploadedName {
    /// How many bytes a name may have; disks take 255.
    private static let limit = 180

    /// The last part of whatever path it claims, without what could mean something to a shell, a terminal or a disk.
    static func safe(_ claimed: String) -> String {
        let last = claimed.unicodeScalars.split { $0 == "/" || $0 == "\\" || $0 == ":" }.last ?? []
        var kept = String.UnicodeScalarView()
        for scalar in last {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: continue
            default: kept.append("<>\"|?*\0".unicodeScalars.contains(scalar) ? "_" : scalar)
            }
        }
        // A leading dot hides a file, and a trailing dot or space vanishes on some disks.
        func isEdge(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar.properties.isWhitespace }
        while let first = kept.first, isEdge(first) || first == "-" { kept.removeFirst() }
        while let last = kept.last, isEdge(last) { kept.removeLast() }
        return shortened(String(kept))
    }

    /// The ending is kept, as it says what the file is.
    private static func shortened(_ name: String) -> String {
        guard !name.isEmpty else { return "upload.csv" }
        guard name.utf8.count > limit else { return name }
        let ending = name.split(separator: ".").last.map { "." + $0 } ?? ""
        guard ending.utf8.count < 16 else { return shortened(String(name.prefix(limit / 4))) }
        var stem = name.unicodeScalars.dropLast(ending.unicodeScalars.count)
        while String(stem).utf8.count + ending.utf8.count > limit { stem.removeLast() }
        return String(stem) + ending
    }
}
