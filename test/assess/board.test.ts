// The board tells how services stand from the timeline alone, with a model and without one, and a line of a live log
// becomes a fact of that timeline: what is logged is what the board shows next.

import { describe, expect, it } from 'vitest'
import { boardOf } from '../../src/assess/board.js'
import { logEntry } from '../../src/assess/logEntry.js'
import type { CaseDocument, Fact } from '../../src/model/case.js'
import { parseFactTime } from '../../src/model/time.js'

const head = { title: 'Outage', timezone: 'Asia/Seoul', start: '2022-10-15 15:19' }
const START_MS = Date.UTC(2022, 9, 15, 6, 19)
const NOW_MS = Date.UTC(2022, 9, 15, 6, 30, 5, 250)

const model: NonNullable<CaseDocument['components']> = {
  'talk-text': { kind: 'service', title: { ko: '톡 글 메시지', en: 'Talk text' } },
  'talk-photos': { kind: 'service', title: { ko: '톡 사진', en: 'Talk photos' } },
  mail: { kind: 'service', title: { ko: '메일', en: 'Mail' }, count: 4 },
  hosts: { kind: 'hosts', count: 32000 },
}

function board(facts: Readonly<Record<string, Fact>>, at?: number, components?: CaseDocument['components']) {
  const document = { case: head, facts, ...(components && { components }) }
  const { rows } = boardOf(document, at ?? null)
  return Object.fromEntries(rows.map(row => [row.component, row]))
}

const fact = (at: string, changes: Fact['changes'], rest: Partial<Fact> = {}): Fact => ({
  at,
  text: 'x',
  ...(changes && { changes }),
  ...rest,
})

describe('the board', () => {
  it('tells the last state of each name where there is no model, and since when', () => {
    const rows = board({
      a: fact('2022-10-15 15:30 ± 5m', { talk: 'down', mail: 'down' }),
      b: fact('+4h', { mail: '40%' }),
      c: fact('+10h', { talk: 'up' }),
    })
    expect(Object.keys(rows)).toEqual(['mail', 'talk'])
    expect(rows.mail).toMatchObject({
      state: 'impaired',
      written: '40%',
      fact: 'b',
      sinceMs: START_MS + 4 * 3_600_000,
    })
    expect(rows.talk).toMatchObject({ state: 'up', fact: 'c' })
  })

  it('goes back to a time, and knows how exactly the beginning is known', () => {
    const facts = { a: fact('2022-10-15 15:30 ± 5m', { talk: 'down' }), c: fact('+10h', { talk: 'up' }) }
    const { talk } = board(facts, START_MS + 3_600_000)
    expect(talk).toMatchObject({ state: 'down', sinceMs: START_MS + 11 * 60_000 })
    expect(talk?.since).toEqual({ fromEpochMs: START_MS + 6 * 60_000, toEpochMs: START_MS + 16 * 60_000 })
    expect(board(facts, START_MS).talk).toMatchObject({ state: 'unknown', fact: null, sinceMs: null })
  })

  it('keeps the beginning where a later fact says the same, and names the later one too', () => {
    const rows = board({
      a: fact('+8m', { talk: 'down' }),
      b: fact('+20m', undefined, { shows: { talk: 'down' } }),
      c: fact('+30m', { talk: 'down' }),
    })
    expect(rows.talk).toMatchObject({ fact: 'a', lastFact: 'c', sinceMs: START_MS + 8 * 60_000 })
  })

  it('says of a state that was only shown that it began before', () => {
    const { talk } = board({ b: fact('+20m', undefined, { shows: { talk: 'down' } }) })
    expect(talk?.since).toEqual({ fromEpochMs: null, toEpochMs: START_MS + 20 * 60_000 })
  })

  it('counts units against the number that the model has; without one a number alone tells no state', () => {
    const facts = { a: fact('+1h', { mail: 4, hosts: 12000 }) }
    expect(board(facts, undefined, model).mail?.state).toBe('up')
    expect(board({ a: fact('+1h', { mail: 3 }) }, undefined, model).mail?.state).toBe('impaired')
    expect(board({ a: fact('+1h', { mail: 'at least 4' }) }, undefined, model).mail?.state).toBe('up')
    expect(board(facts).hosts).toMatchObject({ state: 'unknown', written: '12000' })
    expect(board({ a: fact('+1h', { hosts: 0 }) }).hosts?.state).toBe('down')
  })

  it('shows every service of a model, also one that no fact speaks of, and only services', () => {
    expect(Object.keys(board({ a: fact('+1h', { mail: 'down', hosts: 0 }) }, undefined, model))).toEqual([
      'mail',
      'talk-text',
      'talk-photos',
    ])
  })

  it('marks what is disputed, and leaves facts of other scenarios out', () => {
    const rows = board({
      a: fact('+1h', { talk: 'down' }),
      b: fact('+2h', undefined, { disputes: 'a' }),
      c: fact('+3h', { talk: 'up' }, { scenario: 'again' }),
    })
    expect(rows.talk).toMatchObject({ state: 'down', disputed: true })
  })
})

describe('a line of the log', () => {
  const document: CaseDocument = { case: head, components: model }
  const logged = (text: string, on: CaseDocument = document) => {
    const entry = logEntry(text, NOW_MS, on)
    if ('refused' in entry) throw new Error(entry.refused.code)
    return entry
  }

  it.each([
    ['talk-text down: power lost in B3', { 'talk-text': 'down' }, 'impact', 'power lost in B3'],
    ['↑ talk-text', { 'talk-text': 'up' }, 'recovery', '↑ talk-text'],
    ['↓ mail, Talk photos', { mail: 'down', 'talk-photos': 'down' }, 'impact', '↓ mail, Talk photos'],
    ['mail 40%', { mail: '40%' }, 'impact', 'mail 40%'],
    ['mail 3', { mail: 3 }, 'impact', 'mail 3'],
    ['hosts 12,000: first racks', { hosts: 12000 }, 'impact', 'first racks'],
    ['The mail is back', { mail: 'up' }, 'recovery', 'The mail is back'],
    [
      'mail degraded; talk-text down',
      { mail: 'impaired', 'talk-text': 'down' },
      'impact',
      'mail degraded; talk-text down',
    ],
    ['글 복구', { 'talk-text': 'up' }, 'recovery', '글 복구'],
    ['메일이 일부 복구', { mail: 'impaired' }, 'impact', '메일이 일부 복구'],
    ['톡 사진 접속 불가: 업로드부터', { 'talk-photos': 'down' }, 'impact', '업로드부터'],
    ['메일 서비스 정상화', { mail: 'up' }, 'recovery', '메일 서비스 정상화'],
  ] as const)('%s', (text, changes, phase, kept) => {
    const { fact } = logged(text)
    expect(fact.changes).toEqual(changes)
    expect(fact.phase).toBe(phase)
    expect(fact.text).toBe(kept)
  })

  it.each([
    ['Somebody at the door', undefined],
    ['톡 복구는 아직 멀었다', undefined],
    // Both have 톡 in their names: nothing is guessed.
    ['톡 복구', undefined],
    ['mail 5', undefined],
    ['Rolled back the release', 'mitigation'],
    ['문의 전화가 이어진다', 'detection'],
    ['The notice was posted on the page', undefined],
  ])('%s stays text', (text, phase) => {
    const { fact } = logged(text)
    expect(fact.changes).toBeUndefined()
    expect(fact.phase).toBe(phase)
    expect(fact.text).toBe(text)
  })

  it('has the time of now to the second in the zone of the case, and reads back as that instant', () => {
    const { fact } = logged('mail down')
    expect(fact.at).toBe('2022-10-15 15:30:05')
    const read = parseFactTime(fact.at, { timezone: head.timezone, startEpochMs: START_MS })
    expect(read).toMatchObject({ kind: 'at', fromMs: 11 * 60_000 + 5_000 })
  })

  it.each([
    ['15:24', '2022-10-15 15:24'],
    ['5분 전', '2022-10-15 15:25'],
    ['2 h ago', '2022-10-15 13:30'],
    ['15:20 ± 5m', '2022-10-15 15:20 ± 5m'],
  ])('takes %s as a time', (at, written) => {
    const entry = logEntry('mail down', NOW_MS, document, { at })
    expect('fact' in entry && entry.fact.at).toBe(written)
  })

  it('is public only where that is asked for', () => {
    const entry = logEntry('Photos may be late today', NOW_MS, document, { announce: true })
    expect('fact' in entry && entry.fact.phase).toBe('communication')
    expect(logged('We announced it to the press').fact.phase).toBeUndefined()
  })

  it('gets a readable id that is free', () => {
    expect(logged('talk-text down').id).toBe('talk-text-down')
    const facts = { 'talk-text-down': fact('+1m', { 'talk-text': 'down' }) }
    expect(logged('talk-text down', { ...document, facts }).id).toBe('talk-text-down-2')
    expect(logged('정문 앞에 소방차 도착').id).toBe('정문-앞에-소방차-도착')
    expect(logged('!!!').id).toBe('part')
  })

  it('gives a case without a model its first names', () => {
    const bare: CaseDocument = { case: head }
    expect(logged('↓ Talk text', bare).fact.changes).toEqual({ 'talk-text': 'down' })
    expect(logged('메일 장애: 접속이 안 됨', bare).fact.changes).toEqual({ 메일: 'down' })
    expect(logged('The building is down', bare).fact.changes).toBeUndefined()
    const after: CaseDocument = { case: head, facts: { a: fact('+1m', { 메일: 'down' }) } }
    expect(logged('메일 복구', after).fact.changes).toEqual({ 메일: 'up' })
  })

  it.each([
    ['  ', {}, 'empty'],
    ['x'.repeat(5001), {}, 'too-long'],
    ['mail down', { at: 'soon' }, 'bad-time'],
    ['x', { changes: { mali: 'down' } }, 'unknown-id'],
    ['x', { changes: { mail: 'broken' } }, 'bad-state'],
    ['x', { changes: { mail: 5 } }, 'bad-state'],
  ])('is refused with a reason: %#', (text, options, code) => {
    expect(logEntry(text, NOW_MS, document, options)).toMatchObject({ refused: { code } })
  })

  it('suggests the id that was probably meant', () => {
    const entry = logEntry('x', NOW_MS, document, { changes: { mali: 'down' } })
    expect('refused' in entry && entry.refused.suggestion).toBe('mail')
  })

  it('moves the board', () => {
    const first = logged('mail down')
    const document2 = { ...document, facts: { [first.id]: first.fact } }
    expect(boardOf(document2).rows[0]).toMatchObject({
      component: 'mail',
      state: 'down',
      sinceMs: Math.floor(NOW_MS / 1000) * 1000,
    })
  })
})
