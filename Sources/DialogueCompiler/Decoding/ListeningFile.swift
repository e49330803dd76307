import DialogueModel

/// What a pack's files on listening say.
struct ListeningSyntax: Sendable {
  var classes: [PhraseClass] = []
  /// The vocabularies that files name, where they do.
  var vocabularies: [Scalar] = []
  var everywhere: [PhraseClass.Role: [PhrasePattern]] = [:]
  var lists: [(name: Scalar, words: [PhrasePattern.Choice])] = []
  /// The lists that phrases name, where they do.
  var listsNamed: [Scalar] = []
  var grammar = PhraseGrammar()

  /// Adds what another file says.
  mutating func add(_ other: ListeningSyntax) {
    classes += other.classes
    vocabularies += other.vocabularies
    everywhere.merge(other.everywhere) { $0 + $1 }
    lists += other.lists
    listsNamed += other.listsNamed
    grammar.add(other.grammar)
  }
}

extension PackReader {
  mutating func readListening(_ tree: YAMLNode) {
    guard let fields = fields(tree, as: .listening) else { return }
    let vocabulary = fields.text("options-of")
    if let vocabulary { pack.listening.vocabularies.append(vocabulary) }
    for entry in fields.entries("lists") {
      guard let words = entry.value.scalar else { continue }
      pack.listening.lists.append((entry.key, choices(words)))
    }
    if let tree = fields["words"], let words = self.fields(tree, as: .smallWords) {
      readSmallWords(words)
    }
    if let tree = fields["everywhere"], let phrases = self.fields(tree, as: .exclusions) {
      pack.listening.everywhere = readPhrases(phrases)
    }
    for entry in fields.entries("classes") {
      guard let own = self.fields(entry.value, as: .phraseClass, called: entry.key.text) else {
        continue
      }
      let id = entry.key.text
      var phraseClass = PhraseClass(
        name: vocabulary.map { "\($0.text).\(id)" } ?? id, place: entry.key.place)
      if let vocabulary { phraseClass.option = (vocabulary.text, id) }
      phraseClass.says = own.text("says")?.text.trimmed
      phraseClass.withholdsNote = own.isSet("withholds-note")
      phraseClass.phrases = readPhrases(own)
      phraseClass.examples = own.text("examples").map { $0.lines.map { ($0.text, $0.place) } } ?? []
      pack.listening.classes.append(phraseClass)
    }
  }

  private mutating func readPhrases(_ fields: Fields) -> [PhraseClass.Role: [PhrasePattern]] {
    var phrases: [PhraseClass.Role: [PhrasePattern]] = [:]
    for role in PhraseClass.Role.allCases {
      guard let text = fields.text(role.rawValue) else { continue }
      phrases[role] = text.lines.compactMap { phrase($0) }
    }
    return phrases
  }

  private mutating func phrase(_ line: Scalar) -> PhrasePattern? {
    do throws(PhrasePattern.Fault) {
      let phrase = try PhrasePattern(line.text)
      pack.listening.listsNamed += phrase.lists.map { Scalar(text: $0, place: line.place) }
      return phrase
    } catch {
      report(error, in: line)
      return nil
    }
  }

  /// The words of a list, which have commas between them.
  private mutating func choices(_ text: Scalar) -> [PhrasePattern.Choice] {
    text.parts(between: ",").compactMap { word -> PhrasePattern.Choice? in
      do throws(PhrasePattern.Fault) {
        let choice = try PhrasePattern.choice(word.text, at: 0)
        if case .list = choice {
          report("a list has words, and no other list", at: word.place)
          return nil
        }
        return choice
      } catch {
        report(error, in: word)
        return nil
      }
    }
  }

  private mutating func readSmallWords(_ fields: Fields) {
    func words(_ key: String) -> Set<String> {
      Set(fields.text(key)?.parts(between: ",").map { $0.text.lowercased() } ?? [])
    }
    var grammar = PhraseGrammar()
    grammar.denials = words("deny")
    grammar.undeniers = words("undeny")
    grammar.clauseOpeners = words("open-clause")
    grammar.joins = words("join")
    grammar.clauseSubjects = words("open-clause-when-joined")
    for pair in fields.text("numbers")?.parts(between: ",") ?? [] {
      let parts = pair.text.split(separator: " ").map(String.init)
      guard parts.count == 2, let figure = parts[1].asWholeNumber else {
        report(
          "`\(pair.text)` is no number with its figure", fix: "write it like `two 2`",
          at: pair.place)
        continue
      }
      grammar.numbers[parts[0]] = figure
    }
    pack.listening.grammar = grammar
  }

  private mutating func report(_ fault: PhrasePattern.Fault, in text: Scalar) {
    report(.phrase, fault.message, fix: fault.fix, at: text.place(at: fault.offset))
  }
}

extension Scalar {
  /// The lines that say something, without the notes among them, which begin with `#`.
  fileprivate var lines: [Scalar] { parts(between: "\n").filter { !$0.text.hasPrefix("#") } }

  /// The parts of the text between these separators, without the white space around them; empty ones are left out.
  fileprivate func parts(between separator: Character) -> [Scalar] {
    let map = SourceMap(self)
    var (parts, offset): ([Scalar], Int) = ([], 0)
    for part in text.split(separator: separator, omittingEmptySubsequences: false) {
      let bare = part.drop(while: \.isWhitespace)
      let place = map.at(offset + part.utf8.count - bare.utf8.count)
      offset += part.utf8.count + 1
      let text = String(bare).trimmed
      if !text.isEmpty { parts.append(Scalar(text: text, place: place)) }
    }
    return parts
  }
}
