import CLibXLSXWriter

/// Owns a workbook of libxlsxwriter: the one room of this module where memory is handled by hand.
///
/// The library keeps every sheet, format and chart until the workbook is closed or freed, and copies every text it
/// is given. So each pointer below is valid as long as this value, and no text outlives its call.
@safe
struct WorkbookHandle: ~Copyable {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let path: String
    private let typeface: String
    private var sheets: [UnsafeMutablePointer<lxw_worksheet>]
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>]
    private var isClosed = false

    /// Opens a workbook that will be written to a path when it is closed.
    init(path: String, typeface: String) throws(WorkbookError) {
        guard let workbook = unsafe workbook_new(path) else {
            throw .cannotWrite(path: path, detail: "workbook_new")
        }
        unsafe self.workbook = workbook
        unsafe sheets = []
        unsafe formats = [:]
        self.path = path
        self.typeface = typeface
    }

    deinit {
        // Closing frees it; an error before that leaves it to us, unwritten.
        if !isClosed { unsafe lxw_workbook_free(workbook) }
    }

    /// Writes the file and gives everything back.
    consuming func close() throws(WorkbookError) {
        isClosed = true
        try Self.check(unsafe workbook_close(workbook), path)
    }

    mutating func setProperties(title: String, author: String, secondsSince1970: Int) {
        unsafe title.withCString { title in
            unsafe author.withCString { author in
                var properties = unsafe lxw_doc_properties()
                unsafe properties.title = UnsafeMutablePointer(mutating: title)
                unsafe properties.author = UnsafeMutablePointer(mutating: author)
                unsafe properties.created = time_t(secondsSince1970)
                _ = unsafe workbook_set_properties(workbook, &properties)
            }
        }
    }

    mutating func addSheet(_ name: SheetName) throws(WorkbookError) {
        guard let sheet = unsafe workbook_add_worksheet(workbook, name.text) else {
            throw .cannotWrite(path: path, detail: "workbook_add_worksheet")
        }
        unsafe worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
        unsafe sheets.append(sheet)
    }

    // MARK: cells

    mutating func write(text: String, row: Int, column: Int, _ style: CellStyle, sheet: Int) throws(WorkbookError) {
        guard !text.isEmpty else { return try writeBlank(row: row, column: column, style, sheet: sheet) }
        let format = unsafe format(style)
        try check(unsafe worksheet_write_string(sheets[sheet], UInt32(row), UInt16(column), text, format))
    }

    mutating func write(number: Double, row: Int, column: Int, _ style: CellStyle, sheet: Int) throws(WorkbookError) {
        let format = unsafe format(style)
        try check(unsafe worksheet_write_number(sheets[sheet], UInt32(row), UInt16(column), number, format))
    }

    mutating func write(date: CellDate, row: Int, column: Int, _ style: CellStyle, sheet: Int) throws(WorkbookError) {
        let format = unsafe format(style)
        var moment = lxw_datetime()
        moment.year = Int32(clamping: date.year)
        moment.month = Int32(clamping: date.month)
        moment.day = Int32(clamping: date.day)
        try check(unsafe worksheet_write_datetime(sheets[sheet], UInt32(row), UInt16(column), &moment, format))
    }

    mutating func writeBlank(row: Int, column: Int, _ style: CellStyle, sheet: Int) throws(WorkbookError) {
        let format = unsafe format(style)
        try check(unsafe worksheet_write_blank(sheets[sheet], UInt32(row), UInt16(column), format))
    }

    mutating func link(
        _ text: String, to target: CellTarget, row: Int, column: Int, _ style: CellStyle, sheet: Int
    ) throws(WorkbookError) {
        let format = unsafe format(style)
        let address = "internal:'\(target.sheet.text)'!\(Self.letters(target.column))\(target.row + 1)"
        // Only ever to a sheet of our own: the library sees the prefix, not the text.
        try check(
            unsafe worksheet_write_url_opt(
                sheets[sheet], UInt32(row), UInt16(column), address, format, text.isEmpty ? "-" : text, nil))
    }

    mutating func merge(
        _ text: String, row: Int, columns: Int, _ style: CellStyle, sheet: Int
    ) throws(WorkbookError) {
        let format = unsafe format(style)
        try check(
            unsafe worksheet_merge_range(
                sheets[sheet], UInt32(row), 0, UInt32(row), UInt16(columns - 1), text, format))
    }

    // MARK: the sheet

    mutating func setWidth(_ width: Double, column: Int, sheet: Int) {
        _ = unsafe worksheet_set_column(sheets[sheet], UInt16(column), UInt16(column), width, nil)
    }

    mutating func setHeight(_ height: Double, row: Int, sheet: Int) {
        _ = unsafe worksheet_set_row(sheets[sheet], UInt32(row), height, nil)
    }

    mutating func freeze(rows: Int, columns: Int, sheet: Int) {
        guard rows > 0 || columns > 0 else { return }
        unsafe worksheet_freeze_panes(sheets[sheet], UInt32(rows), UInt16(columns))
    }

    mutating func filter(_ range: CellRange, sheet: Int) throws(WorkbookError) {
        try check(
            unsafe worksheet_autofilter(
                sheets[sheet], UInt32(range.rows.lowerBound), UInt16(range.columns.lowerBound),
                UInt32(range.rows.upperBound), UInt16(range.columns.upperBound)))
    }

    mutating func shade(_ shading: CellShading, sheet: Int) throws(WorkbookError) {
        var rule = unsafe lxw_conditional_format()
        unsafe rule.type = UInt8(LXW_CONDITIONAL_2_COLOR_SCALE.rawValue)
        unsafe rule.min_color = shading.low
        unsafe rule.max_color = shading.high
        let range = shading.range
        try check(
            unsafe worksheet_conditional_format_range(
                sheets[sheet], UInt32(range.rows.lowerBound), UInt16(range.columns.lowerBound),
                UInt32(range.rows.upperBound), UInt16(range.columns.upperBound), &rule))
    }

    mutating func setUpPrint(_ print: PrintSetup, sheet: Int) throws(WorkbookError) {
        let sheet = unsafe sheets[sheet]
        // 9 is A4.
        unsafe worksheet_set_paper(sheet, 9)
        if print.isLandscape { unsafe worksheet_set_landscape(sheet) }
        unsafe worksheet_fit_to_pages(sheet, 1, 0)
        unsafe worksheet_set_margins(sheet, 0.6, 0.6, 0.7, 0.7)
        if let rows = print.repeatedRows {
            try check(unsafe worksheet_repeat_rows(sheet, UInt32(rows.lowerBound), UInt32(rows.upperBound)))
        }
        // An ampersand begins a code in heads and feet; two of them are one.
        func plain(_ text: String) -> String {
            CellText.cleaned(text, limit: 90).replacing("&", with: "&&").replacing("\n", with: " ")
        }
        if !print.header.isEmpty { try check(unsafe worksheet_set_header(sheet, "&L&8" + plain(print.header))) }
        try check(unsafe worksheet_set_footer(sheet, "&L&8" + plain(print.footer) + "&R&8&P / &N"))
    }

    mutating func insert(_ placed: PlacedChart, sheet: Int) throws(WorkbookError) {
        guard let chart = unsafe chart(placed.chart) else {
            throw .cannotWrite(path: path, detail: "workbook_add_chart")
        }
        let error = unsafe placed.chart.description.withCString { description in
            var options = unsafe lxw_chart_options()
            // The library's own size of a chart is 480 × 288 pixels.
            unsafe options.x_scale = Double(placed.width) / 480
            unsafe options.y_scale = Double(placed.height) / 288
            unsafe options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
            unsafe options.description = UnsafeMutablePointer(mutating: description)
            return unsafe worksheet_insert_chart_opt(
                sheets[sheet], UInt32(placed.row), UInt16(placed.column), chart, &options)
        }
        try check(error)
    }

    // MARK: formats

    private mutating func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
        if let format = unsafe formats[style] { return unsafe format }
        guard let format = unsafe workbook_add_format(workbook) else { return nil }
        unsafe format_set_font_name(format, typeface)
        unsafe format_set_font_size(format, style.size)
        unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        if let number = style.numberFormat { unsafe format_set_num_format(format, number) }
        if style.isBold { unsafe format_set_bold(format) }
        if style.isItalic { unsafe format_set_italic(format) }
        if style.wraps { unsafe format_set_text_wrap(format) }
        switch style.alignment {
        case .natural: break
        case .left: unsafe format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .right: unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        }
        if style.indent > 0 { unsafe format_set_indent(format, UInt8(clamping: style.indent)) }
        if let colour = style.colour { unsafe format_set_font_color(format, colour) }
        if let ground = style.ground { unsafe format_set_bg_color(format, ground) }
        if style.hasTopRule { unsafe format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if style.hasBottomRule { unsafe format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        unsafe formats[style] = format
        return unsafe format
    }

    // MARK: charts

    private func chart(_ chart: SheetChart) -> UnsafeMutablePointer<lxw_chart>? {
        let type =
            switch chart.form {
            case .bars: LXW_CHART_COLUMN
            case .stackedBars: LXW_CHART_COLUMN_STACKED
            case .lines: LXW_CHART_LINE
            }
        guard let native = unsafe workbook_add_chart(workbook, UInt8(type.rawValue)) else { return nil }
        unsafe chart_title_set_name(native, chart.title)
        var font = unsafe lxw_chart_font()
        unsafe font.size = 11
        unsafe chart_title_set_name_font(native, &font)
        unsafe chart_axis_set_name(native.pointee.y_axis, chart.valueTitle)
        unsafe chart_axis_set_num_format(native.pointee.y_axis, chart.numberFormat)
        unsafe chart_legend_set_position(native, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
        unsafe chart_show_blanks_as(native, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
        if chart.form != .lines { unsafe chart_set_series_gap(native, 60) }
        for series in chart.series {
            guard let added = unsafe chart_add_series(native, nil, nil) else { continue }
            unsafe fill(added, series, chart, isLine: chart.form == .lines)
        }
        return unsafe native
    }

    private func fill(
        _ added: UnsafeMutablePointer<lxw_chart_series>, _ series: SheetChart.Series, _ chart: SheetChart, isLine: Bool
    ) {
        let (values, categories) = (series.values.range, chart.categories.range)
        unsafe chart_series_set_name(added, series.name)
        unsafe chart_series_set_categories(
            added, chart.categories.sheet.text, UInt32(categories.rows.lowerBound),
            UInt16(categories.columns.lowerBound), UInt32(categories.rows.upperBound),
            UInt16(categories.columns.upperBound))
        unsafe chart_series_set_values(
            added, series.values.sheet.text, UInt32(values.rows.lowerBound), UInt16(values.columns.lowerBound),
            UInt32(values.rows.upperBound), UInt16(values.columns.upperBound))
        guard !isLine else {
            var line = lxw_chart_line()
            line.color = series.colour
            line.width = series.look == .strong ? 2.5 : 1.5
            let dash = series.look == .dashed ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID
            line.dash_type = UInt8(dash.rawValue)
            unsafe chart_series_set_line(added, &line)
            if series.look == .strong || !series.partial.isEmpty { unsafe mark(added, series) }
            return
        }
        var fill = lxw_chart_fill()
        fill.color = series.colour
        unsafe chart_series_set_fill(added, &fill)
        unsafe hatch(added, series)
    }

    /// Dots on a line: full ones, and hollow ones where a value is not yet whole.
    private func mark(_ added: UnsafeMutablePointer<lxw_chart_series>, _ series: SheetChart.Series) {
        unsafe chart_series_set_marker_type(added, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
        unsafe chart_series_set_marker_size(added, 6)
        var fill = lxw_chart_fill()
        fill.color = series.colour
        unsafe chart_series_set_marker_fill(added, &fill)
        fill.color = 0xFFFFFF
        unsafe withUnsafeMutablePointer(to: &fill) { fill in
            var hollow = unsafe lxw_chart_point()
            unsafe hollow.fill = fill
            unsafe setPoints(added, series, partial: &hollow)
        }
    }

    /// Hatches the bars that are not yet whole.
    private func hatch(_ added: UnsafeMutablePointer<lxw_chart_series>, _ series: SheetChart.Series) {
        var pattern = lxw_chart_pattern()
        pattern.fg_color = series.colour
        pattern.bg_color = 0xFFFFFF
        pattern.type = UInt8(LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL.rawValue)
        unsafe withUnsafeMutablePointer(to: &pattern) { pattern in
            var hatched = unsafe lxw_chart_point()
            unsafe hatched.pattern = pattern
            unsafe setPoints(added, series, partial: &hatched)
        }
    }

    /// Gives the values that are not yet whole a look of their own.
    private func setPoints(
        _ added: UnsafeMutablePointer<lxw_chart_series>, _ series: SheetChart.Series,
        partial: UnsafeMutablePointer<lxw_chart_point>
    ) {
        let count = series.values.range.rows.count
        guard series.partial.contains(where: { (0..<count).contains($0) }) else { return }
        // The library takes a list of pointers ended by nil; a pointer to an empty point keeps the series' look.
        var plain = unsafe lxw_chart_point()
        unsafe withUnsafeMutablePointer(to: &plain) { plain in
            var points: [UnsafeMutablePointer<lxw_chart_point>?] = unsafe (0..<count).map { index in
                unsafe series.partial.contains(index) ? partial : plain
            }
            unsafe points.append(nil)
            _ = unsafe chart_series_set_points(added, &points)
        }
    }

    // MARK: errors

    private func check(_ error: lxw_error) throws(WorkbookError) { try Self.check(error, path) }

    private static func check(_ error: lxw_error, _ path: String) throws(WorkbookError) {
        guard error != LXW_NO_ERROR else { return }
        throw .cannotWrite(path: path, detail: unsafe String(cString: lxw_strerror(error)))
    }

    /// A column's letters, from 0: A … XFD.
    private static func letters(_ column: Int) -> String {
        var rest = column + 1
        var letters = ""
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
