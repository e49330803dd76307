import DialogueModel

/// Reads all files of a pack, and collects every problem on the way.
struct PackReader: Sendable {
  var pack = PackSyntax()
  var problems: [Diagnostic] = []
  /// Names that faulty files declare: they may exist once the fault is mended.
  private(set) var lost: Set<String> = []
  private(set) var file: SourceFile?
  /// The tree of a single file; nil for a letter, and for a file that can't be read.
  private(set) var tree: YAMLNode?

  /// A reader of no file, to which the readers of files are added.
  init() {}

  init(_ file: SourceFile) {
    self.file = file
    readContent(file)
    if !problems.isEmpty { lost = file.namesDeclared }
  }

  private mutating func readContent(_ file: SourceFile) {
    if file.path.hasSuffix(".md") {
      readLetter(file)
      return
    }
    var yaml = YAMLReading(file)
    tree = yaml.read()
    problems += yaml.problems
    guard let tree else { return }
    guard case .map(let entries, _) = tree, let first = entries.first?.key else {
      report("a file of a pack starts with what it holds", fix: Self.kinds, at: tree.place)
      return
    }
    switch first.text {
    case "pack": readPack(tree)
    case "dialogue": readDialogue(tree)
    case "vocabulary": readVocabulary(tree)
    case "watches": readWatches(tree)
    case "outcomes": readOutcomes(tree)
    case "language": readLanguage(tree)
    case "wording": readWording(tree)
    case "glossary": readGlossary(tree)
    case "rules": readRules(tree)
    case "card": readCard(tree)
    case "listening": readListening(tree)
    default:
      report(
        "a file of a pack can't start with `\(first.text):`", fix: Self.kinds, at: first.place)
    }
  }

  /// Adds what the reader of another file found.
  mutating func add(_ part: PackReader) {
    problems += part.problems
    lost.formUnion(part.lost)
    if let first = pack.name, let name = part.pack.name {
      report("a second `pack:`; the first is in \(first.place.file)", at: name.place)
    } else {
      pack.add(part.pack)
    }
  }

  /// Takes the words of the language file that packs share where the pack gives none of its own.
  mutating func complete(with shared: PackReader) {
    problems += shared.problems
    lost.formUnion(shared.lost)
    guard let words = shared.pack.words else { return }
    pack.words = pack.words?.completed(by: words) ?? words
    pack.commandTexts.merge(shared.pack.commandTexts) { own, _ in own }
    pack.commandAnswers.merge(shared.pack.commandAnswers) { own, _ in own }
  }

  private static let kinds =
    "start it with `dialogue:`, `vocabulary:`, `watches:`, `outcomes:`, `language:`, "
    + "`wording:`, `glossary:`, `rules:`, `card:`, `listening:` or `pack:`"

  private mutating func readLetter(_ file: SourceFile) {
    do {
      if file.letterName == LetterParser.fragmentsFile {
        pack.fragments += try LetterParser.fragments(file)
      } else {
        pack.letters.append(try LetterParser.letter(file))
      }
    } catch {
      problems.append(error)
    }
  }
}

extension SourceFile {
  /// The names that the file seems to declare, judged by its lines: names before a colon, and after one of the
  /// words that give a name.
  fileprivate var namesDeclared: Set<String> {
    let naming: Set = [
      "ask", "say", "decide", "choose", "use", "conclude", "id", "as", "dialogue", "vocabulary",
      "watch", "outcome",
    ]
    var names: Set<String> = []
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.drop { " -".contains($0) }.split(separator: ":", maxSplits: 1)
        .map { String($0).trimmed }
      guard let key = parts.first else { continue }
      names.insert(key)
      if naming.contains(key), parts.count > 1 { names.insert(parts[1]) }
    }
    if path.hasSuffix(".md") {
      names.insert(letterName)
      let fragments = Tag.all(in: text).filter { $0.kind == .fragment }
      names.formUnion(fragments.map(\.rest.text.trimmed))
    }
    return names
  }
}
