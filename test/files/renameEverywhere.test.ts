// A new name changes every reference to the old one and nothing else: the case means the same, is as sound as before, and renaming
// back gives the same bytes.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fidelity } from '../../src/assess/fidelity.js'
import type { CaseFile } from '../../src/files/caseFile.js'
import { CaseReader } from '../../src/files/caseReader.js'
import { editCase } from '../../src/files/editCase.js'
import { loadCase } from '../../src/files/loadCase.js'
import { namedInNarrative } from '../../src/files/narrativeNames.js'
import { examine } from '../../src/lint/examination.js'
import { eachReference } from '../../src/model/eachReference.js'
import type { CasePath } from '../../src/model/problem.js'
import { appliedTo } from './appliedTo.js'
import { caseFolder, documentOf } from './caseFolder.js'

const sections = [
  'sources',
  'facts',
  'ifs',
  'actions',
  'components',
  'scenarios',
  'quantities',
  'events',
  'objectives',
  'shortcomings',
]

function renamed(files: readonly CaseFile[], path: CasePath, to: string): readonly CaseFile[] {
  const result = editCase(files, { kind: 'rename', path, to })
  if ('refused' in result) throw new Error(JSON.stringify(result.refused))
  expect(appliedTo(files, result.changes)).toEqual(result.files)
  return result.files
}

/** What a case comes to: its problems by code, and how it fares against its facts, without any names. */
function outcome(files: readonly CaseFile[], reader: CaseReader) {
  const { found, session } = examine(loadCase('c', files, { reader }))
  const held = session === null ? null : fidelity(session)
  return {
    codes: found.map(({ code }) => code).sort(),
    verdicts: held?.facts.map(({ kind, verdict, errorMs }) => `${kind} ${verdict} ${errorMs}`).sort(),
  }
}

function keepsRank(ids: readonly string[], id: string, to: string): boolean {
  const after = ids.map(one => (one === id ? to : one)).sort()
  return [...ids].sort().indexOf(id) === after.indexOf(to)
}

describe.each(['cases/kakao-2022', 'scaffold/en'])('in %s', folder => {
  const files = caseFolder(folder)
  const document = documentOf(files)
  const paths = sections.flatMap((section): CasePath[] => [
    ...Object.keys(document[section] ?? {}).map(id => [section, id]),
    ...(section === 'scenarios'
      ? Object.entries(document.scenarios ?? {}).flatMap(([id, scenario]) =>
          Object.keys((scenario as { events: object }).events).map(event => [
            'scenarios',
            id,
            'events',
            event,
          ]),
        )
      : []),
  ])

  it('any entry has another name, and all who name it follow', { timeout: 240_000 }, () => {
    const reader = new CaseReader()
    const before = outcome(files, reader)
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.constantFrom('zz', '새-이름', 'zz.y@1', null),
        (path, given) => {
          const to = given ?? `${path.at(-1)}0`
          const after = renamed(files, path, to)
          const { codes, verdicts } = outcome(after, reader)
          expect(codes).toEqual(before.codes)
          // Of those who wait for one crew the first by id begins: a name in another place of the alphabet is another case.
          if (path[0] !== 'components' || keepsRank(Object.keys(document.components!), String(path[1]), to)) {
            expect(verdicts).toEqual(before.verdicts)
          }
          const id = String(path.at(-1))
          const section = path.length === 4 ? 'events' : path[0]
          const scenario = path.length === 4 ? path[1] : 'main'
          eachReference(documentOf(after), reference => {
            const isOld =
              reference.section === section && reference.scenario === scenario && reference.id === id
            expect(isOld).toBe(false)
          })
          for (const { path: name, text } of after) {
            if (!name.endsWith('.md')) continue
            const named = namedInNarrative(String(text)).filter(one => one.section === section)
            expect(named.map(one => one.id)).not.toContain(id)
          }
          const back = renamed(after, [...path.slice(0, -1), to], id)
          expect(back).toEqual([...files].sort((a, b) => (a.path < b.path ? -1 : 1)))
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('one line', () => {
  const rest = 'components: { db: { kind: store }, web: { kind: tool } }\n'
  const edited = (text: string, path: CasePath, to: string) => {
    const result = editCase([{ path: 'a.yaml', text: text + rest }], { kind: 'rename', path, to })
    return 'refused' in result
      ? result.refused
      : String(result.files[0]!.text).replace(/components: .*\n/, '')
  }

  it.each([
    [
      'an expression',
      'events: { e: { when: "not db and  (db.full or dbx) # no" } }\n',
      'events: { e: { when: "not NEW and  (NEW.full or dbx) # no" } }\n',
    ],
    [
      'one over several lines',
      'events:\n  e:\n    when:\n      db >= 1 and\n      not web\n',
      'events:\n  e:\n    when:\n      NEW >= 1 and\n      not web\n',
    ],
    [
      'one that cannot be read',
      'events: { e: { when: db and and } }\n',
      'events: { e: { when: NEW and and } }\n',
    ],
    [
      'keys',
      'facts: { f: { changes: { db: down }, shows: { "db": up } } }\n',
      'facts: { f: { changes: { NEW: down }, shows: { "NEW": up } } }\n',
    ],
    [
      'lists and texts',
      'events: { e: { fail: [db, web], cut: db, repair: { db: 1 } } }\n',
      'events: { e: { fail: [NEW, web], cut: NEW, repair: { NEW: 1 } } }\n',
    ],
    [
      'a basis of a field',
      'events: { e: { fail: { db: 1 }, basis: { fail.db: assumed } } }\n',
      'events: { e: { fail: { NEW: 1 }, basis: { fail.NEW: assumed } } }\n',
    ],
    ['no text', 'facts: { f: { text: db, phase: db } }\n', 'facts: { f: { text: db, phase: db } }\n'],
    [
      'what an anchor shares, once',
      'events: { e: { cut: &x [db] }, g: { cut: *x } }\n',
      'events: { e: { cut: &x [NEW] }, g: { cut: *x } }\n',
    ],
  ])('%s', (_, before, after) => {
    const text = edited(before, ['components', 'db'], 'store-1')
    expect(text).toBe(after.replaceAll('NEW', 'store-1'))
  })

  it.each([
    [['components', 'db'], 'web', { code: 'taken', id: 'web' }],
    [['components', 'db'], 'not', { code: 'not-an-id', id: 'not' }],
    [['components', 'db'], 'a b', { code: 'not-an-id', id: 'a b' }],
    [['components', 'x'], 'y', { code: 'no-such-place', path: ['components', 'x'] }],
  ] as const)('refuses %j as %s', (path, to, refusal) => {
    expect(edited('', path, to)).toEqual(refusal)
  })

  it('a word that would be no text is quoted', () => {
    expect(edited('events: { e: { cut: db } }\n', ['components', 'db'], 'true')).toBe(
      'events: { e: { cut: "true" } }\n',
    )
  })

  it('narratives', () => {
    const text =
      'So :fact[a] and :fact[ a ], not :fact[ab] or a.\n\n::if{id=a}\n:verdict[a]{if="b, a c"} :duration[a]{x=a}\n::recovery-path{of="a"} ::if{#a}\n::scenario{id=s} ::replay{scenario=s} :verdict[a]{if=b scenario=s} ::facts{scenario=s}\n'
    const names = namedInNarrative(text).map(({ section, from, to }) => `${section} ${text.slice(from, to)}`)
    expect(names).toEqual([
      'facts a',
      'facts a',
      'facts ab',
      'ifs a',
      'components a',
      'ifs b',
      'ifs a',
      'ifs c',
      'components a',
      'components a',
      'ifs a',
      'scenarios s',
      'scenarios s',
      'components a',
      'ifs b',
      'scenarios s',
    ])
  })
})
