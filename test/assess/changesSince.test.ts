// What changed since the last sign-off is told entry by entry and paragraph by paragraph: nothing that differs is left
// out, and layout alone is no change.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesSince } from '../../src/assess/changesSince.js'
import type { CaseDocument } from '../../src/model/case.js'

const head = { title: 'Outage', timezone: 'Asia/Seoul', start: '2025-03-08 09:12' }
const version = (document: Partial<CaseDocument>, ko = '', en = '') => ({
  document: { case: head, ...document } as CaseDocument,
  narratives: { ko, en },
})

/** `kind section/id: fields` of each entry. */
function told(before: Partial<CaseDocument>, after: Partial<CaseDocument>): string[] {
  return changesSince(version(before), version(after)).entries.map(
    ({ kind, section, id, from, fields }) =>
      `${kind} ${section}/${id}${from === undefined ? '' : ` from ${from}`}${fields.length > 0 ? `: ${fields.join(' ')}` : ''}`,
  )
}

describe('entries', () => {
  const fact = { at: '+0m', text: { ko: '가', en: 'a' } }

  it.each([
    ['the same', { facts: { a: fact } }, { facts: { a: { ...fact } } }, []],
    ['added', {}, { facts: { a: fact } }, ['added facts/a']],
    ['removed', { facts: { a: fact } }, {}, ['removed facts/a']],
    [
      'changed in one language and in the time',
      { facts: { a: fact } },
      { facts: { a: { at: '+1m', text: { ko: '나', en: 'a' } } } },
      ['changed facts/a: at text.ko'],
    ],
    ['renamed', { facts: { a: fact } }, { facts: { b: fact } }, ['renamed facts/b from a']],
    [
      'changed deep inside, and a key in another order is none',
      { components: { x: { kind: 'service', recovery: { takes: '1h', crew: { ops: 1 } } } } },
      { components: { x: { recovery: { crew: { ops: 2 }, takes: '1h' }, kind: 'service' } } },
      ['changed components/x: recovery.crew.ops'],
    ],
    [
      'in the portable form, which has fields rather than entries',
      { portable: { roles: { site: { kind: 'site' } } } },
      { portable: { roles: { site: { kind: 'room' } }, stays: ['x'] } },
      ['changed portable/: roles.site.kind stays'],
    ],
    [
      'a list is one field',
      { ifs: { i: { title: 'x', requires: ['a'] } } },
      { ifs: { i: { title: 'x', requires: ['a', 'b'] } } },
      ['changed ifs/i: requires'],
    ],
    [
      'one of two alike was renamed, the other removed',
      { facts: { a: fact, b: fact } },
      { facts: { c: fact } },
      ['renamed facts/c from a', 'removed facts/b'],
    ],
    [
      'the order of entries is no change',
      { facts: { a: fact, b: { ...fact, at: '+2m' } } },
      { facts: { b: { ...fact, at: '+2m' }, a: fact } },
      [],
    ],
  ] as const)('%s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected)
  })

  it('tells the head of the case by its fields', () => {
    const after = { ...head, title: 'Another', contact: 'x@y.example' }
    expect(told({}, { case: after })).toEqual(['changed case/: title contact'])
  })

  it('tells sections in the order of reading, and where each stands', () => {
    const { entries } = changesSince(
      version({}),
      version({ sources: { s: { title: 's' } }, facts: { a: fact }, components: { x: { kind: 'site' } } }),
    )
    expect(entries.map(({ path }) => path.join('/'))).toEqual(['facts/a', 'components/x', 'sources/s'])
  })
})

it('compares versions whose files were never checked', () => {
  const odd = [undefined, null, 'text', ['a'], 7n, { a: null }, { a: { at: 12n } }]
  for (const before of odd) {
    for (const after of odd) {
      const { entries } = changesSince(
        { document: { facts: before } as unknown as CaseDocument, narratives: {} },
        { document: { facts: after, case: 'x' } as unknown as CaseDocument, narratives: {} },
      )
      expect(entries.filter(({ section }) => section === 'case').length).toBe(1)
    }
  }
})

describe('paragraphs', () => {
  const paragraphs = (before: string, after: string) =>
    changesSince(version({}, before), version({}, after)).paragraphs

  it('tells what was added, changed and removed, under which heading', () => {
    const before = '## One\n\nAlpha.\n\nBeta.\n\n## Two\n\nGamma.'
    const after = '## One\n\nAlpha.\n\nBeta, more.\n\n## Two\n\nGamma.\n\nDelta.'
    expect(paragraphs(before, after)).toEqual([
      { kind: 'changed', language: 'ko', heading: 'One', before: 'Beta.', after: 'Beta, more.' },
      { kind: 'added', language: 'ko', heading: 'Two', before: null, after: 'Delta.' },
    ])
    expect(paragraphs(after, before).map(({ kind }) => kind)).toEqual(['changed', 'removed'])
  })

  it('takes blank lines and blanks at the ends of lines for layout, and a fence for one block', () => {
    expect(paragraphs('A\n\nB', 'A  \n\n\n\nB\n')).toEqual([])
    expect(paragraphs('```\na\n\nb\n```', '```\na\n\nc\n```').length).toBe(1)
  })

  it('lose nothing: what is removed and added leads from one text to the other', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '# h', 'd e'), { maxLength: 12 })
    fc.assert(
      fc.property(text, text, (old, now) => {
        const changes = paragraphs(old.join('\n\n'), now.join('\n\n'))
        const count = (list: readonly (string | null)[], word: string) =>
          list.filter(one => one === word).length
        for (const word of new Set([...old, ...now])) {
          const gone = count(
            changes.map(({ before }) => before),
            word,
          )
          const come = count(
            changes.map(({ after }) => after),
            word,
          )
          expect(count(old, word) - gone + come).toBe(count(now, word))
        }
      }),
    )
  })

  it('compares long texts in time, and tells very long ones as replaced', () => {
    const long = (mark: string) => Array.from({ length: 2500 }, (_, place) => `${mark}${place}`).join('\n\n')
    const found = paragraphs(long('a'), long('b'))
    expect(found.length).toBe(2500)
  })
})
