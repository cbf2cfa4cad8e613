import type { Report } from './report.js'

/** A function of a report that is worked out once for each report: figures are drawn again at every choice. */
export function oncePerReport<T>(make: (report: Report) => T): (report: Report) => T {
  const known = new WeakMap<Report, { readonly value: T }>()
  return report => {
    const before = known.get(report)
    if (before !== undefined) return before.value
    const value = make(report)
    known.set(report, { value })
    return value
  }
}

/** A function whose results are remembered by its one argument. */
export function remembered<K, T>(make: (key: K) => T): (key: K) => T {
  const known = new Map<K, { readonly value: T }>()
  return key => {
    const before = known.get(key)
    if (before !== undefined) return before.value
    const value = make(key)
    known.set(key, { value })
    return value
  }
}
