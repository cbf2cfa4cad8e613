import type { CaseDocument, CaseEvent, Component, Condition, If, RolePatch } from '../../model/case.js'
import { compileCase } from '../../model/compile.js'
import { parseExpression } from '../../model/expression/parse.js'
import { eachId } from '../../model/expression/syntax.js'
import { applyIfs } from '../../model/patch.js'
import { parseFactor } from '../../model/portable.js'
import { type Crossing, type Passage, portEvents } from './port.js'

/** An if of the case as a patch of another system; or why it cannot be carried there. */
export type Carried =
  | { readonly carried: If }
  /**
   * `own-terms`: it changes what only the case has, and says nothing in terms of roles. `nobody`: no component plays a role that it
   * changes. `holds-others`: a second of what holds other things is not a second of those.
   */
  | { readonly carried: null; readonly why: 'own-terms' | 'nobody' | 'holds-others' }

/** What may be changed for a role as an if changes it at home. */
const plainFields = new Set(['initial', 'holdup', 'title', 'about', 'basis', 'sources'])

/**
 * Carries an if across. In terms of roles it says itself what changes; else its own patch is taken, as far as it sets only how
 * players of roles stand and how long they hold. What it changes in the events comes along with them.
 */
export function carryIf(crossing: Crossing, passage: Passage, id: string): Carried {
  const { own, form } = crossing
  const written = own.ifs?.[id]
  if (written === undefined) return { carried: null, why: 'own-terms' }
  const terms = own.portable?.ifs?.[id]?.components
  const components: Record<string, unknown> = {}
  const events = changedEvents(crossing, passage, id)
  if (terms !== undefined) {
    for (const [role, patch] of Object.entries(terms)) {
      const played = (crossing.binding.get(role) ?? []).length > 0
      // What is absent can be there at once, and in no other way.
      const players = played || patch.initial !== undefined ? passage.playersOfRole(role) : []
      for (const player of players) {
        if (patch.second !== undefined && holdsOthers(passage, player)) {
          return { carried: null, why: 'holds-others' }
        }
        applyTerms(own, passage, player, patch, components)
      }
    }
  } else {
    for (const [component, patch] of Object.entries(written.components ?? {})) {
      const plain = patch !== null && Object.keys(patch as object).every(field => plainFields.has(field))
      if (!plain || !form.roleOf.has(component)) return { carried: null, why: 'own-terms' }
      for (const player of passage.targets(component)) components[player] = inlined(own, patch as object)
    }
    const others = Object.keys(written.quantities ?? {}).length > 0 && events === null
    if (others) return { carried: null, why: 'own-terms' }
  }
  const changes = Object.keys(components).length > 0
  if (!changes && events === null) return { carried: null, why: 'nobody' }
  return {
    carried: {
      title: written.title,
      ...(changes ? { components } : {}),
      ...(events === null ? {} : { events }),
    },
  }
}

function applyTerms(
  own: CaseDocument,
  passage: Passage,
  player: string,
  patch: RolePatch,
  into: Record<string, unknown>,
): void {
  const fields: Record<string, unknown> = {}
  if (patch.initial !== undefined) fields.initial = patch.initial
  if (patch.holdup !== undefined) fields.holdup = durationOf(own, patch.holdup)
  if (patch.count !== undefined) {
    fields.count = Math.max(1, Math.round(passage.countOf(player) * (parseFactor(patch.count) ?? 1)))
  }
  if (patch.second !== undefined) addSecond(own, passage, player, patch.second, fields, into)
  into[player] = { ...(into[player] as object | undefined), ...fields }
}

/**
 * A second of a component elsewhere. What there is one of is up while either is; of what has many units, the second is asked wherever
 * the first is.
 */
function addSecond(
  own: CaseDocument,
  passage: Passage,
  player: string,
  second: NonNullable<RolePatch['second']>,
  fields: Record<string, unknown>,
  into: Record<string, unknown>,
): void {
  const component = passage.components[player] as Component
  const id = secondOf(player, passage.components)
  const count = component.count ?? 1
  const takes = second.takes === undefined ? null : durationOf(own, second.takes)
  into[id] = {
    kind: component.kind === 'service' ? 'component' : component.kind,
    ...(component.title === undefined ? {} : { title: component.title }),
    ...(count === 1 ? {} : { count }),
    ...(takes === null ? {} : { 'standby-for': player, recovery: { takes } }),
  }
  if (count > 1) {
    for (const [other, written] of Object.entries(passage.components)) {
      const changed = withSecond(written, player, id)
      if (changed !== null) into[other] = { ...(into[other] as object | undefined), ...changed }
    }
    return
  }
  const { in: outer, needs } = component
  const house = outer === undefined ? [] : [passage.countOf(outer) === 1 ? outer : `${outer} >= 1`]
  const first = [...(needs === undefined ? [] : [needs].flat()), ...house].map(text => `(${text})`)
  fields.in = null
  fields.needs = first.length === 0 ? null : `(${first.join(' and ')}) or ${id}`
  if (component.initial === 'absent') fields.initial = null
  if (component['standby-for'] !== undefined) {
    fields['standby-for'] = null
    fields.initial = null
  }
  if (takes !== null) fields.recovery = null
}

function secondOf(player: string, components: Readonly<Record<string, unknown>>): string {
  let id = `${player}.second`
  while (Object.hasOwn(components, id)) id = `${id}.second`
  return id
}

/** The conditions of a component in which another or its second will do; null where it does not speak of it. */
function withSecond(component: Component, player: string, second: string): object | null {
  const changed: Record<string, unknown> = {}
  const either = (condition: Condition | undefined): Condition | null => {
    if (condition === undefined) return null
    const texts = [condition].flat()
    const next = texts.map(text =>
      speaksOf(text, player) ? `(${text}) or (${renamed(text, player, second)})` : text,
    )
    return next.some((text, place) => text !== texts[place]) ? next : null
  }
  for (const field of ['needs', 'full'] as const) {
    const next = either(component[field])
    if (next !== null) changed[field] = next
  }
  const { recovery } = component
  if (recovery !== undefined && recovery !== 'none') {
    const ways = [recovery].flat()
    const next = ways.map(way => {
      const needs = either(way.needs)
      return needs === null ? way : { ...way, needs }
    })
    if (next.some((way, place) => way !== ways[place])) changed.recovery = next
  }
  return Object.keys(changed).length === 0 ? null : changed
}

function speaksOf(text: string, id: string): boolean {
  const syntax = parseExpression(text)
  let found = false
  if (!('problem' in syntax)) eachId(syntax, one => (found ||= one.id === id))
  return found
}

/** A text in which one id is another: from the end, so that earlier places stay where they are. */
function renamed(text: string, from: string, to: string): string {
  const syntax = parseExpression(text)
  const spans: { readonly from: number; readonly to: number }[] = []
  if (!('problem' in syntax)) eachId(syntax, one => one.id === from && spans.push(one.span))
  return spans
    .sort((a, b) => b.from - a.from)
    .reduce((changed, span) => changed.slice(0, span.from) + to + changed.slice(span.to), text)
}

function holdsOthers(passage: Passage, player: string): boolean {
  return Object.values(passage.components).some(component => component.in === player)
}

/** A duration that does not rest on a quantity of the case. */
function durationOf(own: CaseDocument, text: string): string {
  return own.quantities?.[text.trim()]?.value ?? text
}

function inlined(own: CaseDocument, patch: object): object {
  const kept = Object.fromEntries(
    Object.entries(patch).filter(([field]) => field === 'initial' || field === 'holdup'),
  )
  return typeof kept.holdup === 'string' ? { ...kept, holdup: durationOf(own, kept.holdup) } : kept
}

/** What an if changes in the events, as a patch of the ported ones; null where that is nothing. */
function changedEvents({ own }: Crossing, passage: Passage, id: string): Record<string, unknown> | null {
  const touched = own.ifs?.[id]
  if (touched?.events === undefined && touched?.quantities === undefined) return null
  const only = { ...own, ifs: { [id]: { ...touched, title: touched.title, components: {}, requires: [] } } }
  const patched = applyIfs(only as CaseDocument, [id]).document
  const [before, after] = [own, patched].map(document => {
    const { compiled } = compileCase(document)
    return compiled === null ? {} : portEvents(document, compiled.main, passage)
  })
  const patch: Record<string, unknown> = {}
  for (const event of new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])) {
    const [was, is] = [before?.[event], after?.[event]]
    if (is === undefined) patch[event] = null
    else if (JSON.stringify(was) !== JSON.stringify(is)) patch[event] = fieldsThatDiffer(was, is)
  }
  return Object.keys(patch).length === 0 ? null : patch
}

function fieldsThatDiffer(was: CaseEvent | undefined, is: CaseEvent): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  for (const field of new Set([...Object.keys(was ?? {}), ...Object.keys(is)]) as Set<keyof CaseEvent>) {
    if (JSON.stringify(was?.[field]) !== JSON.stringify(is[field])) patch[field] = is[field] ?? null
  }
  return patch
}
