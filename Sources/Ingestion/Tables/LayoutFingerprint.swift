import Diagnostics
import Languages
import OfficeTables
import PipelineDefinition

/// The form of a table in one short text, by which a changed layout is noticed.
///
/// It holds the labels of the header in their order, digits and runs of periods left out: next month's file has other
/// months and years, and is still the same layout. A new column, a renamed one or another order is another layout.
public struct LayoutFingerprint: Sendable, Hashable, CustomStringConvertible {
    /// The fingerprint, as profiles keep it: the count of columns and a hash of their labels.
    public let description: String

    /// The fingerprint of a header.
    public init(header: [String]) {
        var labels: [String] = []
        for label in header {
            let isPeriod = (try? PeriodReader().read(label)) != nil || (try? MonthSpan(label)) != nil
            let key = isPeriod ? "\u{1F}period" : LabelKey(label).text
            // A table that grows by a month a month keeps its layout.
            if isPeriod, labels.last == key { continue }
            labels.append(String(String.UnicodeScalarView(key.unicodeScalars.filter { !("0"..."9").contains($0) })))
        }
        while labels.last?.isEmpty == true { labels.removeLast() }
        // FNV-1a, 64 bits: short, and the same on every machine and day.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in labels.joined(separator: "\u{1F}").utf8 {
            hash ^= UInt64(byte)
            hash = hash &* 0x0000_0100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        description = "\(labels.count)-" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}

extension TableLayout {
    /// The form of the table's header; `nil` for a table without one.
    var fingerprint: String? { headerRows.isEmpty ? nil : LayoutFingerprint(header: header).description }

    /// A warning when the layout is not the one the profile was made for.
    func changeWarning(knowing known: String?, file: String) -> Diagnostic? {
        guard let known, let found = fingerprint, found != known else { return nil }
        let row = headerRows.upperBound + firstRow - 1
        return .layoutChanged(found, at: SourcePosition(file: file, row: row))
    }
}

extension Diagnostic {
    fileprivate static func layoutChanged(_ found: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "layout.changed", severity: .warning, position: position, value: found,
            message: BilingualText(
                ja: "見出しの並びが、profile を作ったときの表と違います。列名で探して読みましたが、確認してください。",
                en:
                    "The header is not the one the profile was made for. The columns were found by their labels; please check."
            ),
            remedy: BilingualText(
                ja: "正しければ、profile の layout を \(found) に書き換えてください（dmo inspect でも分かります）。",
                en: "If all is right, set the profile's layout to \(found) (dmo inspect shows it too)."))
    }
}
