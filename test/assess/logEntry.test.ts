// Whatever is typed into a live log while things burn, what comes of it is a fact that the case can hold: its files read
// without errors afterwards, the text is there, and the time is now.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { logEntry } from '../../src/assess/logEntry.js'
import { editCase } from '../../src/files/editCase.js'
import { loadCase } from '../../src/files/loadCase.js'
import type { CaseDocument } from '../../src/model/case.js'

const NOW_MS = Date.UTC(2022, 9, 15, 6, 30, 5)

const files = [
  {
    path: 'case.yaml',
    text: [
      'case: { title: x, timezone: Asia/Seoul, start: 2022-10-15 15:19 }',
      'components:',
      '  mail: { kind: service, title: { ko: 메일, en: Mail }, count: 4 }',
      '  talk-text: { kind: service, title: 톡 글 메시지 }',
      'facts:',
      '  mail-down: { at: +1m, text: x, changes: { mail: down } }',
      '',
    ].join('\n'),
  },
]

const bare = [{ path: 'case.yaml', text: files[0]?.text.replace(/components:[\s\S]*(?=facts:)/, '') ?? '' }]

const piece = fc.oneof(
  fc.constantFrom(
    'mail',
    '메일',
    '글',
    'talk-text',
    '↑',
    '↓',
    'down',
    '복구',
    '40%',
    '3',
    '5',
    ':',
    ', ',
    '·',
    'is',
    ' ',
  ),
  fc.constantFrom(
    '"',
    "'",
    '{',
    '}',
    '#',
    '- ',
    '? ',
    '|',
    '\n',
    '\t',
    '\u0007',
    '\uFFFE',
    '&a',
    '*a',
    '!!x',
    '%',
    '999%',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const line = fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join(' '))

it.each([
  ['with a model', files],
  ['without one', bare],
])('any line, on a case %s', (_, given) => {
  const document = loadCase('live', given).document as CaseDocument
  fc.assert(
    fc.property(line, fc.boolean(), (text, announce) => {
      const entry = logEntry(text, NOW_MS, document, { announce })
      if ('refused' in entry) {
        expect(entry.refused.code).toBe('empty')
        return
      }
      const edited = editCase(given, { kind: 'set', path: ['facts', entry.id], value: entry.fact })
      if ('refused' in edited) throw new Error(JSON.stringify(edited.refused))
      const after = loadCase('live', edited.files)
      expect(after.problems.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(after.document?.facts?.[entry.id]).toEqual(entry.fact)
      expect(Object.keys(after.document?.facts ?? {}).length).toBe(2)
      expect(entry.fact.at).toBe('2022-10-15 15:30:05')
    }),
    { numRuns: 300 },
  )
})

it('more units than there are make no state', () => {
  const document = loadCase('live', files).document as CaseDocument
  for (const [text, changes] of [
    ['talk-text 5', undefined],
    ['talk-text 1', { 'talk-text': 1 }],
    ['mail 5', undefined],
    ['mail 4', { mail: 4 }],
  ] as const) {
    const entry = logEntry(text, NOW_MS, document)
    expect(['fact' in entry && entry.fact.text, 'fact' in entry && entry.fact.changes]).toEqual([
      text,
      changes,
    ])
  }
  const said = logEntry('so it is', NOW_MS, document, { changes: { 'talk-text': 2 } })
  expect(said).toMatchObject({ refused: { code: 'bad-state' } })
})
