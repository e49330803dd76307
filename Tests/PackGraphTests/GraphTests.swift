import DialogueCompiler
import DialogueModel
import Foundation
import Testing

@testable import DialogueChecker
@testable import PackGraph
@testable import Support

/// Drawings show every step once, with every branch, whatever the texts contain.
struct GraphTests {
  /// Texts that have a meaning in Graphviz, Mermaid, Markdown or HTML.
  static let odd = [
    "\"quoted\"", "a\\b\\N\\G", "ends\\", "[x]{y}(z)|w|", "<b>&lt;&amp;</b>", "#35;#quot;",
    "`*md*`_~_",
    "1.", "1)", "-", "=", ">", "%%{init:x}%%", "$$x$$", "end", "é漢字🙂", "-->", "www.a.org",
    "http://a.org/b?c=d", "a@b.org", "style:#1;", "fa:fa-car", "subgraph", "'s", "x;y",
  ]

  private func step(_ id: String, _ kind: Outline.Kind, _ text: String) -> Outline.Step {
    Outline.Step(id: id, kind: kind, text: text, place: SourcePlace(file: "", line: 1, column: 1))
  }

  /// A pack whose texts are all odd, and whose steps are named after keywords of the drawing
  /// languages.
  private var oddOutline: Outline {
    let names = ["end", "graph", "a-b", "a--b", "style", "x", "o", "node", "class"]
    let dialogues = Self.odd.enumerated().map { number, text in
      var steps = names.map { step($0, .say, text) }
      steps[0].ways = [
        Outline.Way(label: text, target: "o", place: steps[0].place),
        Outline.Way(label: text, target: "end", place: steps[0].place),
        Outline.Way(label: text, target: "conclude done", place: steps[0].place),
      ]
      steps[1].when = text
      steps[2].kind = .forEach(
        Outline.Part(name: "each", title: text, steps: [step("class", .ask, text)]))
      steps[3].kind = .use(dialogue: "d\(number == 0 ? 1 : 0)")
      steps[4].kind = .conclude(outcome: "done")
      steps[5].then = "finish"
      return Outline.Part(name: "d\(number)", title: text, steps: steps)
    }
    let watch = Outline.Part(
      name: "end", title: "end", conditions: Self.odd, steps: [step("end", .decide, "?")])
    return Outline(
      pack: "odd", title: Self.odd.joined(), dialogues: dialogues, watches: [watch],
      outcomes: ["done": .chart])
  }

  @Test func `The Mermaid output is well formed and preserves every text`() throws {
    let graph = try #require(Graph(oddOutline))
    let reading = try #require(MermaidReading(graph.mermaid))
    let nodes = graph.frames.flatMap(\.allNodes)
    #expect(reading.texts.filter { nodes.map(\.id).contains($0.key) }.count == nodes.count)
    for node in nodes { #expect(reading.texts[node.id] == node.lines.joined(separator: "\n")) }
    for frame in graph.frames { #expect(reading.texts[frame.id] == frame.title) }
    #expect(
      reading.edges
        == graph.edges.map { [$0.from, $0.to, $0.labels.joined(separator: "\n")] })
  }

  static let graphviz = "/usr/bin/dot"

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: graphviz), "Graphviz is not installed")
  )
  func `Graphviz accepts the drawing and preserves every text`() throws {
    let graph = try #require(Graph(oddOutline))
    let drawn = try Self.run(Self.graphviz, "-Tsvg", input: graph.dot)
    #expect(drawn.errors == "")
    let words = Set(drawn.output.textsOfSVG)
    for text in Self.odd { #expect(words.contains(text), "\(text)") }
    #expect(try Self.run(Self.graphviz, "-Tcanon", input: graph.dot).errors == "")
  }

  @Test func `A text is shortened to one line, with each slot shown by its name`() {
    #expect("Is <<person>> at <<visit.door | a door>>?".inALine == "Is ‹person› at ‹visit.door›?")
    #expect("<<when: a is b>>Yes<<otherwise>>No<<end>>".inALine == "YesNo")
    #expect("One.\nTwo.".inALine == "One.…")
    #expect("a << b".inALine == "a << b")
    let long = String(repeating: "word ", count: 40).inALine
    #expect(long.count <= 65 && long.hasSuffix("word…"))
    #expect(String(repeating: "x", count: 200).inALine.count == 64)
    #expect(
      "\u{1B}[2J\u{202E}x".inALine.unicodeScalars.allSatisfy { $0.value > 31 && $0 != "\u{202E}" })
  }

  @Test(arguments: 0..<4)
  func `Over generated scripts, the drawing has each step once and leads where the script does`(
    _ batch: UInt64
  ) throws {
    for seed in (batch * 50)..<(batch * 50 + 50) {
      var generator = ToyGenerator(seed: seed)
      let files = generator.toy().files.map { SourceFile(path: $0.path, text: $0.text) }
      let script = try TestPacks.script(entry: "m", files)
      let outline = Outline(try TestPacks.whole(files, entry: "m"))
      let steps = outline.allSteps
      let places = steps.map(\.place)
      #expect(Set(places) == Set(script.steps.map(\.place)), "seed \(seed)")
      #expect(Set(places).count == places.count, "seed \(seed)")
      let ways = Dictionary(
        steps.flatMap(\.ways).map { ($0.place, $0.target) }
      ) { first, _ in first }
      #expect(ways == script.writtenWays, "seed \(seed)")
      let graph = try #require(Graph(outline))
      let nodes = graph.frames.flatMap(\.allNodes)
      #expect(Set(nodes.map(\.id)).count == nodes.count)
      for edge in graph.edges {
        #expect(nodes.contains { $0.id == edge.from } && nodes.contains { $0.id == edge.to })
      }
      #expect(Graph(outline) == graph)
      #expect(MermaidReading(graph.mermaid)?.edges.count == graph.edges.count)
    }
  }

  @Test func `A skipped step leads to the next one, even if its own branch leads elsewhere`() throws
  {
    var first = step("first", .say, "First.")
    first.when = "a is b"
    first.then = "end"
    let outline = Outline(
      pack: "", title: "",
      dialogues: [
        Outline.Part(name: "d", title: "D", steps: [first, step("second", .say, "Second.")])
      ],
      watches: [], outcomes: [:])
    let graph = try #require(Graph(outline, only: "d"))
    #expect(
      graph.edges == [Graph.Edge(from: "first", to: "second", labels: ["otherwise"])])
    #expect(Graph(outline, only: "e") == nil)
  }

  private static func run(
    _ program: String, _ arguments: String..., input: String
  ) throws -> (output: String, errors: String) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    for name in ["input", "output", "errors"] {
      try Data((name == "input" ? input : "").utf8).write(to: folder.appendingPathComponent(name))
    }
    process.standardInput = try FileHandle(
      forReadingFrom: folder.appendingPathComponent("input"))
    process.standardOutput = try FileHandle(forWritingTo: folder.appendingPathComponent("output"))
    process.standardError = try FileHandle(forWritingTo: folder.appendingPathComponent("errors"))
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
    }
    return (try text("output"), try text("errors"))
  }
}

extension Outline {
  fileprivate var allSteps: [Step] { (dialogues + watches).flatMap(\.allSteps) }
}

extension Outline.Part {
  fileprivate var allSteps: [Outline.Step] {
    steps.flatMap { step in
      if case .forEach(let body) = step.kind { [step] + body.allSteps } else { [step] }
    }
  }
}

extension Script {
  /// The target of each branch, in the words of the language.
  fileprivate var writtenWays: [SourcePlace: String] {
    var ways: [SourcePlace: String] = [:]
    for step in steps {
      switch step.then {
      case .to: break
      case .byCondition(let tests, let otherwise):
        for way in tests { ways[way.test.place] = words(for: way.target) }
        ways[otherwise.place] = words(for: otherwise.target)
      case .byAnswer(let options, let unknown, let otherwise):
        for way in options + [unknown, otherwise] {
          if let way { ways[way.place] = words(for: way.target) }
        }
      }
    }
    return ways
  }

  private func words(for target: Step.Target) -> String {
    switch target {
    case .step(let step): steps[step].name
    case .end: "end"
    case .finish: "finish"
    case .conclude(let outcome): "conclude \(outcomes[outcome].id)"
    case .next, .unresolved: ""
    }
  }
}

extension String {
  /// The texts in an SVG drawing.
  fileprivate var textsOfSVG: [String] {
    matches(of: /<text[^>]*>([^<]*)<\/text>/).map { match in
      String(match.1).replacing(/&(#(\d+)|lt|gt|amp|quot|apos);/) { entity in
        if let number = entity.2.flatMap({ UInt32($0) }), let scalar = Unicode.Scalar(number) {
          return String(Character(scalar))
        }
        return ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"][entity.1] ?? ""
      }
    }
  }
}
