import ArgumentParser
import FoundationEssentials
import Languages
import Reporting

/// Writes the chart gallery, for whoever works on the drawings.
struct GalleryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gallery", abstract: "Write every kind of chart, from fixed data, on one page.",
        discussion: "グラフの見本帳を書き出します。\n\nExample:  dmo gallery --lang ja --out gallery.html", shouldDisplay: false)

    @Option(help: "The file to write to.")
    var out = "gallery.html"

    @Option(help: "The language: ja or en.")
    var lang: Language = .japanese

    func run() throws {
        let page = HTMLRenderer().render(ChartGallery.document(in: lang))
        try Data(page.utf8).write(to: URL(filePath: out), options: .atomic)
    }
}
