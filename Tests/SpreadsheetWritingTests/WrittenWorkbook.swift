import Foundation
import Testing

@testable import SpreadsheetWriting

/// A workbook written to a file and read back by Python's own `zipfile` and `xml` modules.
struct WrittenWorkbook {
    let bytes: Data
    let sheets: [String]
    /// Per sheet and address: `s:` and the text, `n:` and the number as written, or nothing.
    let cells: [String: [String: String]]
    let formulas: Int
    /// Where links lead, all of them inside the workbook or outside.
    let links: [String]
    let charts: [String]
    /// Addresses of the cells whose format is "text", on any sheet.
    let textFormats: Set<String>

    static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }
    static var pythonIsThere: Bool { python != nil }

    init(_ workbook: Workbook) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "workbook-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "book.xlsx")
        try WorkbookWriter().write(workbook, to: file.path)
        bytes = try Data(contentsOf: file)
        let script = folder.appending(path: "read.py")
        try Data(Self.script.utf8).write(to: script)
        let result = folder.appending(path: "result.json")
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.python))
        process.arguments = [script.path, file.path, result.path]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let read = try JSONDecoder().decode(Reading.self, from: Data(contentsOf: result))
        sheets = read.sheets
        cells = read.cells
        formulas = read.formulas
        links = read.links
        charts = read.charts
        textFormats = Set(read.textFormats)
    }

    private struct Reading: Decodable {
        let sheets: [String]
        let cells: [String: [String: String]]
        let formulas: Int
        let links: [String]
        let charts: [String]
        let textFormats: [String]
    }

    private static let script = """
        import json, re, sys, zipfile
        import xml.etree.ElementTree as ET
        M = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
        book = zipfile.ZipFile(sys.argv[1])
        assert book.testzip() is None
        names = book.namelist()
        for name in names:
            ET.fromstring(book.read(name)) if name.endswith(('.xml', '.rels')) else None
        def decoded(text):
            return re.sub('_x([0-9A-Fa-f]{4})_', lambda code: chr(int(code[1], 16)), text)
        strings = []
        if 'xl/sharedStrings.xml' in names:
            for item in ET.fromstring(book.read('xl/sharedStrings.xml')):
                strings.append(decoded(''.join(part.text or '' for part in item.iter(M + 't'))))
        styles = ET.fromstring(book.read('xl/styles.xml'))
        codes = {f.get('numFmtId'): f.get('formatCode') for f in styles.iter(M + 'numFmt')}
        # 49 is the built-in format "text".
        codes['49'] = '@'
        formats = [codes.get(f.get('numFmtId')) for f in styles.find(M + 'cellXfs')]
        sheets = [s.get('name') for s in ET.fromstring(book.read('xl/workbook.xml')).find(M + 'sheets')]
        cells, links, formulas, texts = {}, [], 0, []
        for number, sheet in enumerate(sheets, 1):
            tree = ET.fromstring(book.read('xl/worksheets/sheet%d.xml' % number))
            found = cells.setdefault(sheet, {})
            for cell in tree.iter(M + 'c'):
                value = cell.find(M + 'v')
                formulas += cell.find(M + 'f') is not None
                if value is None: text = ''
                elif cell.get('t') == 's': text = 's:' + strings[int(value.text)]
                else: text = 'n:' + value.text
                found[cell.get('r')] = text
                if formats[int(cell.get('s', 0))] == '@': texts.append(cell.get('r'))
            for link in tree.iter(M + 'hyperlink'):
                links.append(link.get('location') or 'outside')
        for name in names:
            if name.endswith('.rels') and 'TargetMode="External"' in book.read(name).decode(): links.append('outside')
        charts = [book.read(name).decode() for name in names if name.startswith('xl/charts/')]
        json.dump(dict(sheets=sheets, cells=cells, formulas=formulas, links=links, charts=charts,
            textFormats=texts), open(sys.argv[2], 'w'))
        """
}
