import Diagnostics
import Languages

extension PagePrinter {
    /// Asks the renderer to draw two Japanese letters: without a font both become the same empty box.
    ///
    /// The renderer is asked, and not the machine's list of fonts: it alone knows what it will put on paper, and it
    /// brings its own way of finding fonts on each system.
    private static let letterPage = """
        <!doctype html><html lang="ja"><meta charset="utf-8"><body><script>
        const drawn = letter => {
          const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
          canvas.width = canvas.height = 48;
          pen.font = "32px sans-serif";
          pen.fillText(letter, 4, 36);
          return canvas.toDataURL();
        };
        document.body.dataset.japanese = drawn("美") === drawn("祢") ? "missing" : "found";
        </script></body></html>

        """

    /// Makes sure that Japanese will be letters and not boxes.
    ///
    /// A renderer that gives no answer is let through: if it cannot print either, it says so then.
    ///
    /// - Throws: `DiagnosticsError` when it has no Japanese font, cannot be run, or takes too long.
    func checkJapaneseLetters() async throws {
        if try await markup(of: Self.letterPage).contains("data-japanese=\"missing\"") {
            throw DiagnosticsError(.noJapaneseFont(renderer.path))
        }
    }
}

extension Diagnostic {
    fileprivate static func noJapaneseFont(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "report.no-japanese-font", value: path,
            message: BilingualText(
                ja: "日本語フォントが入っていないため、PDFの日本語がすべて四角（□）になります。PDFは作りませんでした。",
                en: "No Japanese font is installed: every Japanese letter of the PDF would be an empty box. No PDF was made."),
            remedy: BilingualText(
                ja:
                    "Scripts/setup-pdf を実行するか、日本語フォント（Noto Sans CJK、IPAフォントなど。Debian・Ubuntu では apt-get install fonts-noto-cjk）を入れてください。HTML の報告書を日本語の読めるパソコンで開いて印刷しても同じ PDF になります。",
                en:
                    "Run Scripts/setup-pdf, or install a Japanese font such as Noto Sans CJK or IPA (on Debian and Ubuntu: apt-get install fonts-noto-cjk). Printing the HTML report on a computer that shows Japanese gives the same PDF."
            ))
    }
}
