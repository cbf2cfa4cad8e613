// The agenda of a review round is drawn from the case: what contradicts the model, what is claimed differently, the
// organisation's own shortcomings, what the program asks. The same things keep their keys, and nobody is named.

import { describe, expect, it } from 'vitest'
import { type AgendaItem, agendaOf } from '../../src/assess/agenda.js'
import { fidelity } from '../../src/assess/fidelity.js'
import { openSession } from '../../src/assess/session.js'
import { loadCase } from '../../src/files/loadCase.js'
import type { CaseDocument } from '../../src/model/case.js'
import { textIn } from '../../src/model/text.js'
import { readCaseFolder } from '../../src/publish/readFolder.js'
import { agendaWords, type SaidItem } from '../../src/words/agenda/agendaWords.js'

function kakao(): CaseDocument {
  const { id, files } = readCaseFolder('cases/kakao-2022')
  return loadCase(id, files).document as CaseDocument
}

function agenda(document: CaseDocument): readonly AgendaItem[] {
  const session = openSession(document)
  if (!('baseline' in session)) throw new Error('no session')
  return agendaOf(document, { session, fidelity: fidelity(session) })
}

const said = (item: AgendaItem, language: 'ko' | 'en'): string => {
  const plain: SaidItem =
    item.kind === 'shortcoming'
      ? { kind: item.kind, title: textIn(item.title, language), asBuilt: textIn(item.asBuilt, language) }
      : item
  return agendaWords(language).ask(plain, {
    component: id => id,
    event: id => id,
    fact: id => id,
    quantity: id => id,
    span: (from, to) => `${from}–${to}`,
  } as Parameters<ReturnType<typeof agendaWords>['ask']>[1])
}

describe('the agenda of a whole case', () => {
  const document = kakao()
  const items = agenda(document)

  it('has every kind, surprises first, and every shortcoming', () => {
    const kinds = items.map(({ kind }) => kind)
    expect([...new Set(kinds)]).toEqual(['surprise', 'rival-claims', 'shortcoming', 'question'])
    const shortcomings = items.flatMap(item => (item.kind === 'shortcoming' ? [item.id] : []))
    expect(shortcomings).toEqual(Object.keys(document.shortcomings ?? {}))
  })

  it('gives each a key of its own and at least one place that exists', () => {
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
    for (const { key, about } of items) {
      expect(about.length, key).toBeGreaterThan(0)
      const [section, id] = about[0] ?? []
      expect(document[section as 'facts']?.[String(id)], key).toBeDefined()
    }
  })

  it('asks in both languages, with a question mark', () => {
    for (const item of items) {
      expect(said(item, 'ko'), item.key).toMatch(/\?/)
      expect(said(item, 'en'), item.key).toMatch(/\?/)
    }
  })

  it('keeps the keys of what it still asks when a time and a title are changed', () => {
    const facts = { ...document.facts }
    const [first] = items
    const id = first?.kind === 'surprise' ? (first.question.facts[0] ?? '') : ''
    facts[id] = { ...facts[id]!, text: 'Another wording' }
    const edited = { ...document, facts, case: { ...document.case, title: 'Another title' } }
    expect(agenda(edited).map(({ key }) => key)).toEqual(items.map(({ key }) => key))
  })
})

describe('a case without a model', () => {
  const document: CaseDocument = {
    case: { title: 'x', timezone: 'Asia/Seoul', start: '2025-03-08 09:12' },
    facts: {
      a: { at: '+0m', text: 'One', 'claimed-by': { ko: '가', en: 'A' } },
      b: { at: '+9m', text: 'Other', 'claimed-by': 'B', disputes: 'a' },
      c: { at: '+10m', text: 'Third', disputes: ['b', 'gone'] },
      d: { at: '+11m', text: 'Alone' },
    },
    shortcomings: { s: { 'as-built': 'The tool stood in one place' } },
  }
  const items = agendaOf(document, null)

  it('asks about rival claims as one, and about shortcomings', () => {
    expect(items.map(({ key }) => key)).toEqual(['rival-claims:main:a:b:c', 'shortcoming:s'])
    expect(items[0]?.about).toEqual([
      ['facts', 'a'],
      ['facts', 'b'],
      ['facts', 'c'],
    ])
    expect(said(items[0]!, 'en')).toBe(
      '0–600000: facts a, b, c are rival claims (A, B). Which log or meter could tell them apart?',
    )
    expect(said(items[1]!, 'ko')).toBe(
      '“The tool stood in one place” 그렇게 되어 있었나? 여기에 빠진 것은 무엇인가?',
    )
  })

  it('asks nothing where there is nothing to ask', () => {
    expect(agendaOf({ case: document.case }, null)).toEqual([])
  })
})
