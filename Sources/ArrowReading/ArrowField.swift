/// A column's name and type, as a schema message has it.
struct ArrowField {
    /// The flat types this reader takes.
    enum Kind {
        case integer(bytes: Int, isSigned: Bool)
        case single, double, boolean, text, date
        case decimal(scale: Int)
        /// How many of the unit make a microsecond, or how many microseconds make one.
        case timestamp(multiplier: Int64, divisor: Int64)

        /// Bytes of one value; `nil` where values have no fixed width.
        var width: Int? {
            switch self {
            case .integer(let bytes, _): bytes
            case .single, .date: 4
            case .double, .timestamp: 8
            case .decimal: 16
            case .boolean, .text: nil
            }
        }
    }

    let name: String
    let kind: Kind

    init(_ table: FlatTable) throws(ArrowError) {
        name = try table.text(0)
        guard try !table.has(4) else { throw .unsupported("dictionary, column \(name)") }
        guard try table.vector(5, elementBytes: 4).count == 0 else { throw .unsupported("nested column \(name)") }
        let code: UInt8 = try table.number(2, default: 0)
        let type = try table.table(3)
        guard let kind = try Self.kind(code, type) else { throw .unsupported("type \(code), column \(name)") }
        self.kind = kind
    }

    private static func kind(_ code: UInt8, _ type: FlatTable?) throws(ArrowError) -> Kind? {
        guard let type else { return nil }
        switch code {
        case 2:
            let bits: Int32 = try type.number(0, default: 0)
            let isSigned: UInt8 = try type.number(1, default: 0)
            return [8, 16, 32, 64].contains(bits) ? .integer(bytes: Int(bits) / 8, isSigned: isSigned != 0) : nil
        case 3:
            let precision: Int16 = try type.number(0, default: 0)
            return precision == 1 ? .single : precision == 2 ? .double : nil
        case 5: return .text
        case 6: return .boolean
        case 7:
            let scale: Int32 = try type.number(1, default: 0)
            let bits: Int32 = try type.number(2, default: 128)
            return bits == 128 && (0...38).contains(scale) ? .decimal(scale: Int(scale)) : nil
        case 8:
            let unit: Int16 = try type.number(0, default: 1)
            return unit == 0 ? .date : nil
        case 10:
            let unit: Int16 = try type.number(0, default: 0)
            switch unit {
            case 0: return .timestamp(multiplier: 1_000_000, divisor: 1)
            case 1: return .timestamp(multiplier: 1_000, divisor: 1)
            case 2: return .timestamp(multiplier: 1, divisor: 1)
            case 3: return .timestamp(multiplier: 1, divisor: 1_000)
            default: return nil
            }
        default: return nil
        }
    }
}
