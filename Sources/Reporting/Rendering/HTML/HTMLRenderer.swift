public import Languages
import Mustache

/// Writes a document as one self-contained page: no script, no request, readable offline for decades.
///
/// The page follows the reader's light or dark setting, prints on A4 with the banners on each page, and leads from
/// each figure to its passport at the end. Long names are cut; the JSON keeps them whole.
public struct HTMLRenderer: Sendable {
    private let library: MustacheLibrary

    /// A renderer.
    public init() {
        var library = MustacheLibrary()
        for (name, text) in HTMLTemplate.all {
            // The templates are literals of this module: one that cannot be parsed fails every test here.
            library.register(try! MustacheTemplate(string: text), named: name)
        }
        self.library = library
    }

    /// The document as a complete HTML page.
    public func render(_ document: ReportDocument) -> String {
        var builder = HTMLViewBuilder(document)
        // `page` is registered above under this very name.
        return library.render(builder.page(), withTemplate: "page")!
    }

    /// The sections of a document alone, for a page that frames them itself.
    ///
    /// - Parameter link: Leads from a figure's identity to the address of its passport; the address is escaped here.
    public func renderSections(
        of document: ReportDocument, linkingFigures link: @escaping @Sendable (String) -> String?
    ) -> String {
        var builder = HTMLViewBuilder(document, linkingFigures: link)
        // `sections` is registered above under this very name.
        return library.render(builder.fragments(), withTemplate: "sections")!
    }

    /// The style sheet of the page, for pages that frame sections themselves.
    public static func styleSheet(for language: Language) -> String { HTMLStyle.sheet(language) }
}

/// The templates of the page, in Mustache; each in a file of its own.
enum HTMLTemplate {
    static let all: [(name: String, text: String)] = [
        ("page", page), ("block", block), ("keyFigures", keyFigures), ("table", table), ("passports", passports),
        ("sections", sections),
    ]
}
