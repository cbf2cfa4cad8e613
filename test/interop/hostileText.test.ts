// Whatever stands in a text or a table, its import ends soon, throws nothing and stays within its limits.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importLimits } from '../../src/interop/importLimits.js'
import { importPaste } from '../../src/interop/paste/importPaste.js'
import { importTable } from '../../src/interop/table/importTable.js'
import { parseFactTime } from '../../src/model/time.js'
import { longestTypedTime, readTypedTime } from '../../src/model/typedTime.js'

const frame = { timezone: 'Asia/Seoul', startEpochMs: Date.UTC(2022, 9, 15, 6, 19) }
const paste = (text: string) =>
  importPaste({ files: [{ path: 'a.md', bytes: new TextEncoder().encode(text) }] }, frame)
const table = (text: string) =>
  importTable({ files: [{ path: 'a.csv', bytes: new TextEncoder().encode(text) }] }, frame)

const pieces = [
  ...[
    ' ',
    '\t',
    '-',
    '*',
    '_',
    '`',
    '#',
    '[',
    '(',
    '|',
    ':',
    '.',
    '~',
    '1',
    '0',
    '오',
    '시',
    'a',
    '"',
    ',',
    '>',
    '=',
    '\n',
    '\r',
  ],
  ...[
    '15:30',
    '15:30-',
    '2022-',
    '- ',
    '# ',
    '| ',
    '1. ',
    'T+',
    '**',
    '오전 ',
    'at ',
    'Oct ',
    '(UTC',
    '```',
    '<!--',
    'about ',
  ],
  ...['[a](', '![', '@a', ' : ', '\u00a0', '\u200b', '10/11 ', '+9', '12분 ', '1h', '\u0300'],
]

function timeOf(read: () => unknown): number {
  const before = performance.now()
  read()
  return performance.now() - before
}

describe('a hostile text', () => {
  it('of one piece over and over takes time that grows with its length alone', () => {
    // A text ten times as long may take some thirty times as long: a square would take a hundred.
    const short = 5_000
    for (const piece of pieces) {
      for (const read of [paste, table]) {
        const make = (length: number) => `15:30 a\n${piece.repeat(length / piece.length)}\n15:31 b`
        read(make(short))
        const shortMs = Math.min(
          timeOf(() => read(make(short))),
          timeOf(() => read(make(short))),
        )
        const longMs = timeOf(() => read(make(10 * short)))
        expect(longMs, JSON.stringify(piece)).toBeLessThan(400 + 30 * shortMs)
      }
    }
  }, 120_000)

  it('of many lines takes time that grows with them', () => {
    for (const line of [
      '- 15:30 a',
      '**A**:',
      '# 15:30',
      '| 15:30 | a |',
      'a:',
      '> - x',
      '15:30,a',
      'at 15:30',
      '- a',
    ]) {
      const make = (count: number) => `${line}\n`.repeat(count)
      paste(make(500))
      const shortMs = Math.min(
        timeOf(() => paste(make(500))),
        timeOf(() => paste(make(500))),
      )
      expect(
        timeOf(() => paste(make(5_000))),
        line,
      ).toBeLessThan(500 + 30 * shortMs)
    }
  }, 120_000)

  it('throws nothing and gives times that facts can have', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), parts => {
        for (const read of [paste, table]) {
          for (const { time, text } of read(parts.join('')).drafts) {
            expect(text.length).toBeLessThanOrEqual(importLimits.textLength)
            if (time === null) continue
            expect(parseFactTime(time.at, frame)).not.toHaveProperty('code')
            expect(time.toEpochMs).toBeGreaterThanOrEqual(time.fromEpochMs)
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  it('in bytes of any kind is read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        for (const read of [importPaste, importTable]) {
          const { drafts, notes } = read({ files: [{ path: 'a', bytes }] }, frame)
          expect(drafts.length + notes.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('beyond its limits is cut and says so', () => {
    const lines = paste('15:30 a\n'.repeat(importLimits.lines + 10))
    expect(lines.notes.map(({ code }) => code)).toContain('too-many-lines')
    expect(lines.drafts.length).toBeLessThanOrEqual(importLimits.drafts)
    const bytes = new Uint8Array(importLimits.textBytes + 1).fill(0x61)
    expect(importPaste({ files: [{ path: 'a', bytes }] }, frame).notes).toMatchObject([
      { code: 'text-too-large' },
    ])
  }, 60_000)

  it('typed as a time is refused at once', () => {
    for (const piece of pieces) {
      const text = piece.repeat(longestTypedTime / piece.length)
      expect(
        timeOf(() => readTypedTime(text, frame)),
        piece,
      ).toBeLessThan(100)
    }
    expect(readTypedTime('1'.repeat(1_000_000), frame)).toMatchObject({ code: 'too-long' })
  })
})
