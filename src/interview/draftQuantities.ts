import type { Basis, NamedQuantity } from '../model/case.js'
import { formatDuration } from '../model/duration.js'
import { writtenDuration } from './answerDuration.js'
import { both, type Cast } from './cast.js'

/** Ids of the unknowns that several components of a draft share. */
export interface SharedQuantities {
  readonly entries: Readonly<Record<string, NamedQuantity>>
  readonly restart: string
  /** Null where there is no second one. */
  readonly switchOver: string | null
  /** Null where services went down with the trigger, or power carried them. */
  readonly carriesOn: string | null
}

/** What is assumed where nobody said: wide on purpose. */
const ASSUMED = { restart: '30m..4h', switchOver: '10m..1h' } as const

/**
 * How long things take, each written once and used by every service: what one service's return was known for then says
 * something of the others' that was not put in.
 */
export function draftQuantities(cast: Cast): SharedQuantities {
  const free = (id: string) => {
    for (let number = 1; ; number++) {
      const name = number === 1 ? id : `${id}-${number}`
      if (!cast.ground.taken.quantities.includes(name)) return name
    }
  }
  const [restart, switchOver, carriesOn] = [free('restart'), free('switch-over'), free('carries-on')]
  const { second, gap, power } = cast
  const carried = gap !== null && power === null
  return {
    entries: {
      [restart]: { title: both('restart'), ...restartOf(cast) },
      ...(second !== null && {
        [switchOver]: { title: both('switchOver'), value: ASSUMED.switchOver, basis: 'assumed' as const },
      }),
      ...(carried && {
        [carriesOn]: {
          title: both('carriesOn'),
          value: formatDuration(gap.ms),
          basis: { assumed: true as const, knowing: gap.facts },
        },
      }),
    },
    restart,
    switchOver: second === null ? null : switchOver,
    carriesOn: carried ? carriesOn : null,
  }
}

/** As told; else from the supply's return to the service's, where both are known. */
function restartOf({ takes, backMs, returned, second }: Cast): { value: string; basis: Basis } {
  if (takes.duration !== null) return { value: writtenDuration(takes.duration), basis: takes.basis }
  if (backMs !== null && returned !== null && returned.atMs > backMs && second === null) {
    return { value: formatDuration(returned.atMs - backMs), basis: takes.basis }
  }
  return { value: ASSUMED.restart, basis: 'assumed' }
}
