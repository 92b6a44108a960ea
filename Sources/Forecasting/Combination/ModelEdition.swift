extension StandardForecaster {
    /// Which edition of the models answers.
    ///
    /// The number rises whenever the same past gives other numbers, so that a kept
    /// forecast names what made it and one made by other models is never taken for today's.
    public static var edition: String { members.map(\.name).joined(separator: "+") + "/1" }
}
