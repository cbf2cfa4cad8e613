import type { Report } from '../report.js'

/** What came of turning an if on or off: the ifs that are on now, and what the reader should be told. */
export interface Toggled {
  readonly ifs: readonly string[]
  readonly said: string
}

/**
 * Turns one if on or off. What it requires comes with it; what rests on it goes with it; what it excludes, or sets
 * differently, stops it: then nothing changes, and the reader is told why.
 */
export function toggled(report: Report, chosen: readonly string[], id: string): Toggled {
  return chosen.includes(id) ? turnedOff(report, chosen, id) : turnedOn(report, chosen, id)
}

/** As many of these ifs as stand together, in their order, with what they require. */
export function together(report: Report, ifs: readonly string[]): readonly string[] {
  return ifs.reduce<readonly string[]>(
    (chosen, id) => (chosen.includes(id) ? chosen : turnedOn(report, chosen, id).ifs),
    [],
  )
}

/** An if with everything that it requires, directly or not: what "this if alone" means. */
export function withRequired(report: Report, id: string): readonly string[] {
  return closure(id, one => report.document.ifs?.[one]?.requires ?? []).filter(one =>
    report.ifs.includes(one),
  )
}

function turnedOn(report: Report, chosen: readonly string[], id: string): Toggled {
  const { words } = report
  const wanted = closure(id, one => report.document.ifs?.[one]?.requires ?? []).filter(one =>
    report.ifs.includes(one),
  )
  const all = [...chosen, ...wanted.filter(one => !chosen.includes(one))]
  for (const one of wanted) {
    const other = chosen.find(already => excludes(report, one, already))
    if (other !== undefined) return { ifs: chosen, said: words.ifs.excludes(named(report, [other])) }
  }
  if (report.model?.replay(all).failed) {
    const other = chosen.find(already => report.model?.replay([already, ...wanted]).failed)
    return { ifs: chosen, said: words.ifs.conflict(named(report, other === undefined ? all : [other, id])) }
  }
  const brought = wanted.filter(one => one !== id && !chosen.includes(one))
  return { ifs: all, said: brought.length === 0 ? '' : words.ifs.requires(named(report, brought)) }
}

function turnedOff(report: Report, chosen: readonly string[], id: string): Toggled {
  const resting = closure(id, one =>
    chosen.filter(other => report.document.ifs?.[other]?.requires?.includes(one)),
  )
  const gone = resting.filter(one => one !== id && chosen.includes(one))
  return {
    ifs: chosen.filter(one => !resting.includes(one)),
    said: gone.length === 0 ? '' : report.words.ifs.requiredBy(named(report, gone)),
  }
}

function closure(id: string, next: (id: string) => readonly string[]): string[] {
  const found = [id]
  for (let place = 0; place < found.length; place++)
    for (const one of next(found[place]!)) if (!found.includes(one)) found.push(one)
  return found
}

function excludes(report: Report, a: string, b: string): boolean {
  const { ifs } = report.document
  return (ifs?.[a]?.excludes?.includes(b) ?? false) || (ifs?.[b]?.excludes?.includes(a) ?? false)
}

/** Ifs by number and title: `3 「…」`. */
function named(report: Report, ids: readonly string[]): string {
  return ids
    .map(id => `${report.numberOf(id)} ${report.words.quoted(report.text(report.document.ifs?.[id]?.title))}`)
    .join(', ')
}
