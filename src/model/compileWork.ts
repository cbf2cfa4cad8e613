import type { Crew, Work } from '../engine/system.js'
import type { BasisOfFields } from './basis.js'
import type { Way } from './case.js'
import type { Quantity } from './compiled.js'
import { resolveCondition } from './expression/resolve.js'
import { parsePercent, unitsOf } from './percent.js'
import { type CasePath, error } from './problem.js'
import type { SystemContext } from './systemContext.js'

/** Where a way or a repair stands. */
export interface WorkPlace {
  readonly component: number
  readonly path: CasePath
  /** Names of the work in a `basis`: `recovery` and `recovery.0` for a single way. */
  readonly fields: readonly string[]
  readonly basis: BasisOfFields | undefined
  readonly role: Quantity['role']
}

/** A way of recovery, or a repair, as the engine reads it. */
export function compileWork(way: Way, place: WorkPlace, context: SystemContext): Work {
  const { names, problems, quantities } = context
  const count = names.counts[place.component] ?? 1
  const at = (field: string) => [...place.path, field]
  const fieldsOf = (field: string) => place.fields.map(prefix => `${prefix}.${field}`)
  const amount = (field: string, value: number, path: CasePath = at(field)) =>
    context.amount({ path, value, component: place.component }, place.basis, fieldsOf(field))

  let takesMs = 0
  if (way.takes !== undefined) {
    const duration = { path: at('takes'), basis: place.basis, fields: fieldsOf('takes') }
    takesMs = quantities.read(way.takes, duration, place.role)
  }
  let batchUnits = count
  if (way.batch !== undefined) {
    batchUnits = batchOf(way.batch, count, at('batch'), context)
    amount('batch', batchUnits)
  }
  if (way['at-once'] !== undefined) {
    if (way['at-once'] < 1) problems.push(error('at-once-zero', at('at-once'), { value: way['at-once'] }))
    amount('at-once', way['at-once'])
  }
  const crew: Crew[] = []
  for (const [team, units] of Object.entries(way.crew ?? {})) {
    const path = [...at('crew'), team]
    const index = context.ids.find(team, path, problems, true)
    if (units < 1) problems.push(error('crew-zero', path, { team, units }))
    if (index === null) continue
    crew.push({ team: index, units })
    amount(`crew.${team}`, units, path)
  }
  return {
    takesMs,
    needs: resolveCondition(way.needs, { path: at('needs'), monotone: true }, names, problems),
    when: resolveCondition(way.when, { path: at('when'), monotone: false }, names, problems),
    batchUnits,
    atOnce: way['at-once'] ?? 1,
    crew,
  }
}

function batchOf(batch: number | string, count: number, path: CasePath, { problems }: SystemContext): number {
  if (typeof batch === 'number') {
    if (batch < 1) problems.push(error('batch-zero', path, { value: batch }))
    return batch
  }
  const percent = parsePercent(batch)
  if ('code' in percent) {
    problems.push(error(percent.code, path, { text: batch }))
    return count
  }
  const units = unitsOf(percent.millionths, count)
  if (units < 1) problems.push(error('batch-zero', path, { value: batch }))
  return units
}
