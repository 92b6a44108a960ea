import Diagnostics
import OfficeTables
public import Reporting

extension FileGrade {
    /// The name of the JSON's schema.
    public static let schema = "dmo.lint/1"

    /// What was found, for machines; a file that could not be looked at has no grade.
    ///
    /// - Parameter mended: The mended table, where one was written.
    public func json(mended: MendedFile? = nil) -> JSONValue {
        [
            "file": .string(file), "grade": .optional(letter), "rules": findings.map(Self.json) ?? .null,
            "messages": .array(problems.map(JSONValue.diagnostic)),
            "mended": mended.map { mended in
                [
                    "table": .string(mended.table), "notes": .optional(mended.notes),
                    "totals": .optional(mended.totals), "rows": Self.json(mended.account),
                    "filledLabels": .array(mended.account.filledLabels.map(Self.json)),
                    "grade": .optional(mended.grade.letter), "rules": mended.grade.findings.map(Self.json) ?? .null,
                ]
            } ?? .null,
        ]
    }

    private static func json(_ account: MendingAccount) -> JSONValue {
        [
            "read": .integer(account.read), "written": .integer(account.written), "heads": .integer(account.heads),
            "totals": .integer(account.totals), "notes": .integer(account.notes), "blank": .integer(account.blank),
        ]
    }

    private static func json(_ place: ReadabilityCheck.Place) -> JSONValue {
        let position = SourcePosition(file: "", row: place.row, column: place.column)
        return [
            "row": .integer(place.row), "column": place.column.map { .integer($0) } ?? .null,
            "cell": .optional(position.cell), "text": .string(place.text),
        ]
    }

    private static func json(_ findings: [ReadabilityRule: ReadabilityCheck.Finding]) -> JSONValue {
        .array(
            ReadabilityRule.allCases.map { rule in
                let finding = findings[rule]
                return [
                    "rule": .string(rule.rawValue), "kept": .bool(finding == nil),
                    "count": .integer(finding?.count ?? 0),
                    "title": .bilingual(rule.title), "remedy": finding == nil ? .null : .bilingual(rule.remedy),
                    "places": .array(
                        (finding?.places ?? []).map(json)),
                ]
            })
    }
}
