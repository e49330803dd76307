/// Entries that are looked up many times for each reply, in memory of their own: reading one copies and counts
/// nothing.
// Unchecked, since the compiler can't see that the memory is never written to once it is made.
struct Table<Entry: Sendable>: ~Copyable, @unchecked Sendable {
  private let entries: UnsafeMutableBufferPointer<Entry>

  init(_ entries: [Entry]) {
    self.entries = .allocate(capacity: entries.count)
    _ = self.entries.initialize(from: entries)
  }

  deinit {
    entries.deinitialize()
    entries.deallocate()
  }

  subscript(number: Int) -> Entry {
    precondition(entries.indices.contains(number))
    return entries[number]
  }

  subscript(number: Int32) -> Entry { self[Int(number)] }

  var start: UnsafePointer<Entry> { UnsafePointer(entries.baseAddress!) }

  var count: Int { entries.count }
}
