public import Languages
import VisitorModel

extension MetricBridge {
    /// Collects steps and keeps the sum.
    struct Builder {
        var running: ExactDecimal
        var steps: [Step] = []

        mutating func apply(_ term: DerivedFigure.Term) {
            add(term.kind, term.label, term.change, term.detail, nil)
        }

        mutating func undo(_ term: DerivedFigure.Term) {
            let label = BilingualText(ja: "戻す：\(term.label.ja)", en: "undo: \(term.label.en)")
            add(term.kind, label, term.change.negated, term.detail, nil)
        }

        /// A step for each place whose count differs: out where only the first side counts it, in where only the second.
        mutating func exchange(
            _ places: (from: [Figure], to: [Figure]), in tree: PlaceTree, naming: PlaceNaming,
            standings: [String: BilingualText]
        ) {
            var order = places.from.map(\.place)
            order += places.to.map(\.place).filter { !order.contains($0) }
            let before = Dictionary(places.from.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
            let after = Dictionary(places.to.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
            for place in order {
                let (old, new) = (before[place]?.value ?? .zero, after[place]?.value ?? .zero)
                guard let change = new.subtracting(old), change != .zero else { continue }
                let isOut = change.isNegative
                let name = naming(place)
                let isEvent = tree[place]?.kind == .event
                let reason = standings[place]
                let sort: Kind = reason != nil ? .designation : isEvent ? .event : .place
                let label = BilingualText(
                    ja: (isOut ? "− " : "＋ ") + name.ja + (isEvent ? "（行祭事・イベント）" : ""),
                    en: (isOut ? "minus " : "plus ") + name.en + (isEvent ? " (event)" : ""))
                let detail =
                    reason
                    ?? BilingualText(
                        ja: isOut ? "片方の定義だけに含まれる" : "もう片方の定義だけに含まれる",
                        en: isOut ? "counted by the first definition only" : "counted by the second definition only")
                add(sort, label, change, detail, (isOut ? before[place] : after[place])?.id)
            }
        }

        private mutating func add(
            _ kind: Kind, _ label: BilingualText, _ change: ExactDecimal, _ detail: BilingualText, _ figureID: String?
        ) {
            running = running.adding(change) ?? running
            steps.append(
                Step(kind: kind, label: label, change: change, running: running, detail: detail, figureID: figureID))
        }
    }
}

extension MetricBridge.Refusal {
    /// The reason in words.
    public var reason: BilingualText {
        switch self {
        case .noValue(let id, let notices):
            BilingualText(
                ja: "「\(id)」はこの期間の値がありません。" + notices.map(\.ja).joined(),
                en: "\(id) has no value in this period. " + notices.map(\.en).joined(separator: " "))
        case .differentMeasures(let first, let second):
            BilingualText(
                ja: "「\(first)」と「\(second)」は数えるものが違うため、片方からもう片方への手順はありません。",
                en: "\(first) and \(second) count different things, so no steps lead from one to the other.")
        }
    }
}
