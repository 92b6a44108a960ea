import Languages

extension HTMLViewBuilder {
    /// A figure's entry at the end of the page.
    func passport(_ passport: FigurePassport) -> HTMLView {
        var view = HTMLView()
        view.set("anchor", anchor(of: passport.id))
        view.set("label", passport.label)
        view.set("value", passport.value)
        view.set("unit", passport.unit)
        view.set("status", passport.status)
        let facts = [
            (DocumentWording.definition, passport.definition, false), (DocumentWording.formula, passport.formula, true),
            (DocumentWording.coverage, passport.coverage, false), (DocumentWording.id, passport.id, true),
        ]
        view.set("facts", facts.filter { !$0.1.isEmpty }.map { fact($0(language), $1, isCode: $2) })
        view.set("hasInputs", !passport.inputs.isEmpty)
        // A dozen rows are read at a glance; more would bury the next figure.
        view.set("isOpen", passport.inputs.count <= 12)
        view.set("inputsTitle", DocumentWording.inputs(passport.inputs.count)(language))
        view.set("inputs", table(inputs(passport)))
        return view
    }

    private func inputs(_ passport: FigurePassport) -> ReportTable {
        let words = [
            (DocumentWording.place, FigureKind.text), (DocumentWording.period, .period),
            (DocumentWording.value, passport.kind), (DocumentWording.file, .text), (DocumentWording.row, .count),
            (DocumentWording.cell, .text), (DocumentWording.hash, .text),
        ]
        return ReportTable(
            caption: passport.label, columns: words.map { ReportColumn($0(language), kind: $1) },
            rows: passport.inputs.map { input in
                ReportRow(
                    input.place,
                    [input.period, input.value, input.file, input.row, input.cell, input.hash].map { ReportCell($0) })
            })
    }
}
