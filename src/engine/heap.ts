/** A binary heap: `pop` gives the entry that comes before all others. Entries that tie come in any order, so `before` should not tie. */
export class Heap<Entry> {
  private readonly entries: Entry[] = []
  private readonly before: (a: Entry, b: Entry) => boolean

  constructor(before: (a: Entry, b: Entry) => boolean) {
    this.before = before
  }

  get size(): number {
    return this.entries.length
  }

  peek(): Entry | undefined {
    return this.entries[0]
  }

  push(entry: Entry): void {
    const entries = this.entries
    let at = entries.length
    entries.push(entry)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.before(entry, entries[parent]!)) break
      entries[at] = entries[parent]!
      at = parent
    }
    entries[at] = entry
  }

  pop(): Entry | undefined {
    const entries = this.entries
    const first = entries[0]
    const last = entries.pop()
    if (last === undefined || entries.length === 0) return first
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= entries.length) break
      if (child + 1 < entries.length && this.before(entries[child + 1]!, entries[child]!)) child++
      if (!this.before(entries[child]!, last)) break
      entries[at] = entries[child]!
      at = child
    }
    entries[at] = last
    return first
  }
}
