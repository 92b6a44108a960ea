/// Who has reported when: a grid of places by months, where shapes say what colour says.
public struct CoverageMatrix: Sendable {
    /// What is known of one report.
    public enum State: Sendable, Hashable, CaseIterable {
        /// It is in.
        case reported
        /// It is in, and will still change.
        case preliminary
        /// It is in, but only in part.
        case partly
        /// It is due and not in.
        case missing
        /// It is in doubt: rows are kept aside.
        case held
        /// The place was closed, so nothing is a true zero.
        case closed
        /// It is not due yet.
        case ahead
        /// None is expected.
        case notExpected
    }

    /// One row of reports.
    public struct Row: Sendable, Equatable {
        /// Names the place at the left.
        public let label: String
        /// One state a category; what lacks at the end is not expected.
        public let states: [State]

        /// A row.
        public init(label: String, states: [State]) {
            self.label = ChartText.cleaned(label)
            self.states = states
        }
    }

    /// What the chart says; its categories are the months.
    public let outline: ChartOutline
    /// What the rows are, such as "place".
    public let rowLabel: String
    /// The rows from top to bottom.
    public let rows: [Row]
    /// What each state is called; the key shows those that occur.
    public let names: [State: String]

    /// A matrix.
    public init(outline: ChartOutline, rowLabel: String, rows: [Row], names: [State: String]) {
        self.outline = outline
        self.rowLabel = ChartText.cleaned(rowLabel)
        self.rows = rows
        self.names = names.mapValues { ChartText.cleaned($0, limit: 40) }
    }

    /// The drawing as a complete `<svg>` element.
    public func svg() -> String { document().svg() }

    /// The states as a table: one row a place, one column a month.
    public func dataTable() -> ChartTable {
        ChartTable(
            caption: outline.title, header: [rowLabel] + outline.categories,
            rows: rows.map { row in
                [row.label] + outline.categories.indices.map { names[state(row, $0)] ?? "" }
            })
    }

    func state(_ row: Row, _ column: Int) -> State {
        row.states.indices.contains(column) ? row.states[column] : .notExpected
    }

    func document() -> ChartDocument {
        guard !rows.isEmpty, !outline.categories.isEmpty else { return .empty(outline) }
        let used = Set(rows.flatMap { row in outline.categories.indices.map { state(row, $0) } })
        let key = State.allCases.filter { used.contains($0) && $0 != .notExpected }.map { state in
            ChartKeyEntry(text: names[state] ?? "") { corner in
                SVGElement("g", [:], shape(state, LabelBox(x: corner.x, y: corner.y, width: 12, height: 12)))
            }
        }
        let grid = ChartGrid(outline, rowLabels: rows.map(\.label), notes: key, rowHeight: 19)
        var content = grid.frameElements()
        var inOrder: [LabelBox] = []
        for (index, row) in rows.enumerated() {
            for column in outline.categories.indices {
                let (state, box) = (state(row, column), grid.box(row: index, column: column))
                if state == .reported { inOrder.append(box) } else { content += shape(state, box) }
            }
        }
        // Hundreds of reports in order are one shape: a page holds them many times smaller than hundreds of cells.
        if !inOrder.isEmpty { content.append(.boxes(inOrder, fill: ChartColour.soft)) }
        let hatch = ChartHatch.partial(id: "\(outline.id)-preliminary", colour: ChartColour.muted)
        return ChartDocument(
            outline: outline, height: grid.height, definitions: [hatch], content: content, layout: grid.layout)
    }

    /// Full, striped, halved, crossed, dotted, a bar or open: each state has a shape of its own.
    private func shape(_ state: State, _ box: LabelBox) -> [SVGElement] {
        func frame(_ fill: String, _ stroke: String?, dash: String? = nil) -> SVGElement {
            .rectangle(
                x: box.x + 0.5, y: box.y + 0.5, width: box.width - 1, height: box.height - 1, fill: fill,
                stroke: stroke, dash: dash)
        }
        let middle = ChartPoint(x: box.x + box.width / 2, y: box.y + box.height / 2)
        switch state {
        case .reported:
            // Pale: what is in order should not shout down what is missing.
            return [frame(ChartColour.soft, nil)]
        case .preliminary: return [frame("url(#\(outline.id)-preliminary)", ChartColour.muted)]
        case .partly:
            let half = LabelBox(x: box.x, y: box.y, width: box.width / 2, height: box.height)
            return [frame(ChartColour.surface, ChartColour.target), .boxes([half], fill: ChartColour.target)]
        case .closed:
            let bar = LabelBox(x: middle.x - box.width / 4, y: middle.y - 1, width: box.width / 2, height: 2)
            return [.boxes([bar], fill: ChartColour.muted)]
        case .missing:
            let arm = min(4.5, box.width / 3, box.height / 3)
            let cross = [
                [ChartPoint(x: middle.x - arm, y: middle.y - arm), ChartPoint(x: middle.x + arm, y: middle.y + arm)],
                [ChartPoint(x: middle.x - arm, y: middle.y + arm), ChartPoint(x: middle.x + arm, y: middle.y - arm)],
            ]
            return [frame(ChartColour.surface, ChartColour.target), .path(cross, colour: ChartColour.target, width: 2)]
        case .held:
            return [
                frame(ChartColour.surface, ChartColour.target, dash: "2 2"),
                .circle(middle, radius: 2.5, fill: ChartColour.target, stroke: "none", width: 0),
            ]
        case .ahead: return [frame("none", ChartColour.axis, dash: "1.5 2.5")]
        case .notExpected: return []
        }
    }
}
