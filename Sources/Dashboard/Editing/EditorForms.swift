import Diagnostics
import Languages
import VisitorLedger
import VisitorMetrics
import Workspace

/// The forms an editor decides with; they work without script.
struct EditorForms {
    private let workspace: Workspace
    private let token: String
    private let language: Language
    private let open: [LocatedFinding]
    private let loads: [LoadSummary]

    /// - Throws: `LedgerError`.
    init(_ workspace: Workspace, _ visitor: Visitor, _ address: PageAddress) throws(LedgerError) {
        self.workspace = workspace
        token = visitor.formToken ?? ""
        language = address.language
        open = try workspace.findings().filter { $0.acknowledgement == nil }
        loads = try workspace.loadList().loads.filter { $0.withdrawal == nil }.reversed()
    }

    var markup: Markup {
        """
        <section aria-labelledby="doubts"><h2 id="doubts">\(Words.doubts(language))</h2><div class="body">
        \(doubts)</div></section>
        <section aria-labelledby="publish"><h2 id="publish">\(Words.publish(language))</h2><div class="body">
        \(publication)</div></section>
        <section aria-labelledby="withdraw"><h2 id="withdraw">\(Words.withdraw(language))</h2><div class="body">
        \(withdrawal)</div></section>

        """
    }

    private var publication: Markup {
        let said = open.isEmpty ? Words.ready : Words.needsNote(open.count)
        let isNoteNeeded: Markup = open.isEmpty ? "" : " required"
        let fields: Markup = """
            <p class="prose">\(said(language))</p>
            <p><label for="month">\(Words.month(language))</label>
            <input type="month" id="month" name="month" placeholder="2019-03"></p>
            <p><label for="note">\(Words.note(language))</label>
            <input id="note" name="note" maxlength="500"\(isNoteNeeded)></p>
            <p><button type="submit">\(Words.publishNow(language))</button></p>
            """
        return form(EditorPages.publishPath, fields)
    }

    private var doubts: Markup {
        guard !open.isEmpty else { return "<p class=\"prose\">\(Words.noDoubts(language))</p>\n" }
        let forms: [Markup] = open.enumerated().map { number, entry in
            let cell = entry.position.map { " (\($0.description))" } ?? ""
            let fields: Markup = """
                <p class="prose">\(entry.finding.message(naming: workspace.placeName)(language))\(cell)<br>
                \(Words.causes(language)): \(entry.finding.causesText(language))</p>
                <input type="hidden" name="id" value="\(entry.id)">
                <p><label for="reason-\(number)">\(Words.why(language))</label>
                <input id="reason-\(number)" name="reason" maxlength="500" required>
                <button type="submit">\(Words.right(language))</button></p>
                """
            return form(EditorPages.acknowledgePath, fields)
        }
        return "\(forms)"
    }

    private var withdrawal: Markup {
        guard !loads.isEmpty else { return "<p class=\"prose\">\(Words.noLoads(language))</p>\n" }
        let options: [Markup] = loads.map {
            "<option value=\"\($0.id)\">\($0.id): \($0.header.fileName)</option>\n"
        }
        let fields: Markup = """
            <p class="prose">\(Words.withdrawNote(language))</p>
            <p><label for="load">\(Words.load(language))</label>
            <select id="load" name="load" required><option value=""></option>
            \(options)</select></p>
            <p><label for="reason">\(Words.reason(language))</label>
            <input id="reason" name="reason" maxlength="500" required></p>
            <p><button type="submit">\(Words.withdrawNow(language))</button></p>
            """
        return form(EditorPages.withdrawPath, fields)
    }

    private func form(_ path: String, _ fields: Markup) -> Markup {
        """
        <form class="upload" method="post" action="\(path)?lang=\(language.rawValue)">
        <input type="hidden" name="form" value="\(token)">
        \(fields)
        </form>

        """
    }

    private enum Words {
        static let doubts = BilingualText(ja: "疑わしい数値", en: "Doubtful counts")
        static let noDoubts = BilingualText(ja: "確かめるべき数値はありません。", en: "No count is doubtful.")
        static let causes = BilingualText(ja: "考えられる原因", en: "Likely causes")
        static let why = BilingualText(ja: "正しい理由", en: "Why it is right")
        static let right = BilingualText(ja: "正しいと記録する", en: "Record that it is right")
        static let publish = BilingualText(ja: "報告書の公表", en: "Publish the report")
        static let ready = BilingualText(
            ja: "確認待ちの指摘はありません。公表した報告書は、そのファイルのまま残ります。",
            en: "No doubt is open. What is published stays the very files that were published.")
        static let month = BilingualText(ja: "対象の月（空白なら最新の月）", en: "Month (the latest when left empty)")
        static let note = BilingualText(ja: "備考", en: "Note")
        static let publishNow = BilingualText(ja: "公表する", en: "Publish")
        static let withdraw = BilingualText(ja: "読み込みの取消", en: "Withdraw a load")
        static let withdrawNote = BilingualText(
            ja: "取り消した読み込みの数値は前の値に戻ります。取り消したことと理由は残ります。",
            en: "Its numbers hold their former values again. That it was withdrawn, and why, is kept.")
        static let noLoads = BilingualText(ja: "読み込みはありません。", en: "Nothing is loaded.")
        static let load = BilingualText(ja: "読み込み", en: "Load")
        static let reason = BilingualText(ja: "理由", en: "Reason")
        static let withdrawNow = BilingualText(ja: "取り消す", en: "Withdraw")

        static func needsNote(_ count: Int) -> BilingualText {
            BilingualText(
                ja: "確認待ちの指摘が \(count) 件あります。残したまま公表するには、備考に理由を書いてください。",
                en: "\(count) doubts are open. To publish nonetheless, say why in the note.")
        }
    }
}
