import DialogueEngine
import JSON
import Session

// Entries, and what is kept beside them, as JSON: what is sealed is readable text of a known form.

extension Entry {
  init?(_ json: JSONValue) {
    guard let moment = json["at"]?.text, let what = What(json) else { return nil }
    self.init(moment: moment, what: what)
  }

  /// The entry as JSON.
  package var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("at", moment)
      what.write(to: &writer)
    }
    return writer.bytes
  }
}

extension Entry.What {
  init?(_ json: JSONValue) {
    if let pack = json["opened"].flatMap(PackIdentity.init), let account = json["by"]?.text,
      let day = json["day"]?.text
    {
      self = .opened(pack, by: account, day: day)
    } else if let key = json["asked"]?.text {
      self = .asked(key)
    } else if let event = Session.Event(json) {
      self = .answers(
        event, parked: json["parked"]?.texts ?? [], restored: json["restored"]?.texts ?? [])
    } else if let letters = json["drafted"]?.texts, let mark = json["fingerprint"]?.text {
      self = .drafted(letters, fingerprint: mark)
    } else if let way = Entry.Way.allCases.first(where: { json[$0.rawValue] != nil }),
      let letters = json[way.rawValue]?.texts, let mark = json["fingerprint"]?.text
    {
      self = .letOut(way, letters, fingerprint: mark)
    } else if let words = json["sent"]?.text, let mark = json["fingerprint"]?.text {
      self = .sent(words, fingerprint: mark)
    } else if json["exported"]?.truth == true {
      self = .exported
    } else if let name = json["imported"]?.text {
      self = .imported(name)
    } else {
      return nil
    }
  }

  func write(to writer: inout JSONWriter) {
    switch self {
    case .opened(let pack, let account, let day):
      writer.name("opened")
      pack.write(to: &writer)
      writer.member("by", account)
      writer.member("day", day)
    case .asked(let key): writer.member("asked", key)
    case .answers(let event, let parked, let restored):
      event.write(to: &writer)
      if !parked.isEmpty { writer.member("parked", parked) }
      if !restored.isEmpty { writer.member("restored", restored) }
    case .drafted(let letters, let mark):
      writer.member("drafted", letters)
      writer.member("fingerprint", mark)
    case .letOut(let way, let letters, let mark):
      writer.member(way.rawValue, letters)
      writer.member("fingerprint", mark)
    case .sent(let words, let mark):
      writer.member("sent", words)
      writer.member("fingerprint", mark)
    case .exported: writer.member("exported", true)
    case .imported(let name): writer.member("imported", name)
    }
  }
}

extension Session.Event {
  fileprivate init?(_ json: JSONValue) {
    if json["undone"]?.truth == true {
      self = .undone
    } else if json["redone"]?.truth == true {
      self = .redone
    } else if let before = json["before"].flatMap([String: StoredAnswer?].init(changes:)),
      let after = json["after"].flatMap([String: StoredAnswer?].init(changes:))
    {
      self = .changed(Session.Change(before: before, after: after))
    } else {
      return nil
    }
  }

  fileprivate func write(to writer: inout JSONWriter) {
    switch self {
    case .undone: writer.member("undone", true)
    case .redone: writer.member("redone", true)
    case .changed(let change):
      writer.name("before")
      change.before.write(to: &writer)
      writer.name("after")
      change.after.write(to: &writer)
    }
  }
}

extension [String: StoredAnswer?] {
  fileprivate init?(changes json: JSONValue) {
    guard json.isObject else { return nil }
    self.init(minimumCapacity: json.count)
    for (name, value) in json.members {
      guard let key = name.words else { return nil }
      if value.isNull {
        updateValue(nil, forKey: key)
      } else {
        guard let answer = StoredAnswer(value) else { return nil }
        updateValue(answer, forKey: key)
      }
    }
  }

  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      for (key, answer) in sorted(by: { $0.key < $1.key }) {
        writer.key(key)
        if let answer { answer.write(to: &writer) } else { writer.null() }
      }
    }
  }
}

extension PackIdentity {
  fileprivate init?(_ json: JSONValue) {
    guard let name = json["pack"]?.text, let version = json["version"]?.text,
      let digest = json["digest"]?.text
    else { return nil }
    self.init(name: name, version: version, digest: digest)
  }

  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("pack", name)
      writer.member("version", version)
      writer.member("digest", digest)
    }
  }
}

extension Pending {
  init?(_ json: JSONValue) {
    guard let lines = json["lines"]?.texts, let parked = json["parked"]?.texts,
      let offered = json["offered"]?.texts,
      let misunderstood = json["misunderstood"], misunderstood.isObject
    else { return nil }
    self.init(
      question: json["question"]?.text, lines: lines, parked: parked, offered: offered,
      holdsOutcome: json["holds-outcome"]?.truth ?? false)
    for (name, value) in misunderstood.members {
      guard let key = name.text, let replies = value.texts else { return nil }
      self.misunderstood[key] = replies
    }
  }

  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      if let question { writer.member("question", question) }
      writer.member("lines", lines)
      writer.member("parked", parked)
      writer.member("offered", offered)
      writer.member("holds-outcome", holdsOutcome)
      writer.name("misunderstood")
      writer.object { writer in
        for (key, replies) in misunderstood.sorted(by: { $0.key < $1.key }) {
          writer.key(key)
          writer.array(replies)
        }
      }
    }
    return writer.bytes
  }
}

extension Summary {
  init?(_ json: JSONValue) {
    guard let pack = json["pack"]?.text, let outcomes = json["outcomes"]?.texts,
      let names = json["names"]?.texts
    else { return nil }
    self.init(pack: pack, outcomes: outcomes, names: names)
  }

  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("pack", pack)
      writer.member("outcomes", outcomes)
      writer.member("names", names)
    }
    return writer.bytes
  }
}

extension JSONValue {
  /// The strings of an array; nil if it is none, or holds anything else.
  var texts: [String]? {
    guard isArray else { return nil }
    let texts = elements.compactMap(\.text)
    return texts.count == count ? texts : nil
  }
}

extension JSONReader {
  /// What the sealed bytes say; nil if they are not of the form this program writes.
  func value<Value>(_ bytes: [UInt8], _ read: (JSONValue) -> Value?) -> Value? {
    self.read(bytes[...]) { $0.flatMap(read) }
  }
}
