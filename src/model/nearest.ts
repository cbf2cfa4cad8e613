/** Candidates longer than this are not compared: the work grows with the square. */
const longest = 100

/**
 * The candidate that was most likely meant ("did you mean"), or null where none is near: optimal string alignment
 * distance of at most a third of the length, at least one. Of equals the first.
 */
export function nearest(written: string, candidates: Iterable<string>): string | null {
  if (written.length === 0 || written.length > longest) return null
  const bound = Math.max(1, Math.floor(written.length / 3))
  let best: string | null = null
  let bestDistance = bound + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) >= bestDistance || candidate === written) continue
    const distance = editDistance(written.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + same)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, beforeLast[column - 2]! + 1)
      }
      current.push(cost)
    }
    beforeLast = last
    last = current
  }
  return last[b.length]!
}
