extension LabelKey {
    /// Whether a cell holds nothing but white space, as ``isEmpty`` of its key says, without making the key.
    ///
    /// Asked of every cell of every row; nearly all answer with their first byte.
    public static func isBlank(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return true }
        if first > 0x20, first < 0x80 { return false }
        return text.unicodeScalars.allSatisfy { $0.isBlank || $0.isInvisible }
    }
}
