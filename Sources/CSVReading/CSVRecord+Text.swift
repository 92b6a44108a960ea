import ByteStreams

extension CSVRecord {
    /// The text of one cell: quotes taken off, doubled quotes undone, everything else as it is; `nil` when the record
    /// has no such cell.
    ///
    /// - Parameter index: The cell's index, counted from 0.
    /// - Throws: `CSVReadingError.undecodable` with the byte's place, or `cellTooLong`.
    public func text(at index: Int) throws(CSVReadingError) -> String? {
        guard cells.indices.contains(index) else { return nil }
        let cell = cells[index]
        guard cell.count <= context.limits.maximumCellBytes else {
            throw .cellTooLong(
                position(ofCellAt: index), byteCount: cell.count, limitInBytes: context.limits.maximumCellBytes)
        }
        let content = content(of: cell)
        guard let decoder = context.decoder else { return nil }
        do throws(CharacterConversionError) {
            return try decoder.text(of: content)
        } catch {
            throw undecodable(error, inCellAt: index, decoder: decoder)
        }
    }

    /// The texts of all cells, in order.
    ///
    /// - Throws: As `text(at:)`, for the first cell that has no text.
    public func texts() throws(CSVReadingError) -> [String] {
        var texts: [String] = []
        texts.reserveCapacity(cellCount)
        for index in cells.indices {
            if let text = try text(at: index) { texts.append(text) }
        }
        return texts
    }

    /// The whole record as it stands in the file, with U+FFFD for bytes that are no character: for keeping a held row.
    public var rawText: String {
        context.decoder?.lossyText(of: bytes) ?? ""
    }

    private func undecodable(
        _ error: CharacterConversionError, inCellAt index: Int, decoder: CellTextDecoder
    ) -> CSVReadingError {
        guard case .undecodable(let encoding, let byte, let offset) = error else {
            return .encodingUnavailable(file: context.displayName, context.encoding)
        }
        let cell = cells[index]
        // Undoing doubled quotes may have moved the byte; the nearest one of that value from there on is it.
        let raw = bytes[cell]
        let contentStart = cell.lowerBound + (raw.first == CSVTokenizer.quoteByte ? 1 : 0)
        let place = raw[min(contentStart + offset, raw.endIndex)...].firstIndex(of: byte) ?? cell.lowerBound
        return .undecodable(
            UndecodableByte(
                position: position(ofCellAt: index), encoding: encoding, byte: byte,
                fileOffset: fileOffset.map { $0 + place },
                suspicion: suspicion(of: byte, at: place, in: cell),
                cellText: decoder.lossyText(of: Array(content(of: cell)))))
    }

    private func suspicion(of byte: UInt8, at place: Int, in cell: Range<Int>) -> UndecodableByte.Suspicion? {
        if let detected = context.detectedEncoding, detected != context.encoding { return .otherEncoding(detected) }
        let following = bytes[(place + 1)..<max(place + 1, cell.upperBound)].prefix { $0 != CSVTokenizer.quoteByte }
        switch context.encoding {
        case .utf8:
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            let isCut = byte >= 0xC2 && following.count < length - 1 && following.allSatisfy { $0 & 0xC0 == 0x80 }
            return isCut ? .cutCharacter : nil
        case .cp932:
            guard (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte) else { return nil }
            return following.isEmpty ? .cutCharacter : .vendorCharacter
        case .eucJP:
            guard byte >= 0x8E else { return nil }
            return following.isEmpty ? .cutCharacter : .vendorCharacter
        case .utf16LittleEndian, .utf16BigEndian, .iso2022JP: return nil
        }
    }
}
