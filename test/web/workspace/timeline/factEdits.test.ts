/** Proves that what is written in the table becomes the smallest edits of a case, and that these give a case without errors. */
import { expect, test } from 'vitest'
import { CaseReader } from '../../../../src/files/caseReader.js'
import { editCase } from '../../../../src/files/editCase.js'
import { loadCase } from '../../../../src/files/loadCase.js'
import { writtenCase } from '../../../../src/web/workspace/case/writtenCase.js'
import {
  factText,
  fieldEdit,
  fileSource,
  freshFactId,
  insertEdits,
  linkSource,
} from '../../../../src/web/workspace/pages/timeline/factEdits.js'
import { FactRows, timeFrame } from '../../../../src/web/workspace/pages/timeline/factRow.js'

const files = [
  {
    path: 'case.yaml',
    text: 'case: { title: A, timezone: Asia/Seoul, start: 2022-10-15 15:00, languages: [ko, en] }\n',
  },
  {
    path: 'timeline.yaml',
    text: `facts:
  # Seen by the guard.
  smoke: { at: 2022-10-15 15:08, text: { ko: 연기, en: Smoke } }
  down:
    at: 2022-10-15 15:30 ± 5m
    text: Everything is down
    phase: impact
sources:
  news: { title: News, url: https://news.example/a }
`,
  },
]
const reader = new CaseReader()
const written = writtenCase(files, reader)
const frame = timeFrame(written)
const rows = new FactRows(frame).rows(written.entries('facts'))
const [smoke, down] = rows
const timeline = (edits: Parameters<typeof editCase>[1][]) => {
  const made = editCase(files, { kind: 'many', edits }, reader)
  if ('refused' in made) throw new Error(JSON.stringify(made.refused))
  expect(loadCase('a', made.files).problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return String(made.files.find(({ path }) => path === 'timeline.yaml')?.text)
}

test('facts are rows in order of time; those of the same value are the same rows', () => {
  expect(rows.map(({ id }) => id)).toEqual(['smoke', 'down'])
  expect(down?.atEpochMs).toBe(Date.UTC(2022, 9, 15, 6, 30))
  const again = new FactRows(frame)
  expect(again.rows(written.entries('facts'))[0]).toBe(again.rows(written.entries('facts'))[0])
})

test('a field is set, changed, taken away, or left as it is', () => {
  expect(fieldEdit(down!, 'phase', 'impact')).toEqual([])
  expect(fieldEdit(smoke!, 'phase', undefined)).toEqual([])
  expect(timeline([...fieldEdit(down!, 'phase', undefined)])).not.toContain('phase')
  expect(timeline([...fieldEdit(smoke!, 'phase', 'trigger')])).toContain('phase: trigger')
})

test('a text is written in the language of the page, and the other one stays', () => {
  expect(factText({ ko: '연기', en: 'Smoke' }, '연기가 났다', 'ko', written)).toEqual({
    ko: '연기가 났다',
    en: 'Smoke',
  })
  expect(factText(undefined, '새로', 'ko', written)).toEqual({ ko: '새로' })
})

test('a new fact stands before the first that is later, under a name of its words and time', () => {
  const fact = {
    at: '2022-10-15 15:20',
    atEpochMs: Date.UTC(2022, 9, 15, 6, 20),
    fact: { text: 'Alarm rang' },
  }
  const { edits, ids } = insertEdits([fact], rows)
  expect(ids).toEqual(['alarm-rang-1520'])
  const text = timeline([...edits])
  expect(text.indexOf('alarm-rang-1520')).toBeGreaterThan(text.indexOf('smoke'))
  expect(text.indexOf('alarm-rang-1520')).toBeLessThan(text.indexOf('down:'))
  expect(text).toContain('# Seen by the guard.')
})

test('several facts are put in at once, each with a name of its own', () => {
  const at = '2022-10-15 16:00'
  const fact = { at, atEpochMs: Date.UTC(2022, 9, 15, 7), fact: { text: { ko: '복구' } } }
  const { edits, ids } = insertEdits([fact, fact], rows)
  expect(new Set(ids).size).toBe(2)
  timeline([...edits])
})

test('a name is one even without words that make one', () => {
  expect(freshFactId('2022-10-15 15:20', '12 34', new Set())).toMatch(/^\p{L}/u)
})

test('a link is a source once, named after where it leads', () => {
  const taken = new Set(['news'])
  expect(linkSource('https://news.example/a', written, taken)).toEqual({ id: 'news', edits: [] })
  const other = linkSource('https://www.news.example/b', written, taken)
  expect(other.id).toBe('news-2')
  expect(timeline([...other.edits, ...fieldEdit(down!, 'sources', [other.id])])).toMatch(
    /sources: \[ ?news-2 ?\]/,
  )
})

test('a file is a source too', () => {
  const { id, edits } = fileSource('evidence/로그 1.txt', new Set())
  expect(id).toBe('로그-1')
  expect(edits).toHaveLength(1)
})
