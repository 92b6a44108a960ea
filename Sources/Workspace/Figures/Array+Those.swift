extension Array {
    /// The elements that fit; the array itself, and no copy, where all do, as with counts they nearly always do.
    func those(_ fits: (Element) -> Bool) -> [Element] {
        allSatisfy(fits) ? self : filter(fits)
    }
}
