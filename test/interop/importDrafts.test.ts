// An import finds the format of what it is given by what stands in it, and says what it left out and why.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { detectFormat } from '../../src/interop/detectFormat.js'
import type { ImportFormat } from '../../src/interop/draft.js'
import { importDrafts, importFormats } from '../../src/interop/importDrafts.js'
import { noteSentence } from '../../src/words/interop/interopWords.js'

const frame = { timezone: 'Asia/Seoul', startEpochMs: Date.UTC(2022, 9, 15, 6, 19) }
const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) })
const codes = (notes: readonly { code: string }[]) => notes.map(({ code }) => code)

const samples: Readonly<Record<ImportFormat, readonly [path: string, text: string]>> = {
  slack: ['general.json', '[{"type":"message","ts":"1665815400.000100","user":"U1","text":"power is gone"}]'],
  pagerduty: [
    'log.json',
    '{"log_entries":[{"type":"trigger_log_entry","created_at":"2022-10-15T06:30:00Z","summary":"Triggered"}]}',
  ],
  alertmanager: [
    'hook.json',
    '{"alerts":[{"status":"firing","labels":{"alertname":"Down"},"startsAt":"2022-10-15T06:30:00Z"}]}',
  ],
  statuspage: [
    'status.json',
    '{"incidents":[{"name":"Outage","incident_updates":[{"body":"Looking","status":"investigating","created_at":"2022-10-15T06:30:00Z"}]}]}',
  ],
  'google-cloud': [
    'incidents.json',
    '[{"id":"1","begin":"2022-10-15T06:30:00Z","external_desc":"Outage","updates":[]}]',
  ],
  table: ['pasted', 'time,text\n15:30,power was cut\n15:42,web stopped\n'],
  paste: ['pasted', '[15:30] power was cut\n[15:42] web stopped, and mail with it\n'],
}

describe('an import', () => {
  it.each(importFormats)('finds that a text is %s, and reads it', format => {
    const input = { files: [file(...samples[format])] }
    expect(detectFormat(input)).toBe(format)
    const result = importDrafts(input, frame)
    expect(result.format).toBe(format)
    expect(result.drafts[0]?.time?.at).toBe('2022-10-15 15:30')
  })

  it('unpacks archives', () => {
    const [, message] = samples.slack
    const bytes = zipSync({ 'users.json': strToU8('[]'), 'general/2022-10-15.json': strToU8(message) })
    const result = importDrafts({ files: [{ path: 'export.zip', bytes }] }, frame)
    expect(result).toMatchObject({ format: 'slack', drafts: [{ text: 'power is gone' }] })
  })

  it('of a document of a spreadsheet asks for CSV', () => {
    const bytes = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/workbook.xml': strToU8('<workbook/>'),
    })
    const result = importDrafts({ files: [{ path: 'log.xlsx', bytes }] }, frame)
    expect(result.drafts).toEqual([])
    expect(codes(result.notes)).toContain('office-file')
  })

  it('leaves out and names files of another format', () => {
    const files = [
      file(...samples.paste),
      file('more.md', '- 16:00 water'),
      file('log.csv', samples.table[1]),
    ]
    const result = importDrafts({ files }, frame)
    expect(result.drafts).toHaveLength(3)
    expect(result.notes).toMatchObject([
      { code: 'other-format', path: 'log.csv', values: { format: 'table' } },
    ])
  })

  it('reads prose with commas as prose, and lines that begin with a time as lines', () => {
    const prose =
      '15:30 power was cut, all of it\n15:42 web, mail and talk stopped\n15:50 called, no answer\n'
    expect(detectFormat({ files: [file('pasted', prose)] })).toBe('paste')
    const result = importDrafts({ files: [file('pasted', prose)] }, frame)
    expect(result.drafts.map(({ text }) => text)).toEqual([
      'power was cut, all of it',
      'web, mail and talk stopped',
      'called, no answer',
    ])
  })

  it.each([
    ['nothing', [], 'nothing-to-import'],
    ['an empty file', [file('a.txt', '')], 'unknown-format'],
    ['JSON of another kind', [file('a.json', '{"name":"x"}')], 'unknown-format'],
    ['JSON that is broken', [file('a.json', '{"name":')], 'unknown-format'],
    [
      'a picture',
      [{ path: 'a.png', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]) }],
      'unknown-format',
    ],
    ['prose without times', [file('a.md', 'Nothing happened.\n')], 'paste-without-times'],
  ])('of %s says why there is nothing', (_name, files, code) => {
    const result = importDrafts({ files }, frame)
    expect(result.drafts).toEqual([])
    expect(codes(result.notes)).toEqual([code])
    for (const language of ['ko', 'en'] as const)
      expect(noteSentence(result.notes[0]!, language)).not.toBe(code)
  })
})

const shared = join(import.meta.dirname, '../../../shared/fixtures')

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesUnder(path) : [path]
  })
}

describe.skipIf(!existsSync(shared))('every shared file of these kinds', () => {
  const kinds = ['alerts', 'chat', 'status-feeds', 'incidents-markdown', 'incidents-guides'].map(kind =>
    join(shared, kind),
  )
  const paths = kinds.filter(existsSync).flatMap(filesUnder)

  it('gives drafts or says in both languages why it gives none', () => {
    expect(paths.length).toBeGreaterThan(50)
    for (const path of paths) {
      const bytes = new Uint8Array(readFileSync(path))
      const result = importDrafts({ files: [{ path: path.slice(shared.length + 1), bytes }] }, frame)
      const errors = result.notes.filter(({ severity }) => severity === 'error')
      expect(result.drafts.length + errors.length, path).toBeGreaterThan(0)
      for (const note of result.notes) {
        for (const language of ['ko', 'en'] as const) {
          const sentence = noteSentence(note, language)
          expect(sentence, `${path} ${note.code}`).not.toBe(note.code)
          expect(sentence, `${path} ${note.code}`).not.toContain('undefined')
        }
      }
    }
  })
})
