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

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.target(name: name)] + dependencies, exclude: exclude,
        resources: resources,
        swiftSettings: strict)
}

// MARK: what others have built well

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncAlgorithms: Target.Dependency = .product(name: "AsyncAlgorithms", package: "swift-async-algorithms")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

// Fetched and built with `--traits Spark` alone.
let onlySpark: TargetDependencyCondition? = .when(traits: ["Spark"])
let grpc: Target.Dependency = .product(name: "GRPCCore", package: "grpc-swift-2", condition: onlySpark)
let grpcOverHTTP2: Target.Dependency = .product(
    name: "GRPCNIOTransportHTTP2Posix", package: "grpc-swift-nio-transport", condition: onlySpark)
let grpcProtobuf: Target.Dependency = .product(
    name: "GRPCProtobuf", package: "grpc-swift-protobuf", condition: onlySpark)
let protobuf: Target.Dependency = .product(name: "SwiftProtobuf", package: "swift-protobuf", condition: onlySpark)

let package = Package(
    name: "VisitorAnalytics",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "dmo", targets: ["dmo"])
    ],
    traits: [
        .trait(name: "Spark", description: "The client for an Apache Spark cluster: dmo run --engine spark.")
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-async-algorithms", from: "1.1.4"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0", traits: []),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/grpc/grpc-swift-2", from: "2.4.3"),
        .package(url: "https://github.com/grpc/grpc-swift-nio-transport", from: "2.9.2"),
        .package(url: "https://github.com/grpc/grpc-swift-protobuf", from: "2.4.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        // MARK: layer 0, what everything speaks, and C
        room("Languages"),
        .target(name: "CByteScanning"),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

        // MARK: layer 1, values
        room("ArrowReading", ["Languages"]),
        room("Diagnostics", ["Languages"]),
        room("VisitorModel", ["Languages"]),
        room("ChartDrawing"),
        room("SpreadsheetWriting", ["CLibXLSXWriter"]),
        .target(name: "CXMLShims", dependencies: ["CLibXML2"]),

        // MARK: layer 2, bytes, cells, series
        room("ByteStreams", ["CZlib", "Diagnostics", "Languages", crypto]),
        room("Forecasting", ["Languages"]),
        room("Tables", ["VisitorModel"]),
        room("VisitorMetrics", ["Languages", "VisitorModel"]),
        room("VisitorLedger", ["Diagnostics", "Languages", "VisitorModel", grdb]),
        room("OfficeTables", ["Diagnostics", "Languages", "VisitorModel"]),
        room("PipelineDefinition", ["Diagnostics", "Languages", "VisitorModel", yams]),

        // MARK: layer 3, readers, the expression language, people
        room("CSVReading", ["ByteStreams", "CByteScanning", "Diagnostics", "Languages"]),
        room("XMLReading", ["ByteStreams", "CByteScanning", "CXMLShims", "Diagnostics", "Languages"]),
        room("Expressions", ["Diagnostics", "Languages", "Tables", "VisitorModel"]),
        room(
            "Accounts", ["ByteStreams", "Diagnostics", "Languages", "VisitorLedger", crypto, cryptoExtras, grdb, system]),

        // MARK: layer 4, what statistics offices send
        room(
            "StatisticalMessages",
            ["ByteStreams", "CSVReading", "Diagnostics", "Languages", "OfficeTables", "VisitorModel", "XMLReading"]),

        // MARK: layer 5, from rows to observations, from figures to pages
        room(
            "Ingestion",
            [
                "ByteStreams", "CSVReading", "Diagnostics", "Languages", "OfficeTables", "PipelineDefinition",
                "StatisticalMessages", "Tables", "VisitorModel", "XMLReading",
            ]),
        room(
            "Reporting",
            ["ChartDrawing", "Languages", "SpreadsheetWriting", "VisitorMetrics", "VisitorModel", mustache]),
        room("Stages", ["Diagnostics", "Expressions", "Languages", "PipelineDefinition", "Tables", "VisitorModel"]),

        // MARK: layer 6, running
        room(
            "PipelineRuntime",
            [
                "ByteStreams", "CSVReading", "Diagnostics", "Ingestion", "Languages", "PipelineDefinition", "Stages", "Tables",
                "VisitorModel", asyncAlgorithms,
            ]),

        // MARK: layer 7, the heavy part of a plan on a cluster
        room(
            "SparkPlanning",
            [
                "ArrowReading", "CSVReading", "Diagnostics", "Ingestion", "Languages", "PipelineDefinition",
                "PipelineRuntime", "Tables",
            ]),

        // MARK: layer 8, everything a face needs
        .target(
            name: "SparkEngine", dependencies: ["SparkPlanning", grpc, grpcOverHTTP2, grpcProtobuf, protobuf],
            exclude: ["Protocol/spark_connect.proto"], swiftSettings: strict),
        room(
            "Workspace",
            [
                "Accounts", "ByteStreams", "CSVReading", "Diagnostics", "Expressions", "Forecasting", "Ingestion", "Languages",
                "OfficeTables", "PipelineDefinition", "PipelineRuntime", "Reporting", "SparkPlanning", "SpreadsheetWriting", "Stages",
                "Tables", "VisitorLedger", "VisitorMetrics", "VisitorModel",
                subprocess, system,
            ]),

        // MARK: layer 9, the dashboard and its API
        room(
            "Dashboard",
            [
                "Accounts", "ByteStreams", "ChartDrawing", "Diagnostics", "Ingestion", "Languages", "PipelineDefinition",
                "PipelineRuntime", "Reporting", "VisitorLedger", "VisitorMetrics", "VisitorModel", "Workspace", httpTypes, hummingbird, hummingbirdCore, nioCore, system,
            ]),

        // MARK: layer 10, the command
        .executableTarget(
            name: "dmo",
            dependencies: [
                "Accounts", "ByteStreams", "CSVReading", "Dashboard", "Diagnostics", "Forecasting", "Ingestion", "Languages",
                "OfficeTables",
                "PipelineDefinition", "PipelineRuntime", "Reporting", "SparkPlanning", "Stages", "Tables", "VisitorLedger",
                "VisitorMetrics", "VisitorModel", "Workspace",
                .target(name: "SparkEngine", condition: onlySpark),
                argumentParser, system,
            ], swiftSettings: strict),

        // MARK: tests, one target a room
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        tests("Accounts", ["Diagnostics", "VisitorLedger", grdb]),
        tests("ArrowReading", ["Languages", "TestSupport"]),
        tests("ByteStreams", ["CZlib", "Diagnostics", "Languages", "TestSupport"]),
        tests("CSVReading", ["ByteStreams", "Diagnostics", "Languages", "TestSupport"], resources: [.copy("Inputs")]),
        tests("ChartDrawing"),
        tests(
            "Dashboard",
            [
                "Accounts", "Languages", "Reporting", "VisitorLedger", "VisitorModel", "Workspace", httpTypes, hummingbird,
                logging, nioCore, nioEmbedded,
            ]),
        tests("Diagnostics", ["Languages"]),
        .testTarget(name: "EndToEndTests", dependencies: ["dmo", "TestSupport"], swiftSettings: strict),
        tests("Expressions", ["Diagnostics", "Languages", "Tables", "VisitorModel"]),
        tests(
            "Ingestion",
            ["Diagnostics", "Languages", "OfficeTables", "PipelineDefinition", "Tables", "TestSupport", "VisitorModel"],
            exclude: ["Inputs"]),
        tests("Forecasting", ["Languages"], resources: [.copy("Inputs")]),
        tests("Languages"),
        tests("OfficeTables", ["Diagnostics", "Languages", "VisitorModel"]),
        tests("PipelineDefinition", ["Diagnostics", "Languages", "VisitorModel"]),
        tests(
            "PipelineRuntime",
            [
                "ByteStreams", "CSVReading", "Diagnostics", "Ingestion", "PipelineDefinition", "Tables", "TestSupport",
                "VisitorModel",
            ]),
        tests(
            "Reporting",
            [
                "ChartDrawing", "Languages", "SpreadsheetWriting", "StatisticalMessages", "VisitorMetrics",
                "VisitorModel",
            ]),
        tests("SparkEngine", ["ArrowReading", "Languages", "SparkPlanning", "TestSupport", grpc, grpcOverHTTP2, grpcProtobuf, protobuf]),
        tests(
            "SparkPlanning",
            [
                "ArrowReading", "CSVReading", "Diagnostics", "Ingestion", "Languages", "PipelineDefinition",
                "PipelineRuntime", "Tables", "VisitorModel",
            ]),
        tests("SpreadsheetWriting"),
        tests(
            "Stages",
            ["Diagnostics", "Expressions", "Languages", "PipelineDefinition", "Tables", "TestSupport", "VisitorModel"]),
        tests(
            "StatisticalMessages",
            [
                "ByteStreams", "CSVReading", "Diagnostics", "Ingestion", "Languages", "PipelineDefinition", "Tables",
                "TestSupport", "VisitorModel", "XMLReading",
            ], resources: [.copy("Inputs")]),
        tests("Tables", ["VisitorModel"]),
        tests("VisitorLedger", ["Diagnostics", "Languages", "TestSupport", "VisitorModel", grdb]),
        tests("VisitorMetrics", ["Languages", "VisitorModel"]),
        tests("VisitorModel", ["Languages", "TestSupport"]),
        tests("XMLReading", ["Diagnostics", "Languages"], resources: [.copy("Inputs")]),
        tests(
            "Workspace",
            [
                "Diagnostics", "Forecasting", "Ingestion", "Languages", "PipelineRuntime", "Reporting", "VisitorLedger",
                "VisitorMetrics", "VisitorModel",
            ]),
    ]
)
