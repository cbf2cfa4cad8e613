import { type Gates, layOutGates } from './gates.js'
import { layOutPlans, type Plans } from './plans.js'
import type { Component, System } from './system.js'

/** What no run of a system changes, in rows of numbers: by component unless they say otherwise. */
export interface Layout {
  readonly plans: Plans
  readonly gates: Gates
  readonly count: Int32Array
  readonly holdupMs: Float64Array
  /** `initial: absent`, and `recovery: none`. */
  readonly absent: Uint8Array
  readonly byHand: Uint8Array
  /** Whether failed units wait for a repair, since the component has no recovery that brings them back. */
  readonly failuresStay: Uint8Array
  readonly priority: Float64Array
  readonly idRank: Int32Array
  /** Index of the component that each stands in, or -1. */
  readonly within: Int32Array
  /** What stands in component `c`: `contents[contentsFrom[c]]` up to `contents[contentsFrom[c + 1]]`. */
  readonly contentsFrom: Int32Array
  readonly contents: Int32Array
}

/** The layout of a system: made once, and kept as long as its components are, since many scenarios may act on them. */
export function layoutOf(system: System): Layout {
  const known = layouts.get(system.components)
  if (known !== undefined) return known
  const plans = layOutPlans(system)
  const { components } = system
  const layout: Layout = {
    plans,
    gates: layOutGates(system, plans),
    count: new Int32Array(components.length),
    holdupMs: new Float64Array(components.length),
    absent: new Uint8Array(components.length),
    byHand: new Uint8Array(components.length),
    failuresStay: new Uint8Array(components.length),
    priority: new Float64Array(components.length),
    idRank: new Int32Array(components.length),
    ...layOutContents(system),
  }
  components.forEach((each, index) => {
    layout.count[index] = each.count
    layout.holdupMs[index] = each.holdupMs
    layout.absent[index] = each.initial === 'absent' ? 1 : 0
    layout.byHand[index] = each.byHand ? 1 : 0
    layout.failuresStay[index] = recoversFailures(each) ? 0 : 1
    layout.priority[index] = each.priority
    layout.idRank[index] = each.idRank
  })
  layouts.set(system.components, layout)
  return layout
}

/** Whether failed units come back by recovery; otherwise only a repair brings them back. */
export function recoversFailures(component: Component): boolean {
  return component.ownRecovery && !component.byHand
}

const layouts = new WeakMap<readonly Component[], Layout>()

function layOutContents({ components }: System): Pick<Layout, 'within' | 'contentsFrom' | 'contents'> {
  const within = new Int32Array(components.length)
  const contentsFrom = new Int32Array(components.length + 1)
  components.forEach((each, index) => {
    within[index] = each.within
    if (each.within >= 0) contentsFrom[each.within + 1]!++
  })
  for (let index = 0; index < components.length; index++) contentsFrom[index + 1]! += contentsFrom[index]!
  const next = contentsFrom.slice()
  const contents = new Int32Array(contentsFrom.at(-1)!)
  within.forEach((house, index) => {
    if (house >= 0) contents[next[house]!++] = index
  })
  return { within, contentsFrom, contents }
}
