import { compare } from '../../assess/difference.js'
import { outcomeIn } from '../../assess/outcome.js'
import { withRequired } from '../ifs/combination.js'
import { remembered } from '../remembered.js'
import type { Report } from '../report.js'

/** How one service fares with some conditions. */
export interface Standing {
  readonly component: string
  readonly downMs: number
  readonly backWithinHorizon: boolean
  /** The record contradicts the model here: its hours may not be said. */
  readonly withheld: boolean
}

/** What one more condition changes beside those that are there. */
export interface Gain {
  readonly id: string
  readonly prevented: number
  readonly shorter: number
  readonly worse: number
  /** Over all services whose hours may be said. */
  readonly deltaMs: number
  /** It cannot be combined with those that are there. */
  readonly conflict: boolean
}

/** Asks the model of a case about combinations; each is run once. */
export interface Standings {
  readonly of: (ifs: readonly string[]) => readonly Standing[]
  /** Conditions that are not among these, by what each would change: the most hours first. */
  readonly gains: (ifs: readonly string[]) => readonly Gain[]
}

/** The standings of a report; null where it has no model. */
export function standingsOf(report: Report): Standings | null {
  const { model } = report
  if (model === null) return null
  const { session, fidelity, services } = model
  const outcomes = remembered((key: string) => {
    const variant = session.with(idsOf(key))
    return variant.failed ? null : services.map(component => outcomeIn(variant, component))
  })
  const keyOf = (ifs: readonly string[]) => [...new Set(ifs)].sort().join('\n')
  const gainOf = (ifs: readonly string[], id: string): Gain => {
    const before = outcomes(keyOf(ifs))
    const after = outcomes(keyOf([...ifs, ...withRequired(report, id)]))
    const gain = {
      id,
      prevented: 0,
      shorter: 0,
      worse: 0,
      deltaMs: 0,
      conflict: before === null || after === null,
    }
    services.forEach((component, place) => {
      const [was, is] = [before?.[place], after?.[place]]
      if (was == null || is == null) return
      const { kind, deltaMs } = compare(was.down, is.down)
      if (kind === 'prevented') gain.prevented++
      if (fidelity.contradicted.has(component)) return
      if (kind === 'shortened') gain.shorter++
      if (kind === 'worse' || kind === 'not-back') gain.worse++
      gain.deltaMs += deltaMs
    })
    return gain
  }
  return {
    of: ifs =>
      (outcomes(keyOf(ifs)) ?? []).flatMap(outcome =>
        outcome === null
          ? []
          : [
              {
                component: outcome.component,
                downMs: outcome.downMs,
                backWithinHorizon: outcome.backWithinHorizon,
                withheld: fidelity.contradicted.has(outcome.component),
              },
            ],
      ),
    gains: ifs => {
      const rank = (gain: Gain) => (gain.conflict ? 1 : 0)
      return report.ifs
        .filter(id => !ifs.includes(id))
        .map(id => gainOf(ifs, id))
        .sort((a, b) => rank(a) - rank(b) || a.deltaMs - b.deltaMs || b.prevented - a.prevented)
    },
  }
}

const idsOf = (key: string) => (key === '' ? [] : key.split('\n'))
