extension ScannedNumber {
    /// Digits with or without well-placed commas, the commonest cell by far; `nil` for anything else.
    init?(plainWhole text: String) {
        var value: Int128 = 0
        var groupLength = 0
        var holdsComma = false
        guard text.utf8.count <= 24 else { return nil }
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39:
                value = value * 10 + Int128(byte - 0x30)
                groupLength += 1
            case 0x2C where holdsComma ? groupLength == 3 : (1...3).contains(groupLength):
                holdsComma = true
                groupLength = 0
            default: return nil
            }
        }
        // 0,123 is doubtful and goes the long way.
        guard holdsComma ? groupLength == 3 && text.utf8.first != 0x30 : groupLength > 0 else { return nil }
        self.init(whole: value)
    }
}
