import Languages

extension HTMLViewBuilder {
    /// The entries at the end of the page. What an earlier one of the same definition says is marked as repeated.
    func entries(_ passports: [FigurePassport]) -> [HTMLView] {
        var told: Set<[String]> = []
        return passports.map { entry in
            passport(entry, isTold: !told.insert([entry.definition, entry.formula]).inserted)
        }
    }

    private func passport(_ passport: FigurePassport, isTold: Bool) -> HTMLView {
        var view = HTMLView(names)
        view.set("anchor", anchor(of: passport.id))
        view.set("label", passport.label)
        view.set("value", passport.value)
        view.set("unit", passport.unit)
        view.set("status", passport.status)
        let facts = [
            (DocumentWording.definition, passport.definition, false, isTold),
            (DocumentWording.formula, passport.formula, true, isTold),
            (DocumentWording.coverage, passport.coverage, false, false), (DocumentWording.id, passport.id, true, false),
        ]
        view.set(
            "facts",
            facts.filter { !$0.1.isEmpty }.map { term, detail, isCode, isRepeated in
                var view = fact(term(language), detail, isCode: isCode)
                view.set("isRepeated", isRepeated)
                return view
            })
        view.set("hasSteps", !passport.steps.isEmpty)
        view.set("steps", passport.steps.map(sentence))
        view.set("hasNotices", !passport.notices.isEmpty)
        view.set("notices", passport.notices.map(sentence))
        view.set("hasInputs", !passport.inputs.isEmpty)
        let inputs = PassportInputs(passport.inputs, language).lines
        // A dozen lines are read at a glance; more would bury the next figure.
        view.set("isOpen", inputs.count <= 12)
        view.set("inputsTitle", DocumentWording.inputs(passport.inputCount)(language))
        view.set("inputs", inputs.map(line))
        view.set("caption", passport.label)
        return view
    }

    private func sentence(_ text: String) -> HTMLView {
        var view = HTMLView(names)
        view.set("text", text, .prose)
        return view
    }

    private func line(_ line: PassportInputs.Line) -> HTMLView {
        var view = HTMLView(names)
        view.set("place", line.place)
        view.set("values", line.values, .prose)
        view.set("file", line.file)
        view.set("hash", line.hash)
        return view
    }
}
