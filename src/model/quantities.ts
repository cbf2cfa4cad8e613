import { type BasisOfFields, basisOf } from './basis.js'
import type { CaseDocument } from './case.js'
import type { Quantity } from './compiled.js'
import { type Duration, parseDuration } from './duration.js'
import { idProblem } from './identifier.js'
import { limits } from './limits.js'
import { nearest } from './nearest.js'
import { type CasePath, error, type Problem } from './problem.js'

/** Replaces the median of the quantity at a path; null keeps it. */
export type QuantityOverride = (path: CasePath) => number | null

/** Where a duration stands, and under which names its basis may be given there. */
export interface DurationPlace {
  readonly path: CasePath
  readonly basis: BasisOfFields | undefined
  readonly fields: readonly string[]
}

/** Reads the durations of a case, and keeps those that a run rests on. */
export class Quantities {
  readonly list: Quantity[] = []
  readonly #named = new Map<string, Duration | null>()
  readonly #document: CaseDocument
  readonly #problems: Problem[]
  readonly #override: QuantityOverride

  constructor(document: CaseDocument, problems: Problem[], override: QuantityOverride = () => null) {
    this.#document = document
    this.#problems = problems
    this.#override = override
    for (const [id, { value }] of Object.entries(document.quantities ?? {})) {
      const path = ['quantities', id, 'value']
      const duration = parseDuration(value)
      if (duration === null) problems.push(durationProblem(value, path))
      this.#named.set(id, duration)
    }
  }

  /** Milliseconds of a duration that is text, or the id of a named quantity; it is kept with its role. */
  read(text: string, place: DurationPlace, role: Quantity['role']): number {
    const direct = parseDuration(text)
    if (direct !== null) {
      return this.#keep(direct, place.path, null, basisOf(place.basis, place.fields), role)
    }
    const named = this.#named.get(text.trim())
    if (named === undefined) {
      this.#problems.push(this.#unreadable(text, place.path))
      return 0
    }
    if (named === null) return 0
    const id = text.trim()
    const basis = this.#document.quantities?.[id]?.basis ?? basisOf(place.basis, place.fields)
    return this.#keep(named, ['quantities', id], id, basis, role)
  }

  /** Checks a duration that no run rests on; a named quantity may stand there too. Its median, or null. */
  check(text: string, path: CasePath): number | null {
    const duration = parseDuration(text) ?? this.#named.get(text.trim())
    if (duration === undefined) this.#problems.push(this.#unreadable(text, path))
    return duration?.medianMs ?? null
  }

  #keep(
    duration: Duration,
    path: CasePath,
    named: string | null,
    basis: Quantity['basis'],
    role: Quantity['role'],
  ): number {
    const medianMs = this.#override(path) ?? duration.medianMs
    this.list.push({ path, named, ...duration, medianMs, basis, role })
    return medianMs
  }

  #unreadable(text: string, path: CasePath): Problem {
    const looksLikeId = idProblem(text.trim()) === null
    if (!looksLikeId) return durationProblem(text, path)
    const suggestion =
      this.#problems.length < limits.suggestions ? nearest(text.trim(), this.#named.keys()) : null
    return error(
      'unknown-id',
      path,
      { id: text.trim(), section: 'quantities' },
      suggestion === null ? {} : { suggestion },
    )
  }
}

/** What is wrong with a text that is no duration. */
export function durationProblem(text: string, path: CasePath): Problem {
  const values = { text }
  if (/^\s*[-−–]/.test(text) || /\.\.\s*[-−–]/.test(text)) return error('negative-duration', path, values)
  if (/^\s*\d+(\.\d+)?\s*$/.test(text)) {
    return error('duration-without-unit', path, values, { suggestion: `${text.trim()}m` })
  }
  const ends = text.split('..')
  if (ends.length === 2) {
    const [low, high] = ends.map(end => parseDuration(end)?.medianMs)
    if (low !== undefined && high !== undefined) {
      if (low === 0) return error('range-from-zero', path, values)
      if (low > high) {
        return error(
          'range-backwards',
          path,
          { from: ends[0]!.trim(), to: ends[1]!.trim() },
          {
            suggestion: `${ends[1]!.trim()}..${ends[0]!.trim()}`,
          },
        )
      }
    }
  }
  return error('bad-duration', path, values)
}
