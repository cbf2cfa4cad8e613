// On its own system a case gives its own run, and so it does on a copy of that system in which everything has another name: a port
// changes neither what happens nor when. The ifs that are carried over do there what they do at home.

import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryIf } from '../../../src/assess/replay/carry.js'
import { portableForm } from '../../../src/assess/replay/form.js'
import { openPassage, portEvents } from '../../../src/assess/replay/port.js'
import { type MatchOutcome, replayOn } from '../../../src/assess/replay/replay.js'
import { type CaseSession, openSession } from '../../../src/assess/session.js'
import { judge } from '../../../src/assess/verdict.js'
import { downIntervals } from '../../../src/engine/levels.js'
import { run } from '../../../src/engine/run.js'
import { loadCase } from '../../../src/files/loadCase.js'
import type { CaseDocument } from '../../../src/model/case.js'
import { eachReference } from '../../../src/model/eachReference.js'
import { readCaseFolder } from '../../../src/publish/readFolder.js'
import { randomSystem } from '../../reference/randomSystem.js'
import { opened } from '../notation.js'

const CASES = new URL('../../../cases/', import.meta.url)
const names = readdirSync(CASES)
const session = (name: string): CaseSession => {
  const folder = readCaseFolder(new URL(name, CASES).pathname)
  const { document } = loadCase(folder.id, folder.files)
  if (document === null) throw new Error(`${name} cannot be read.`)
  return opened(document)
}

/** Services that are down also when nothing happens: what a match says of them is what comes on top. */
function unquiet({ compiled }: CaseSession): ReadonlySet<string> {
  const { system, scenario } = compiled.main
  const quiet = run(system, { ...scenario, events: [] })
  return new Set(compiled.ids.filter((_, index) => !quiet.ok || downIntervals(quiet.run, index).length > 0))
}

/** When each service is down, as a run has it and as a match has it. */
const down = ({ services }: MatchOutcome) =>
  Object.fromEntries(services.map(({ component, downMs, impairedMs }) => [component, [downMs, impairedMs]]))
function downAtHome(own: CaseSession) {
  const { verdicts } = judge(own, [])
  return Object.fromEntries(
    verdicts.map(({ component, before }) => [component, [before.downMs, before.impairedMs]]),
  )
}

describe.each(names)('%s', name => {
  const own = session(name)
  const outcome = replayOn({ id: name, session: own }, own)

  it('gives its own run on its own system, in one match that is in its place', () => {
    expect(outcome.home).toBe(true)
    expect(outcome.matches.map(({ home }) => home)).toContain(true)
    const home = outcome.matches.filter(match => match.home)
    expect(home).toHaveLength(1)
    expect(down(home[0]!)).toEqual(downAtHome(own))
  })

  it('changes by each if what that if changes', () => {
    const home = outcome.matches.find(match => match.home)!
    for (const { id, verdicts, has } of home.ifs) {
      if (has === 'has') continue
      const wanted = [id, ...(own.document.ifs?.[id]?.requires ?? [])]
      const expected = judge(own, wanted).verdicts.map(({ component, kind, deltaMs }) => [
        component,
        kind,
        deltaMs,
      ])
      expect(verdicts.map(({ component, kind, deltaMs }) => [component, kind, deltaMs])).toEqual(expected)
    }
  })

  it('carries what it carries without portable terms as if it had stayed', () => {
    const form = portableForm(own.document)
    const binding = new Map(
      form.roles.map(({ id, players }) => [id, players.flatMap(one => own.compiled.indexOf.get(one) ?? [])]),
    )
    const crossing = {
      caseId: name,
      own: own.document,
      form,
      system: own.document,
      ids: own.compiled.ids,
      binding,
      home: true,
    }
    const passage = openPassage(crossing)
    const events = portEvents(own.document, own.compiled.main, passage)
    let carried = 0
    for (const id of Object.keys(own.document.ifs ?? {})) {
      if (own.document.portable?.ifs?.[id]?.components !== undefined) continue
      const one = carryIf(crossing, passage, id)
      if (one.carried === null) continue
      carried++
      const { facts: _, scenarios: _scenarios, ...rest } = own.document
      const ported = opened({ ...rest, events, components: passage.components, ifs: { [id]: one.carried } })
      const downWith = (of: CaseSession) =>
        judge(of, [id]).verdicts.map(verdict => [verdict.component, verdict.after.downMs])
      expect(downWith(ported), id).toEqual(downWith(own))
    }
    if (name === 'kakao-2022') expect(carried).toBeGreaterThan(3)
  })
})

/** A case in which every component is called otherwise; what it says of its past is left out. */
function renamed(document: CaseDocument): CaseDocument {
  const copy = JSON.parse(
    JSON.stringify({ case: document.case, components: document.components, events: document.events }),
  )
  const found: { path: readonly (string | number)[]; atKey: boolean; from: number; to: number }[] = []
  eachReference(copy, ({ section, path, atKey, within }) => {
    if (section === 'components') found.push({ path, atKey, ...within })
  })
  for (const { path, atKey, from } of found.sort((a, b) => b.from - a.from)) {
    if (atKey) continue
    let owner = copy
    for (const part of path.slice(0, -1)) owner = owner[part]
    const last = path.at(-1)!
    owner[last] = `${owner[last].slice(0, from)}copy.${owner[last].slice(from)}`
  }
  const keys = (value: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(value).map(([id, entry]) => [`copy.${id}`, entry]))
  for (const component of Object.values<Record<string, unknown>>(copy.components)) {
    for (const way of [component.recovery, component.repair].flat()) {
      if (typeof way === 'object' && way !== null && 'crew' in way) way.crew = keys(way.crew as never)
    }
  }
  return { ...copy, components: keys(copy.components), events: {} }
}

/** Every component has a word of its own, so that its copy is known by it. */
function told(document: CaseDocument): CaseDocument {
  const components = Object.entries(document.components ?? {}).map(([id, component]) => [
    id,
    { ...component, traits: [id] },
  ])
  return { ...document, components: Object.fromEntries(components) }
}

it('gives on a copy under other names what it gives at home, for random systems', () => {
  let fallen = 0
  fc.assert(
    fc.property(randomSystem, written => {
      const head = { title: 'Random', timezone: 'UTC', start: '2022-10-15 00:00', horizon: '1d' }
      const document = told({ case: head, ...written } as CaseDocument)
      const own = openSession(document)
      const copy = openSession(renamed(document))
      fc.pre('baseline' in own && 'baseline' in copy)
      if (!('baseline' in own && 'baseline' in copy)) return
      const { matches, limit } = replayOn({ id: 'random', session: own }, copy)
      expect(limit).toBe(null)
      expect(matches).toHaveLength(1)
      const again = replayOn({ id: 'random', session: own }, own).matches.find(({ home }) => home)!
      const restless = unquiet(own)
      const calm = (times: Record<string, readonly number[]>) =>
        Object.entries(times).filter(([id]) => !restless.has(id))
      expect(calm(down(again))).toEqual(calm(downAtHome(own)))
      const services = Object.entries(down(again)).filter(([id]) => copy.services.includes(`copy.${id}`))
      const there = down(matches[0]!)
      for (const [id, times] of services) expect(there[`copy.${id}`]).toEqual(times)
      if (services.some(([, [downMs]]) => downMs! > 0)) fallen++
    }),
    { numRuns: 60 },
  )
  expect(fallen).toBeGreaterThan(5)
})
