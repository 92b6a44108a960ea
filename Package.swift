// swift-tools-version: 6.2
import PackageDescription

// The manifest is the architecture drawing: layers as marks, one line a target, arrows only point down.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
    .strictMemorySafety(),  // SE-0458
    .treatAllWarnings(as: .error),  // SE-0480
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.target(name: name)] + dependencies, resources: resources,
        swiftSettings: strict)
}

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
    name: "VisitorAnalytics",
    platforms: [.macOS(.v15)],
    products: [],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // MARK: layer 0, what everything speaks
        room("Languages"),

        // MARK: layer 1, values
        room("Diagnostics", ["Languages"]),
        room("VisitorModel", ["Languages"]),

        // MARK: layer 2, what values are moved in
        room("Tables", ["VisitorModel"]),

        // MARK: layer 3, tools that know one thing each
        room("PipelineDefinition", ["Diagnostics", "Languages", "VisitorModel", yams]),
    ]
)
