extension ChartOutline {
    /// The value label with its unit in the brackets of the unit's own script.
    var valueLabelWithUnit: String {
        labelled(valueLabel)
    }

    /// A series label with the unit.
    func labelled(_ label: String) -> String {
        guard !unit.isEmpty else { return label }
        guard !label.isEmpty else { return unit }
        return ChartText.cells(unit) > unit.count ? "\(label)（\(unit)）" : "\(label) (\(unit))"
    }

    /// A number as the caller writes it, made safe.
    func text(of number: Double) -> String {
        ChartText.cleaned(format(number), limit: 40)
    }

    /// A value for the table: partial ones carry their mark, missing ones are the mark.
    func text(of value: ChartValue) -> String {
        guard let number = value.number else { return wording.missing }
        return value.isPartial ? marked(text(of: number)) : text(of: number)
    }

    /// A text with the mark of what is not yet whole.
    func marked(_ text: String) -> String {
        ChartText.cells(wording.partial) > wording.partial.count
            ? "\(text)（\(wording.partial)）" : "\(text) (\(wording.partial))"
    }

    /// A column of the table.
    func column(_ label: String, _ values: [ChartValue]) -> ChartTable.Column {
        ChartTable.Column(
            head: labelled(label), cells: categories.indices.map { text(of: values.value(at: $0)) })
    }

    /// A column that repeats a target line's value.
    func column(_ line: ChartTargetLine) -> ChartTable.Column {
        column(line.label, categories.map { _ in .known(line.value) })
    }
}
