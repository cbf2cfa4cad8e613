import type { Expression } from '../engine/expression.js'
import type { Component as EngineComponent, Work } from '../engine/system.js'
import type { Component, Way } from './case.js'
import { compileWork } from './compileWork.js'
import { resolveCondition } from './expression/resolve.js'
import { error } from './problem.js'
import type { SystemContext } from './systemContext.js'

/** Every component as the engine reads it, in the order of the document. */
export function compileComponents(context: SystemContext): readonly EngineComponent[] {
  const { ids, document } = context
  const ranks = ranksOf(ids.list)
  const compiled = ids.list.map((id, index) => {
    const component = document.components?.[id]
    if (component === undefined) throw new Error(`The component ${id} vanished.`)
    return compileComponent(id, index, component, ranks[index] ?? 0, context)
  })
  reportNestingCycles(compiled, context)
  return compiled
}

function compileComponent(
  id: string,
  index: number,
  component: Component,
  idRank: number,
  context: SystemContext,
): EngineComponent {
  const { names, problems, quantities } = context
  const path = ['components', id]
  const at = (field: string) => [...path, field]
  const { basis } = component
  const count = component.count ?? 1
  if (component.count !== undefined) {
    context.amount({ path: at('count'), value: count, component: index }, basis, ['count'])
  }
  if (component.priority !== undefined) {
    context.amount({ path: at('priority'), value: component.priority, component: index }, basis, ['priority'])
  }
  const holdup = { path: at('holdup'), basis, fields: ['holdup'] }
  const ways = compileWays(id, index, component, context)
  const repair =
    component.repair === undefined
      ? null
      : compileWork(
          component.repair,
          {
            component: index,
            path: at('repair'),
            fields: ['repair'],
            basis,
            role: { kind: 'repair', component: index },
          },
          context,
        )
  return {
    count,
    within: component.in === undefined ? -1 : (context.ids.find(component.in, at('in'), problems) ?? -1),
    needs: resolveCondition(component.needs, { path: at('needs'), monotone: true }, names, problems),
    full: resolveCondition(component.full, { path: at('full'), monotone: true }, names, problems),
    holdupMs:
      component.holdup === undefined
        ? 0
        : quantities.read(component.holdup, holdup, { kind: 'holdup', component: index }),
    ways,
    ownRecovery: component.recovery !== undefined,
    byHand: component.recovery === 'none',
    repair,
    initial: initialOf(id, component, context),
    priority: component.priority ?? Number.MAX_SAFE_INTEGER,
    idRank,
  }
}

function initialOf(
  id: string,
  component: Component,
  { problems }: SystemContext,
): EngineComponent['initial'] {
  const { initial } = component
  const path = ['components', id, 'initial']
  if (component['standby-for'] !== undefined) {
    if (initial === 'up') problems.push(error('standby-up', path, { id }))
    return initial ?? 'down'
  }
  if (initial === 'down' && component.recovery === undefined)
    problems.push(error('down-for-ever', path, { id }))
  return initial ?? 'up'
}

function compileWays(
  id: string,
  index: number,
  component: Component,
  context: SystemContext,
): readonly Work[] {
  const { recovery, basis } = component
  const path = ['components', id, 'recovery']
  const list: readonly Way[] =
    recovery === undefined || recovery === 'none'
      ? [{}]
      : Array.isArray(recovery)
        ? recovery
        : [recovery as Way]
  if (list.length === 0) context.problems.push(error('recovery-empty', path, { id }))
  const primaryGone = whenPrimaryIsGone(id, component, context)
  return list.map((way, number) => {
    const work = compileWork(
      way,
      {
        component: index,
        path: Array.isArray(recovery) ? [...path, number] : path,
        fields: Array.isArray(recovery) ? [`recovery.${number}`] : ['recovery', 'recovery.0'],
        basis,
        role: { kind: 'recovery', component: index, way: number },
      },
      context,
    )
    return way.when === undefined && primaryGone !== null ? { ...work, when: primaryGone } : work
  })
}

/** `standby-for: x` starts when nothing of x is left: `not (x >= 1)`. */
function whenPrimaryIsGone(id: string, component: Component, context: SystemContext): Expression | null {
  const primary = component['standby-for']
  if (primary === undefined) return null
  const path = ['components', id, 'standby-for']
  const found = context.ids.find(primary, path, context.problems)
  if (found === null) return null
  if (primary === id) context.problems.push(error('standby-for-itself', path, { id }))
  return { op: 'not', of: { op: 'units', components: [found], atLeast: 1 } }
}

/** Each circle of components that stand in one another is reported once, at its first member in the document. */
function reportNestingCycles(components: readonly EngineComponent[], context: SystemContext): void {
  const { ids, problems } = context
  const seenIn = new Int32Array(components.length).fill(-1)
  components.forEach((_, start) => {
    const trail: number[] = []
    let at = start
    while (at >= 0 && seenIn[at] === -1) {
      seenIn[at] = start
      trail.push(at)
      at = components[at]?.within ?? -1
    }
    if (at < 0 || seenIn[at] !== start) return
    const circle = trail.slice(trail.indexOf(at))
    const first = Math.min(...circle)
    const turned = [...circle.slice(circle.indexOf(first)), ...circle.slice(0, circle.indexOf(first)), first]
    const names = turned.map(index => ids.list[index] ?? '')
    problems.push(error('in-cycle', ['components', names[0] ?? '', 'in'], { circle: names.join(' → ') }))
  })
}

/** The place of each id among all, by code units: the last tie-breaker of rule 6. */
function ranksOf(ids: readonly string[]): readonly number[] {
  const ranks = new Array<number>(ids.length)
  const order = ids.map((_, index) => index).sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1))
  order.forEach((index, rank) => {
    ranks[index] = rank
  })
  return ranks
}
