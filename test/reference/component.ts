import type { WrittenComponent, WrittenWork } from './document.js'
import { durationMs } from './duration.js'
import { type Expression, parseExpression } from './expression.js'

/** What a way of recovery or a repair asks and takes. */
export interface Task {
  takesMs: number
  needs: Expression | undefined
  when: Expression | undefined
  crew: [team: string, units: number][]
  batch: number
  atOnce: number
}

/** A component with its state. */
export interface Component {
  id: string
  /** Place in the document. */
  place: number
  count: number
  in: string | undefined
  needs: Expression | undefined
  full: Expression | undefined
  holdupMs: number
  /** Whether `recovery` is written, with ways. */
  hasRecovery: boolean
  /** `recovery: none`. */
  staysDown: boolean
  ways: Task[]
  repair: Task | undefined
  priority: number
  absent: boolean

  level: number
  cut: boolean
  broken: boolean
  failed: number
  /** Mended since it went down (asked only of what stays down). */
  mended: boolean
  holdUp: { began: number; endsAt: number } | undefined
}

/** A component as it stands before the first event (rule 10). */
export function asComponent(id: string, place: number, written: WrittenComponent): Component {
  const count = written.count ?? 1
  const standbyFor = written['standby-for']
  const initial = written.initial ?? (standbyFor === undefined ? 'up' : 'down')
  const staysDown = written.recovery === 'none'
  const ways = staysDown ? [{}] : [written.recovery ?? {}].flat().filter(way => typeof way !== 'string')
  return {
    id,
    place,
    count,
    in: written.in,
    needs: optionalExpression(written.needs),
    full: optionalExpression(written.full),
    holdupMs: durationMs(written.holdup ?? '0s'),
    hasRecovery: written.recovery !== undefined && !staysDown,
    staysDown,
    ways: ways.map(way => asTask(way, count, standbyFor)),
    repair: written.repair && asTask(written.repair, count, undefined),
    priority: written.priority ?? Number.POSITIVE_INFINITY,
    absent: initial === 'absent',
    level: initial === 'up' ? count : 0,
    cut: initial === 'cut',
    broken: false,
    failed: 0,
    mended: false,
    holdUp: undefined,
  }
}

function asTask(written: WrittenWork, count: number, standbyFor: string | undefined): Task {
  const standby = standbyFor === undefined ? undefined : parseExpression(`not (${standbyFor} >= 1)`)
  return {
    takesMs: durationMs(written.takes ?? '0s'),
    needs: optionalExpression(written.needs),
    when: optionalExpression(written.when) ?? standby,
    crew: Object.entries(written.crew ?? {}),
    batch: written.batch ?? count,
    atOnce: written['at-once'] ?? 1,
  }
}

function optionalExpression(written: string | string[] | undefined): Expression | undefined {
  return written === undefined ? undefined : parseExpression(written)
}
