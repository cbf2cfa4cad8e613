// What a second scenario says of the ifs that it brings: counted by leaving out and trying alone, held against systems whose
// answer is known, and ranges against the same case written with the ends of the ranges.

import { describe, expect, it } from 'vitest'
import { drill } from '../../src/assess/drill.js'
import { factRanges } from '../../src/assess/factRanges.js'
import { fidelity, fidelityOf } from '../../src/assess/fidelity.js'
import { runJson } from '../../src/assess/runJson.js'
import { reviewScenario } from '../../src/assess/scenarioReview.js'
import type { CaseDocument } from '../../src/model/case.js'
import { documentOf, ms, open, opened } from './notation.js'

const CASE = `
quantities:
  boot: { value: 1h..4h, basis: { fitted: [first-back] } }
  takeover: { value: 1m..9m, basis: assumed }
  guess: { value: 5m..20m, basis: { assumed: true, knowing: [second-known] } }
components:
  hall: { kind: site }
  queue: { kind: queue, in: hall, recovery: { takes: boot } }
  base: { kind: database, in: hall, recovery: { takes: boot } }
  spare: { kind: database, initial: absent }
  twin: { kind: component, standby-for: base, needs: spare, recovery: { takes: takeover } }
  both: { kind: service, needs: (queue or queue2) and (base or twin), recovery: { takes: 0s } }
  lone: { kind: service, needs: base or twin }
  apart: { kind: service, in: hall, recovery: { takes: guess } }
  queue2: { kind: queue, initial: absent }
events:
  lost: { at: +1h, fail: [queue, base, apart] }
facts:
  first-back: { at: +3h, text: x, changes: { both: up } }
  second-back: { at: +5m, text: x, changes: { both: up }, scenario: again }
  second-known: { at: +10m, text: x, changes: { apart: up }, scenario: again }
  second-later: { at: after +30m, text: x, scenario: again }
ifs:
  second-queue: { title: A second queue, components: { queue2: { initial: up } } }
  second-base: { title: A second base, components: { spare: { initial: up } } }
  idle: { title: Nothing that matters, components: { hall: { title: Hall } } }
scenarios:
  again:
    title: Again
    start: 2023-02-01 09:00
    ifs: [second-queue, second-base, idle]
    events: { lost-again: { at: 2023-02-01 09:00, fail: [queue, base, apart] } }
`

describe('One condition, or several', () => {
  const review = reviewScenario(open(CASE), 'again')
  const of = (component: string) => review.services.find(service => service.component === component)!

  it('where each of two is needed, neither alone does it', () => {
    const { share, enough, needed, inPlace, without } = of('both')
    expect({ share, enough, needed: needed.map(({ ifId }) => ifId) }).toEqual({
      share: 'several',
      enough: [],
      needed: ['second-queue', 'second-base'],
    })
    expect([inPlace.downMs, without.downMs]).toEqual([ms('3m'), ms('2h')])
    expect(needed.map(({ outcome }) => outcome.downMs)).toEqual([ms('2h'), ms('2h')])
  })

  it('where one does all of it, it is named', () => {
    const { share, enough, needed } = of('lone')
    expect({ share, enough, needed: needed.map(({ ifId }) => ifId) }).toEqual({
      share: 'one',
      enough: ['second-base'],
      needed: ['second-base'],
    })
  })

  it('where nothing changes, nothing is claimed', () => {
    expect(of('apart')).toMatchObject({ share: 'none', enough: [], needed: [] })
  })

  it('names what was set knowing the facts of the scenario, and only that', () => {
    expect(review.knowing).toEqual([['quantities', 'guess']])
  })
})

describe('A scenario with exactly some ifs', () => {
  const session = open(CASE)

  it('leaves out those that it brings, and knows them apart from those that come besides', () => {
    expect(session.exactly([], 'again').changed).toEqual([])
    expect(session.exactly(['idle'], 'again')).not.toBe(session.with(['idle'], 'again'))
    expect(session.exactly(['second-base', 'second-queue', 'idle'], 'again').run.changes).toEqual(
      session.baseline('again').changes,
    )
    expect(session.exactly(['idle'])).toBe(session.with(['idle']))
  })
})

describe('Ranges of a scenario', () => {
  const asWritten = (name: string, value: string): CaseDocument => {
    const document = documentOf(CASE)
    const quantities = { ...document.quantities }
    return { ...document, quantities: { ...quantities, [name]: { ...quantities[name], value } } }
  }
  const timeIn = (document: CaseDocument, fact: string) =>
    fidelity(opened(document)).facts.find(({ id }) => id === fact)?.simulatedMs

  it('move a fact as far as the case written with their ends does', () => {
    const { facts, tried, untried } = factRanges(open(CASE), 'again')
    const found = facts.find(({ outcome }) => outcome.id === 'second-back')!
    const ends = ['1m', '9m'].map(value => timeIn(asWritten('takeover', value), 'second-back'))
    expect([found.earliestMs, found.latestMs]).toEqual(ends)
    expect(found.moving).toEqual([['quantities', 'takeover']])
    expect(found.turning).toEqual([])
    // Medians, three ranges at both ends, all low, all high.
    expect({ tried, untried }).toEqual({ tried: 9, untried: 0 })
  })

  it('are named with the end that would change the verdict', () => {
    const far = CASE.replace('takeover: { value: 1m..9m', 'takeover: { value: 1m..3h')
    const found = factRanges(open(far), 'again').facts.find(({ outcome }) => outcome.id === 'second-back')!
    expect(found.outcome.verdict).toBe('agrees')
    // The primary is back by itself before a takeover of three hours would be.
    expect(found.turning).toEqual([
      {
        paths: [['quantities', 'takeover']],
        end: 'high',
        verdict: 'contradicted',
        simulatedMs: ms('2h'),
      },
    ])
  })
})

describe('Each scenario stands by itself', () => {
  const session = open(CASE)

  it('counts its own facts, and together they are all', () => {
    const [main, again] = ['main', 'again'].map(id => fidelityOf(session, id))
    expect(main!.byFact.map(({ id }) => id)).toEqual(['first-back'])
    expect(again!.byFact.map(({ id }) => id)).toEqual(['second-back', 'second-known'])
    expect([main!.fitted.total, again!.tests.total, again!.fitted.total]).toEqual([1, 1, 1])
    expect(fidelity(session).byFact).toHaveLength(3)
  })

  it('is told to other programs, with times from its own start', () => {
    const all = runJson('small', session)
    expect(Object.keys(all)).toEqual(['case', 'changes', 'services', 'fidelity', 'scenarios'])
    const alone = runJson('small', session, 'again')
    expect(alone).toEqual({ case: 'small', scenario: 'again', ...all.scenarios?.again })
    expect(alone.changes[0]?.t).toBe(0)
    expect(runJson('small', session, 'main').scenarios).toBeUndefined()
  })

  it('is drilled with the ifs that it brings', () => {
    const down = (scenario: string) =>
      drill(session, ['base'], [], scenario).falls.find(one => one.service)?.downMs
    expect([down('main'), down('again')]).toEqual([ms('2d'), ms('3m')])
  })
})
