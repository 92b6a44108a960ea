/// Texts in characters that every system has.
enum PortableText {
    /// ①→1, ㈱→(株), ｱ→ア; what is not known stays.
    static func text(_ text: String) -> String {
        var scalars: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if (0xFF9E...0xFF9F).contains(scalar.value), let last = scalars.last,
                let joined = last.joined(withSoundMark: scalar)
            {
                scalars[scalars.count - 1] = joined
            } else if let wide = scalar.halfWidthKatakanaWidened {
                scalars.append(wide)
            } else {
                scalars += form(of: scalar).unicodeScalars
            }
        }
        return String(scalars: scalars)
    }

    private static func form(of scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x2460...0x2473: String(scalar.value - 0x245F)
        case 0x2160...0x216B: roman[Int(scalar.value - 0x2160)]
        case 0x2170...0x217B: roman[Int(scalar.value - 0x2170)].lowercased()
        default: forms[scalar] ?? String(scalar)
        }
    }

    private static let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]

    /// The words and units in one character that NEC's and IBM's rows have.
    private static let forms: [Unicode.Scalar: String] = [
        "№": "No.", "℡": "TEL", "㈱": "(株)", "㈲": "(有)", "㈹": "(代)", "㊤": "(上)", "㊥": "(中)", "㊦": "(下)",
        "㊧": "(左)", "㊨": "(右)", "㍾": "明治", "㍽": "大正", "㍼": "昭和", "㍻": "平成", "㎡": "m2", "㎜": "mm", "㎝": "cm",
        "㎞": "km", "㎎": "mg", "㎏": "kg", "㏄": "cc", "㍉": "ミリ", "㌔": "キロ", "㌢": "センチ", "㍍": "メートル", "㌘": "グラム",
        "㌧": "トン", "㌃": "アール", "㌶": "ヘクタール", "㍑": "リットル", "㍗": "ワット", "㌍": "カロリー", "㌦": "ドル", "㌣": "セント",
        "㌫": "パーセント", "㍊": "ミリバール", "㌻": "ページ", "㏍": "K.K.",
    ]
}
