import Languages
import VisitorModel

extension SheetInspector {
    /// What each column that is not one of many alike seems to hold.
    func columnGuesses(_ guess: SheetGuess, body: [Int]) -> [ColumnGuess] {
        let width = max(guess.header.count, body.map { rows[$0].count }.max() ?? 0)
        let skipped = Set(guess.acrossColumns + guess.asideColumns)
        let labels = labels(of: guess, width: width)
        var guesses = (0..<width).filter { !skipped.contains($0) }.compactMap { index in
            column(index, label: labels[index], body: body)
        }
        pairYearsWithMonths(&guesses)
        chooseOnePlace(&guesses)
        keepKindsThatTellApart(&guesses, body: body, isWide: guess.across != .nothing)
        return guesses
    }

    /// Labels that tell columns apart: the lowest one, with those above it where it stands twice.
    private func labels(of guess: SheetGuess, width: Int) -> [String] {
        let header = guess.header
        return (0..<width).map { index in
            guard index < header.count, !LabelKey.isBlank(header[index]) else { return "" }
            let label = header[index]
            let twins = header.indices.filter { LabelKey(header[$0]) == LabelKey(label) }
            guard guess.headerRows.count > 1 else { return twins.count > 1 ? "" : label }
            let block = HeaderBlock(rows: Array(rows[guess.headerRows]))
            // The uppermost label that names this column alone reads best.
            let path = guess.headerRows.compactMap { row in index < rows[row].count ? rows[row][index] : nil }.filter {
                !LabelKey.isBlank($0)
            }
            if let own = path.first(where: { block.columns(labelled: $0) == [index] }) { return own }
            return block.columns(labelled: path.joined(separator: "/")) == [index] ? path.joined(separator: "/") : ""
        }
    }

    private func column(_ index: Int, label: String, body: [Int]) -> ColumnGuess? {
        let cells = body.compactMap { index < rows[$0].count ? rows[$0][index] : "" }
        let filled = cells.filter { !LabelKey.isBlank($0) && roles.role(of: $0) == .data }
        guard !filled.isEmpty else { return nil }
        var guess = ColumnGuess(
            index: index, label: label, role: .other, confidence: 0.5,
            evidence: BilingualText(ja: "ほかに当てはまるものがありません", en: "nothing else fits"))
        var seen: Set<String> = []
        for cell in filled where guess.texts.count < 200 {
            if seen.insert(cell).inserted { guess.texts.append(cell) }
        }
        let blanks = cells.count { LabelKey.isBlank($0) }
        guess.carriesDown = blanks * 10 > cells.count && !LabelKey.isBlank(cells[0])
        // @月 and ../@年 are called 月 and 年.
        let bare = label.split(whereSeparator: { $0 == "/" || $0 == "@" }).last.map(String.init) ?? label
        let key = LabelKey(bare).text
        if readAsPeriod(&guess, filled, key) { return guess }
        let share = { (isOne: (String) -> Bool) in Double(filled.count(where: isOne)) / Double(filled.count) }
        let placeShare = share { names.isPlace($0) }
        if placeShare > 0, placeShare <= 0.5,
            guess.texts.count > 50 || ColumnWords.place.contains(where: { key.contains($0) })
        {
            guess.holdsOthersToo = guess.texts.count > 50
            return guess.holding(
                .place, 0.65, ja: "登録済みの場所が含まれます（\(percent(placeShare))）",
                en: "some of its cells are places already known (\(percent(placeShare)))")
        }
        if placeShare > 0.5 {
            return guess.holding(
                .place, placeShare, ja: "セルの \(percent(placeShare)) が登録済みの場所です",
                en: "\(percent(placeShare)) of its cells are places already known")
        }
        let marketShare = share { names.isMarket($0) }
        let isFilled = filled.count * 10 >= cells.count * 8
        if marketShare > 0.4, isFilled {
            return guess.holding(
                .market, marketShare, ja: "セルの \(percent(marketShare)) が国・地域です",
                en: "\(percent(marketShare)) of its cells are countries")
        }
        let numberShare = share { CellNature($0).isNumeric }
        if numberShare > 0.8 {
            let isValueNamed = ColumnWords.value.contains { key.contains($0) } || roles.role(of: label) == .total
            let isLetterTop = filled.contains { $0.contains(".") }
            if !isValueNamed, !isLetterTop, (2...6).contains(guess.texts.count), filled.count >= 50 {
                return guess.holding(
                    .kind, 0.6, ja: "\(guess.texts.count) 種類の番号がくり返します",
                    en: "\(guess.texts.count) numbers come again and again")
            }
            guard !isNumberOfNothing(key, filled) else {
                return guess.holding(
                    .other, 0.8, ja: "見出し「\(label)」は番号や座標です", en: "its label says it is a number of nothing: \(label)")
            }
            let isNamed = isValueNamed
            return guess.holding(
                .value, isNamed ? min(1, numberShare) : numberShare * 0.7,
                ja: "セルの \(percent(numberShare)) が数値です" + (isNamed ? "（見出し「\(label)」）" : ""),
                en: "\(percent(numberShare)) of its cells are numbers" + (isNamed ? ", and so its label says" : ""))
        }
        if share({ ColumnWords.status.contains(LabelKey($0).text) }) > 0.8 {
            return guess.holding(.status, 0.9, ja: "速報・確報などの語が並んでいます", en: "its words say how firm a figure is")
        }
        if isFilled, ColumnWords.market.contains(where: { key.contains($0) }) {
            return guess.holding(.market, 0.7, ja: "見出し「\(label)」", en: "its label: \(label)")
        }
        if share({ isCoordinate($0) }) > 0.8 {
            return guess.holding(.other, 0.9, ja: "緯度・経度です", en: "its cells are coordinates")
        }
        if ColumnWords.place.contains(where: { key.contains($0) }) || ["名", "名前"].contains(key) {
            return guess.holding(.place, 0.6, ja: "見出し「\(label)」", en: "its label: \(label)")
        }
        let distinct = Double(guess.texts.count) / Double(filled.count)
        if guess.texts.count > 1, guess.texts.count <= 12, distinct < 0.5 || filled.count < 8 {
            return guess.holding(
                .kind, 0.5, ja: "同じ語が \(guess.texts.count) 種類くり返します",
                en: "\(guess.texts.count) words come again and again")
        }
        return guess
    }

    private func isCoordinate(_ cell: String) -> Bool {
        let parts = cell.split(separator: ",")
        return parts.count == 2
            && parts.allSatisfy { Double($0.filter { !$0.isWhitespace }) != nil && $0.contains(".") }
    }

    private func percent(_ share: Double) -> String { "\(Int(share * 100))%" }

    private func readAsPeriod(_ guess: inout ColumnGuess, _ filled: [String], _ key: String) -> Bool {
        var kinds: [Period.Kind: Int] = [:]
        var carriedKinds: [Period.Kind: Int] = [:]
        var beginnings: [Bool] = []
        var carried = CarriedYear()
        // A plain number is a period only where it has six digits or eight, or its label says year or day.
        let saysPeriod = ColumnWords.period.contains { key.contains($0) }
        for cell in filled {
            let digits = cell.unicodeScalars.count { ("0"..."9").contains($0) }
            let isPlain = digits == cell.unicodeScalars.count
            guard !isPlain || saysPeriod || digits == 6 || digits == 8 else { return monthColumn(&guess, filled, key) }
            if let read = try? PeriodReader().read(cell) {
                kinds[read.period.kind, default: 0] += 1
                if case .day(let day) = read.period { beginnings.append(day.number == 1 && day.month.number % 3 == 1) }
            }
            if let read = try? PeriodReader().read(carried.complete(cell)) {
                carriedKinds[read.period.kind, default: 0] += 1
            }
        }
        if monthColumn(&guess, filled, key) { return true }
        for (counts, carries) in [(kinds, false), (carriedKinds, true)] {
            guard let (kind, count) = counts.max(by: { $0.value < $1.value }), count * 10 >= filled.count * 8 else {
                continue
            }
            let share = Double(count) / Double(filled.count)
            guess.carriesYear = carries
            if kind == .day, beginnings.count > 3, beginnings.allSatisfy({ $0 }), guess.texts.count > 3 {
                guess.daysBegin = .quarter
            }
            let isYear = (kind == .calendarYear || kind == .fiscalYear) && (key == "年" || key == "year" || key == "年度")
            let holds = Period.Kind.describe(kind)
            guess = guess.holding(
                isYear ? .year : .period(kind), share,
                ja: "セルの \(percent(share)) が\(holds.ja)として読めます" + (carries ? "（年は上の行から）" : ""),
                en: "\(percent(share)) of its cells read as a \(holds.en)"
                    + (carries ? ", the year from the rows above" : ""))
            return true
        }
        return false
    }

    /// Months alone: 1 to 12 under 月, or 4月, Jan.
    private func monthColumn(_ guess: inout ColumnGuess, _ filled: [String], _ key: String) -> Bool {
        let spans = filled.filter { (try? MonthSpan($0)) != nil }
        let isNamed = ColumnWords.month.contains { key.contains($0) }
        let saysMonth = spans.contains { CellNature($0) == .months }
        guard isNamed || saysMonth, spans.count * 10 >= filled.count * 7, (try? PeriodReader().read(filled[0])) == nil
        else { return false }
        guess = guess.holding(
            .monthOfYear, Double(spans.count) / Double(filled.count), ja: "年のない月が並んでいます",
            en: "its cells are months without a year")
        return true
    }

    private func isNumberOfNothing(_ key: String, _ filled: [String]) -> Bool {
        if ColumnWords.nothing.contains(where: { key == $0 || key.hasSuffix($0) && !$0.utf8.allSatisfy { $0 < 0x80 } })
        {
            return true
        }
        if key.hasSuffix("code") || key.hasSuffix("flag") || key.hasSuffix("_id") { return true }
        // 1, 2, 3 … down a column without a telling label.
        let numbers = filled.prefix(30).compactMap { Int($0) }
        return numbers.count > 3 && numbers == Array(1...numbers.count)
            && !ColumnWords.value.contains { key.contains($0) }
    }

    /// A year and a month make one period; a year alone is one itself.
    private func pairYearsWithMonths(_ guesses: inout [ColumnGuess]) {
        let hasMonth = guesses.contains { $0.role == .monthOfYear }
        guard !hasMonth else { return }
        for index in guesses.indices where guesses[index].role == .year {
            let isFiscal = LabelKey(guesses[index].label).text.contains("年度")
            guesses[index].role = .period(isFiscal ? .fiscalYear : .calendarYear)
        }
    }

    /// Words and small numbers tell rows apart only where place and period alone do not.
    private func keepKindsThatTellApart(_ guesses: inout [ColumnGuess], body: [Int], isWide: Bool) {
        func distinct(_ columns: [Int]) -> Int {
            Set(body.map { row in columns.map { $0 < rows[row].count ? rows[row][$0] : "" } }).count
        }
        var keys = guesses.filter { guess in
            switch guess.role {
            case .place, .market, .status, .period, .year, .monthOfYear: !guess.carriesDown
            case .kind, .value, .other: false
            }
        }.map(\.index)
        let merged = guesses.contains { $0.carriesDown && $0.role != .kind && $0.role != .value && $0.role != .other }
        var count = keys.isEmpty ? 1 : distinct(keys)
        let firstValue = guesses.first { $0.role == .value && $0.confidence > 0.9 }?.index ?? .max
        for index in guesses.indices where guesses[index].role == .kind {
            let more = distinct(keys + [guesses[index].index])
            // Two rows a month: the month's cell is merged, and only the kind tells its rows apart.
            let tells = merged || count < body.count && (more - count) * 20 >= body.count
            if tells, isWide || guesses[index].index < firstValue || merged {
                keys.append(guesses[index].index)
                count = more
            } else {
                guesses[index].role = .other
            }
        }
    }

    /// Of a code and a name the name is shown, unless only the code is known.
    private func chooseOnePlace(_ guesses: inout [ColumnGuess]) {
        let places = guesses.indices.filter { guesses[$0].role == .place }
        func rank(_ index: Int) -> (Double, Int, Int) {
            // A code names one place only; so does the column with the most different names.
            let isCode = guesses[index].label.contains("コード") || guesses[index].label.lowercased().contains("code")
            return (guesses[index].confidence, isCode ? 1 : 0, guesses[index].texts.count)
        }
        guard let best = places.max(by: { rank($0) < rank($1) }) else {
            // A code of a city or a site is better than no place at all.
            let code = guesses.firstIndex { guess in
                let key = LabelKey(guess.label).text
                return guess.role == .other && ["コード", "code"].contains(key)
                    || guess.role == .other
                        && ["市町村コード", "地域コード", "施設コード", "citycode", "areacode", "placecode"].contains {
                            key.contains($0)
                        }
            }
            if let code {
                guesses[code].role = .place
                guesses[code].confidence = 0.6
                guesses[code].evidence = BilingualText(ja: "場所のコードです", en: "its numbers are codes of places")
            }
            return
        }
        for index in places where index != best {
            guesses[index].role =
                (2...12).contains(guesses[index].texts.count) && guesses[index].confidence < 0.65 ? .kind : .other
            guesses[index].confidence = 0.4
        }
    }
}

extension ColumnGuess {
    fileprivate func holding(_ role: Role, _ confidence: Double, ja: String, en: String) -> ColumnGuess {
        var guess = self
        guess.role = role
        guess.confidence = confidence
        guess.evidence = BilingualText(ja: ja, en: en)
        return guess
    }
}

extension Period.Kind {
    fileprivate static func describe(_ kind: Self) -> BilingualText {
        switch kind {
        case .day: BilingualText(ja: "日", en: "day")
        case .month: BilingualText(ja: "月", en: "month")
        case .quarter: BilingualText(ja: "四半期", en: "quarter")
        case .half: BilingualText(ja: "半期", en: "half year")
        case .twelveMonths: BilingualText(ja: "12か月", en: "twelve months")
        case .calendarYear: BilingualText(ja: "年", en: "year")
        case .fiscalYear: BilingualText(ja: "年度", en: "fiscal year")
        }
    }
}
