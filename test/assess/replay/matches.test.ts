// A search for matches finds exactly the assignments that satisfy every role: it is held against all assignments there are, on small
// random systems. What bounds it is said, and where nothing matches the roles that kept it from matching are named.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Binding, lackOf } from '../../../src/assess/replay/fit.js'
import { type FormRole, portableForm } from '../../../src/assess/replay/form.js'
import { matchLimits, matchRoles } from '../../../src/assess/replay/matches.js'
import { relationsOf } from '../../../src/assess/replay/relations.js'
import type { CaseDocument, Component, Role } from '../../../src/model/case.js'
import { compileCase } from '../../../src/model/compile.js'

const KINDS = ['site', 'room', 'ups']
const COMPONENTS = ['a', 'b', 'c', 'd', 'e', 'f']
const ROLES = ['r', 's', 't', 'u']

/** Each component stands in, and needs, only earlier ones. */
const system: fc.Arbitrary<Record<string, Component>> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      in: fc.option(fc.nat(5), { nil: null }),
      needs: fc.option(fc.nat(5), { nil: null }),
      recovers: fc.option(fc.nat(5), { nil: null }),
      trait: fc.boolean(),
      count: fc.integer({ min: 1, max: 2 }),
    }),
    { minLength: 1, maxLength: COMPONENTS.length },
  )
  .map(list =>
    Object.fromEntries(
      list.map((one, place) => {
        const earlier = (at: number | null) => (at === null || place === 0 ? null : COMPONENTS[at % place]!)
        const outer = earlier(one.in)
        const need = earlier(one.needs)
        const tool = earlier(one.recovers)
        return [
          COMPONENTS[place]!,
          {
            kind: one.kind,
            count: one.count,
            ...(outer && { in: outer }),
            ...(need && { needs: `${need} >= 1` }),
            ...(tool && { recovery: { takes: '1m', needs: `${tool} >= 1` } }),
            ...(one.trait && { traits: ['x'] }),
          },
        ]
      }),
    ),
  )

/** Each role rests only on earlier ones; a role of one never on one of all. */
const roles: fc.Arbitrary<Record<string, Role>> = fc
  .array(
    fc.record({
      kind: fc.constantFrom<string | string[]>(...KINDS, ['site', 'room'], ['room', 'ups']),
      relation: fc.constantFrom('in', 'outside', 'holds', 'needs', 'needed-by', null),
      other: fc.nat(3),
      all: fc.boolean(),
      optional: fc.boolean(),
      trait: fc.boolean(),
      recovery: fc.integer({ min: 0, max: 4 }),
      count: fc.constantFrom(1, 1, 2),
    }),
    { minLength: 1, maxLength: ROLES.length },
  )
  .map(list => {
    const made: Record<string, Role> = {}
    list.forEach((one, place) => {
      const other = place === 0 ? null : ROLES[one.other % place]!
      const allowed = other !== null && one.relation !== null && (one.all || made[other]?.take !== 'all')
      made[ROLES[place]!] = {
        kind: one.kind,
        ...(allowed && { [one.relation!]: other }),
        ...(one.all && { take: 'all' as const }),
        ...(one.optional && { optional: true }),
        ...(one.trait && { traits: ['x'] }),
        ...(one.recovery === 0 && { 'for-recovery': true }),
        'count-at-least': one.count,
      }
    })
    return made
  })

function opened(components: Record<string, Component>, written: Record<string, Role>) {
  const document: CaseDocument = {
    case: { title: 'Test', timezone: 'UTC', start: '2022-10-15 15:19' },
    components,
    portable: { roles: written },
  }
  const { compiled, problems } = compileCase(document)
  if (compiled === null) throw new Error(JSON.stringify(problems))
  return { roles: portableForm(document).roles, relations: relationsOf(compiled) }
}

const keyOf = (all: readonly FormRole[], binding: Binding) =>
  JSON.stringify(all.map(({ id }) => [...(binding.get(id) ?? [])].sort()))

/** Every assignment of nobody or somebody to every role of one, and of any set to every role of all, that is a match. */
function byBruteForce({ roles: all, relations }: ReturnType<typeof opened>): string[] {
  const found: string[] = []
  const count = relations.ids.length
  const fitting = (role: FormRole, binding: Binding) =>
    relations.ids.flatMap((_, index) => (lackOf(role, index, binding, relations) === null ? [index] : []))
  const isMatch = (binding: Binding) => {
    const ones = all.filter(role => !role.all)
    const players = ones.flatMap(({ id }) => binding.get(id) ?? [])
    const free = (index: number) => !players.includes(index)
    if (new Set(players).size < players.length) return false
    return all.every(role => {
      const bound = binding.get(role.id) ?? []
      const fits = fitting(role, binding)
      if (role.all) {
        const wanted = fits.filter(free)
        return JSON.stringify(wanted) === JSON.stringify(bound) && (bound.length > 0 || role.optional)
      }
      if (bound.length === 0) return role.optional && !fits.some(free)
      return bound.length === 1 && fits.includes(bound[0]!)
    })
  }
  const visit = (place: number, binding: Map<string, readonly number[]>) => {
    const role = all[place]
    if (role === undefined) {
      if (isMatch(binding)) found.push(keyOf(all, binding))
      return
    }
    const choices = role.all
      ? Array.from({ length: 2 ** count }, (_, bits) =>
          relations.ids.flatMap((_id, index) => ((bits >> index) & 1 ? [index] : [])),
        )
      : [[], ...relations.ids.map((_, index) => [index])]
    for (const choice of choices) visit(place + 1, new Map(binding).set(role.id, choice))
  }
  visit(0, new Map())
  return found.sort()
}

/** All assignments of a few roles stay few enough to be tried. */
const few = ({ roles: all, relations }: ReturnType<typeof opened>) =>
  all.reduce(
    (product, role) => product * (role.all ? 2 ** relations.ids.length : relations.ids.length + 1),
    1,
  ) <= 5_000

it('finds exactly the matches that there are', () => {
  let matched = 0
  fc.assert(
    fc.property(system, roles, (components, written) => {
      const world = opened(components, written)
      fc.pre(few(world))
      const expected = byBruteForce(world)
      const { bindings, limit } = matchRoles(world.roles, world.relations)
      if (limit !== null) {
        expect(expected.length).toBeGreaterThan(matchLimits.matches)
        return
      }
      if (expected.length > 1) matched++
      expect(bindings.map(binding => keyOf(world.roles, binding)).sort()).toEqual(expected)
    }),
    { numRuns: 200 },
  )
  expect(matched).toBeGreaterThan(5)
})

it('names the role for which nothing is found, and what came nearest', () => {
  const world = opened(
    { seoul: { kind: 'site' }, cellar: { kind: 'room' }, supply: { kind: 'ups', in: 'seoul' } },
    { place: { kind: 'site' }, room: { kind: 'room', in: 'place' }, power: { kind: 'ups', in: 'room' } },
  )
  const { bindings, unmatched } = matchRoles(world.roles, world.relations)
  expect(bindings).toEqual([])
  expect(unmatched.map(({ role, nearest }) => [role.id, nearest])).toEqual([
    ['room', { index: 1, lacks: 'in' }],
  ])
})

it('comes to an end in a system made to keep it busy, and says which bound it hit', () => {
  const components = Object.fromEntries(
    Array.from({ length: 300 }, (_, place) => [`u${place}`, { kind: 'ups' }]),
  )
  const many = opened(components, { a: { kind: 'ups' }, b: { kind: 'ups' }, c: { kind: 'ups' } })
  expect(matchRoles(many.roles, many.relations)).toMatchObject({ limit: 'matches' })
  expect(matchRoles(many.roles, many.relations).bindings).toHaveLength(matchLimits.matches)
  const none = opened(components, {
    a: { kind: 'ups' },
    b: { kind: 'ups' },
    c: { kind: 'ups' },
    d: { kind: 'site' },
  })
  expect(matchRoles(none.roles, none.relations)).toMatchObject({ limit: 'steps', bindings: [] })
})
