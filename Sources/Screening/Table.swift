/// Entries that are looked up many times for each reply, in memory of their own: reading one copies and counts
/// nothing.
// Unchecked, since the compiler can't see that the memory is never written to once it is made.
struct Table<Entry: Sendable>: ~Copyable, @unchecked Sendable {
  let start: UnsafePointer<Entry>
  let count: Int

  init(_ entries: [Entry]) {
    let memory = UnsafeMutablePointer<Entry>.allocate(capacity: max(entries.count, 1))
    for (place, entry) in entries.enumerated() { (memory + place).initialize(to: entry) }
    (start, count) = (UnsafePointer(memory), entries.count)
  }

  deinit {
    let memory = UnsafeMutablePointer(mutating: start)
    memory.deinitialize(count: count)
    memory.deallocate()
  }

  subscript(number: Int) -> Entry {
    precondition((0..<count).contains(number))
    return start[number]
  }

  subscript(number: Int32) -> Entry { self[Int(number)] }
}
