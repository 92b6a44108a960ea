import Languages
import PipelineDefinition
import PipelineRuntime
import VisitorLedger
import Workspace

/// The form that a file is sent with, and the files that wait for a decision.
///
/// It works without script.
struct UploadForm {
    private let workspace: Workspace
    private let pending: [Upload]
    private let visitor: Visitor
    private let address: PageAddress

    init(_ workspace: Workspace, _ pending: [Upload], _ visitor: Visitor, _ address: PageAddress) {
        self.workspace = workspace
        self.pending = pending
        self.visitor = visitor
        self.address = address
    }

    private var language: Language { address.language }

    var markup: Markup {
        let pipelines: [Markup] = workspace.plans.map { plan in
            "<option value=\"\(plan.pipeline.name)\">\(plan.pipeline.name)</option>\n"
        }
        // The token stands first: it is looked at before the file is taken.
        return """
            <p class="prose">\(Words.note(language))</p>
            <form class="upload" method="post" enctype="multipart/form-data" action="\(UploadPages.path)?lang=\(language.rawValue)">
            <input type="hidden" name="form" value="\(visitor.formToken ?? "")">
            <p><label for="pipeline">\(Words.pipeline(language))</label>
            <select id="pipeline" name="pipeline"><option value="">\(Words.automatic(language))</option>
            \(pipelines)</select></p>
            <p><label for="file">\(Words.file(language))</label>
            <input id="file" name="file" type="file" required></p>
            <p><button type="submit">\(Words.send(language))</button></p>
            </form>
            \(waiting)
            """
    }

    private var waiting: Markup {
        let open = pending.filter { if case .loaded = $0.state { false } else { true } }
        guard !open.isEmpty else { return "" }
        let items: [Markup] = open.map { upload in
            """
            <li><a href="\(UploadPages.path)/\(upload.id)?lang=\(language.rawValue)">\(upload.name)</a> \
            (\(upload.sentAt.description))</li>

            """
        }
        return "<h2>\(Words.waiting(language))</h2>\n<ul>\n\(items)</ul>\n"
    }

    private enum Words {
        static let note = BilingualText(
            ja: "まず、何を読み取ったか、何が保留になるか、どの数値が変わるかを表示します。「読み込む」を押すまで台帳は変わりません。64 MiB まで。",
            en:
                "First you see what was understood, what is held and which figures would change. The ledger stays as it is until you have the file loaded. Up to 64 MiB."
        )
        static let pipeline = BilingualText(ja: "処理（pipeline）", en: "Pipeline")
        static let automatic = BilingualText(ja: "名前と表の形から決める", en: "Found by name and layout")
        static let file = BilingualText(ja: "ファイル", en: "File")
        static let send = BilingualText(ja: "送って確かめる", en: "Send and look")
        static let waiting = BilingualText(ja: "決めていないファイル", en: "Waiting for a decision")
    }
}
