/// Tells totals, parts, ratios and notes from data by their labels.
///
/// Labels are compared whole, after ``LabelKey``, so that 大正洞, 小計量センター, 花時計, 歴史資料館 and うちわ館 stay data.
public struct LabelRoles: Sendable, Hashable {
    private var declared: [LabelKey: LabelRole] = [:]
    private let partBeginnings: [String]

    /// Makes the usual rules with a profile's own labels, which come first.
    ///
    /// - Parameters:
    ///   - extra: Labels by role; list one under `data` when the usual rules take it for a total.
    ///   - partBeginnings: What labels of parts begin with, when their figure is in the row above: `a(`, `b(`.
    public init(extra: [LabelRole: [String]] = [:], partBeginnings: [String] = []) {
        self.partBeginnings = partBeginnings.map { LabelKey($0).text }.filter { !$0.isEmpty }
        for role in LabelRole.allCases {
            for label in extra[role] ?? [] { declared[LabelKey(label)] = role }
        }
    }

    /// Whether a profile added nothing to the usual rules, by which digits and the signs of dates and numbers are data.
    public var areUsual: Bool { declared.isEmpty && partBeginnings.isEmpty }

    /// The role of a label as it stands in a cell; an empty label is data.
    public func role(of label: String) -> LabelRole {
        if !declared.isEmpty, let role = declared[LabelKey(label)] { return role }
        // A label is short; a paragraph can only be a note, and only its beginning says so.
        let start = label.utf8.count > 400 ? String(label.prefix(100)) : label
        if isNote(start) { return .note }
        if !partBeginnings.isEmpty {
            let key = LabelKey(start).text
            if partBeginnings.contains(where: { key.hasPrefix($0) }) { return .ofWhich }
        }
        let key = withoutMarksAndUnit(Array(LabelKey(start).text.unicodeScalars))
        return wholeWords[key] ?? roleByBeginning(key) ?? roleByEnding(key) ?? .data
    }

    private func isNote(_ label: String) -> Bool {
        var scalars = label.narrowedScalars[...]
        if let open = scalars.first, "([【".unicodeScalars.contains(open) { scalars = scalars.dropFirst() }
        guard let first = scalars.first else { return false }
        if first == "※" { return true }
        for word in noteWords where scalars.starts(with: word) {
            // 資料館 and 注連縄 are places; a note's word stands alone or before a sign.
            guard let next = scalars.dropFirst(word.count).first else { return true }
            if next.isASCIIDigit || ": )].、,;・】=".unicodeScalars.contains(next) { return true }
        }
        return false
    }

    /// 合計※1 → 合計, 計(人) → 計, (再掲) → 再掲.
    private func withoutMarksAndUnit(_ key: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var scalars = key
        if let mark = scalars.firstIndex(of: "※"), mark > 0 { scalars.removeSubrange(mark...) }
        guard let close = scalars.last, close == ")" || close == "]",
            let start = scalars.lastIndex(of: close == ")" ? "(" : "[")
        else { return scalars }
        let inner = scalars[(start + 1)..<(scalars.count - 1)]
        if start == 0 { return Array(inner) }
        if wholeWords[Array(inner)] == .ofWhich { return Array(inner) }
        if ScaleAndUnit(scalars: inner) != nil { scalars.removeSubrange(start...) }
        return scalars
    }

    private func roleByBeginning(_ key: [Unicode.Scalar]) -> LabelRole? {
        let scalars = key.first == "(" || key.first == "[" ? key.dropFirst() : key[...]
        switch scalars.first {
        case "う" where scalars.dropFirst().first == "ち":
            // うち外国人 is a part; うちわ館 and うちのや are names.
            return scalars.dropFirst(2).first?.isHiragana == true ? nil : .ofWhich
        case "再", "内", "o": return ofWhichBeginnings.contains { scalars.starts(with: $0) } ? .ofWhich : nil
        default: return nil
        }
    }

    private func roleByEnding(_ key: [Unicode.Scalar]) -> LabelRole? {
        switch key.last {
        case "計":
            // 花時計 and 統計 end in 計 too: only after a span of time or an area is it a sum.
            if totalEndings.contains(where: { key.ends(with: $0) }) { return .total }
            return subtotalEndings.contains { key.ends(with: $0) } ? .subtotal : nil
        case "比", "率", "減", "差": return ratioEndings.contains { key.ends(with: $0) } ? .ratio : nil
        default: return nil
        }
    }
}

extension [Unicode.Scalar] {
    fileprivate func ends(with ending: [Unicode.Scalar]) -> Bool { suffix(ending.count).elementsEqual(ending) }
}

private func scalars(_ words: [String]) -> [[Unicode.Scalar]] { words.map { Array($0.unicodeScalars) } }

private let noteWords = scalars([
    "注", "資料", "出典", "出所", "備考", "Note", "Notes", "Source", "NOTE", "SOURCE",
])
private let ofWhichBeginnings = scalars(["再掲:", "再掲)", "再掲]", "内数:", "内数)", "内数]", "内、", "ofwhich"])
private let totalEndings = scalars(["合計", "総計", "累計", "年計", "年度計", "年間計"])
private let subtotalEndings = scalars([
    "小計", "期計", "月計", "週計", "市計", "町計", "村計", "区計", "郡計", "県計", "地域計", "圏域計", "圏計", "管内計", "局計",
])
private let ratioEndings = scalars([
    "年比", "年度比", "月比", "期比", "年対比", "年度対比", "構成比", "構成率", "伸率", "伸び率", "増減率", "増加率", "対前年増減", "前年差",
])
/// Labels that say their role by themselves, in the normal form of ``LabelKey``.
private let wholeWords: [[Unicode.Scalar]: LabelRole] = {
    let words: [LabelRole: [String]] = [
        .total: [
            "計", "合計", "総計", "総合計", "総数", "累計", "通年", "年計", "年度計", "年間計", "年間", "通年計", "total", "grandtotal",
            "annualtotal", "yearlytotal", "sum",
        ],
        .subtotal: ["小計", "中計", "上期", "下期", "上半期", "下半期", "subtotal"],
        .ofWhich: ["再掲", "内数", "うち", "内訳", "内書", "内", "ofwhich"],
        .ratio: [
            "yoy", "y/y", "対比", "伸率", "伸び率", "増減", "増減数", "増減率", "増加率", "減少率", "シェア", "構成比", "構成率", "前年差",
            "share",
        ],
        .comparison: [
            "平均", "月平均", "日平均", "1日平均", "年平均", "最大", "最小", "最高", "最低", "前年", "前年度", "前年同月", "前年同期", "前年実績",
            "前年度実績", "前年計", "前年度計", "average", "mean",
        ],
    ]
    var roles: [[Unicode.Scalar]: LabelRole] = [:]
    for (role, labels) in words {
        for label in scalars(labels) { roles[label] = role }
    }
    return roles
}()
