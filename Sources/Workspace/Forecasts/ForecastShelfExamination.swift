public import Languages
public import VisitorLedger

/// What is kept of forecasts in a ledger's file, and how much of it still is what was kept.
///
/// Damage here is no loss: what cannot be read is worked out again.
public struct ForecastShelfExamination: Sendable, Hashable {
    /// How many are whole.
    public var whole = 0
    /// How many are not.
    public var damaged = 0
    /// Bytes of all of them.
    public var bytes = 0

    /// Reads everything that is kept.
    ///
    /// - Throws: `LedgerError` when it cannot be read; forecasts then are worked out each time.
    public init(path: String) throws(LedgerError) {
        var (whole, damaged, bytes) = (0, 0, 0)
        try Ledger.openReadOnly(path: path).eachStoredForecast { row in
            if ForecastShelf.isSound(row) { whole += 1 } else { damaged += 1 }
            bytes += row.content.count
        }
        (self.whole, self.damaged, self.bytes) = (whole, damaged, bytes)
    }

    /// The finding in one sentence.
    public var text: BilingualText {
        let size = (bytes + 1023) / 1024
        return BilingualText(
            ja: "保存済みの予測: \(whole)件（\(size) KiB）"
                + (damaged > 0 ? "、欠けたもの\(damaged)件（使わずに計算し直します）。" : "。"),
            en: "Forecasts kept: \(whole) (\(size) KiB)"
                + (damaged > 0 ? "; \(damaged) damaged (not used, worked out again)." : "."))
    }
}
