/** Drafts are merged, split, and become facts that the case's own schema accepts, in the order of time, by the smallest edits. */
import { describe, expect, it } from 'vitest'
import { editCase } from '../../src/files/editCase.js'
import { loadCase } from '../../src/files/loadCase.js'
import { draftOf } from '../../src/interop/draftOf.js'
import { acceptDrafts } from '../../src/interop/drafts/acceptDrafts.js'
import { factOf } from '../../src/interop/drafts/factOf.js'
import { mergeDrafts } from '../../src/interop/drafts/mergeDrafts.js'
import { splitDraft } from '../../src/interop/drafts/splitDraft.js'
import { exactTime, inZone } from '../../src/interop/machineTime.js'
import { idProblem } from '../../src/model/identifier.js'

const draft = (clock: string | null, text: string, rest: object = {}) =>
  draftOf({
    format: 'slack',
    identity: `${clock} ${text}`,
    time: clock === null ? null : exactTime(Date.parse(`2022-10-15T${clock}+09:00`), clock, 'Asia/Seoul'),
    text,
    place: 'general/2022-10-15.json message 1',
    original: text,
    ...rest,
  })
const none = { facts: new Set<string>(), sources: new Set<string>() }

describe('merge', () => {
  it('covers the time of all, says each thing once, keeps every original', () => {
    const merged = mergeDrafts(
      [
        draft('15:42', 'b', { changes: { db: 'up' } }),
        draft('15:30', 'a', { changes: { db: 'down' } }),
        draft('15:35', 'a '),
      ],
      'Asia/Seoul',
    )
    expect(merged).toMatchObject({
      text: 'a\nb',
      changes: { db: 'up' },
      time: { at: '2022-10-15 15:30 .. 2022-10-15 15:42' },
    })
    expect(merged.origin.original).toMatch(/a[\s\S]*b/)
  })

  it('is the same in any order; one alone stays itself; none is a bug', () => {
    const [a, b] = [draft('15:30', 'a'), draft('15:31', 'b')]
    expect(mergeDrafts([b, a], 'Asia/Seoul')).toEqual(mergeDrafts([a, b], 'Asia/Seoul'))
    expect(mergeDrafts([a], 'Asia/Seoul')).toBe(a)
    expect(() => mergeDrafts([], 'Asia/Seoul')).toThrow(/at least one/)
  })
})

describe('split', () => {
  it('at a place or at lines; the parts are all of it, each with a key of its own', () => {
    const whole = draft('15:30', 'power is lost\n- generator starts\n\n- racks are up')
    const parts = splitDraft(whole, { lines: true })
    expect(parts.map(({ text }) => text)).toEqual(['power is lost', 'generator starts', 'racks are up'])
    expect(new Set(parts.map(({ key }) => key)).size).toBe(3)
    expect(parts.every(({ time, origin }) => time === whole.time && origin === whole.origin)).toBe(true)
    expect(splitDraft(whole, { offset: 13 }).map(({ text }) => text)).toEqual([
      'power is lost',
      'generator starts\n\n- racks are up',
    ])
    expect(splitDraft(whole, { offset: 0 })).toEqual([whole])
  })
})

describe('a fact of a draft', () => {
  it.each([
    ['15:30', 'The pods are restarting on node 3', 'pods-restarting-node-1530'],
    ['15:30', '[@1]이 서버실 전원을 내림', '이-서버실-전원을-내림-1530'],
    ['03:05', '3', 'fact-0305'],
    ['03:05', '📎', 'fact-0305'],
    ['15:30', 'not and or', 'fact-1530'],
  ])('%s %s', (clock, text, id) => {
    const made = factOf(draft(clock, text), none)
    expect(made?.id).toBe(id)
    expect(idProblem(made!.id)).toBeNull()
    expect(factOf(draft(clock, text), { ...none, facts: new Set([id, `${id}-2`]) })?.id).toBe(`${id}-3`)
  })

  it('names its source; without a time or words there is none', () => {
    expect(
      factOf(draft('15:30', 'a\n- b', { phase: 'recovery', claimedBy: 'Hanul', changes: { db: 'up' } }), none)
        ?.fact,
    ).toEqual({
      at: '2022-10-15 15:30',
      text: 'a / b',
      changes: { db: 'up' },
      phase: 'recovery',
      'claimed-by': 'Hanul',
      sources: ['slack-export'],
    })
    expect(factOf(draft(null, 'a'), none)).toBeNull()
    expect(factOf(draft('15:30', ' '), none)).toBeNull()
  })
})

describe('accepting', () => {
  const head = 'case: { title: x, timezone: Asia/Seoul, start: 2022-10-15 15:00 }\n'
  const accept = (text: string, drafts: Parameters<typeof acceptDrafts>[1]) => {
    const files = [{ path: 'case.yaml', text }]
    const { document } = loadCase('x', files)
    const { edits, ...rest } = acceptDrafts(document!, drafts)
    const result = editCase(files, { kind: 'many', edits })
    expect(result).not.toHaveProperty('refused')
    const after = 'files' in result ? result.files : []
    const loaded = loadCase('x', after)
    expect(loaded.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    return { ...rest, facts: Object.keys(loaded.document?.facts ?? {}), text: String(after[0]?.text) }
  }

  it('keeps the order of time and every other line', () => {
    const text = `${head}facts:\n  early: { at: 2022-10-15 15:10, text: a }   # a comment\n  late:\n    at: 2022-10-15 16:00\n    text: b\n`
    const {
      facts,
      text: after,
      lacking,
    } = accept(text, [
      draft('15:50', 'second thing'),
      draft('15:40', 'first thing'),
      draft('17:00', 'last thing'),
      draft(null, 'when'),
    ])
    expect(facts).toEqual(['early', 'first-thing-1540', 'second-thing-1550', 'late', 'last-thing-1700'])
    expect(lacking).toHaveLength(1)
    const kept = after.split('\n').filter(line => text.split('\n').includes(line))
    expect(kept).toEqual(expect.arrayContaining(text.trimEnd().split('\n')))
    expect(after).toContain('slack-export:')
  })

  it('begins a timeline where there is none', () => {
    const { facts, accepted } = accept(head, [
      draft('15:40', 'one'),
      draft('15:30', 'two'),
      draft('15:35', 'one'),
    ])
    expect(facts).toEqual(['two-1530', 'one-1535', 'one-1540'])
    expect(accepted.map(({ factId }) => factId)).toEqual(facts)
  })
})

it('a time is told on the clocks of another zone, its kind kept', () => {
  const instant = Date.parse('2022-10-15T06:30:00Z')
  const time = (at: string, minutes = 0) => ({
    fromEpochMs: instant,
    toEpochMs: instant + minutes * 60_000,
    written: '',
    at,
  })
  expect(inZone(time('2022-10-15 15:30'), 'UTC').at).toBe('2022-10-15 06:30')
  expect(inZone(time('2022-10-15 15:30 .. 15:42', 12), 'UTC').at).toBe('2022-10-15 06:30 .. 2022-10-15 06:42')
  expect(inZone(time('by 2022-10-15 15:30'), 'UTC').at).toBe('by 2022-10-15 06:30')
  expect(inZone(time('2022-10-15 15:35 ± 5m', 10), 'UTC').at).toBe('2022-10-15 06:35 ± 5m')
  const twice = Date.parse('2022-10-30T00:30:00Z')
  expect(exactTime(twice, '', 'Europe/Paris').at).toBe('2022-10-30 02:30+02:00')
})
