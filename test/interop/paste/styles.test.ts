// Styles of writing a timeline in English, each in a few made-up lines: where the day, the zone and the half of the day
// are written once, and what is no entry.

import { describe, expect, it } from 'vitest'
import type { ImportFrame } from '../../../src/interop/draft.js'
import { importPaste } from '../../../src/interop/paste/importPaste.js'

const utc: ImportFrame = { timezone: 'UTC', startEpochMs: null }

function read(text: string, path = '2024-05-02-outage.md', frame = utc) {
  return importPaste({ files: [{ path, bytes: new TextEncoder().encode(text) }] }, frame)
}

const told = (text: string, path?: string, frame?: ImportFrame) =>
  read(text, path, frame).drafts.map(({ time, text: said }) => `${time?.at ?? '?'} | ${said}`)

describe('a timeline', () => {
  it.each([
    ['of bold clocks', '- **16:45 UTC** - rack lost power\n- **16:52** UTC: fans stopped'],
    ['in brackets', '* [16:45] rack lost power\n* [16:52] fans stopped'],
    ['of lines', '16:45 rack lost power\n16:52 – fans stopped'],
    ['of whole times', '2024-05-02 16:45 rack lost power\n2024-05-02T16:52:00Z fans stopped'],
    [
      'with seconds in brackets',
      '[2024-05-02 16:45:00] rack lost power\n[2024-05-02 16:52:00 UTC] fans stopped',
    ],
    ['of 12 hours', '- 4:45 PM: rack lost power\n- 4:52 p.m. fans stopped'],
    ['of headings', '## Timeline\n### 16:45\nrack lost power\n### 16:52\n\nfans stopped'],
    ['of clocks on lines of their own', '## Timeline\n16:45\nrack lost power\n\n16:52\nfans stopped'],
    ['in a table', '| Time (UTC) | What |\n|:--|:--|\n| 16:45 | rack lost power |\n| 16:52 | fans stopped |'],
    [
      'in a table of two columns of time',
      '| Day | Date | Time | Event |\n|-|-|-|-|\n| Thu | May 2 | 16:45 | rack lost power |\n| | | 16:52 | fans stopped |'.replace(
        '| Thu |',
        '| |',
      ),
    ],
    ['quoted', '> 16:45 rack lost power\n> 16:52 fans stopped'],
    ['numbered', '1. 16:45 - rack lost power\n2. 16:52 - fans stopped'],
    ['in code', '## Timeline\n```\n16:45  rack lost power\n16:52  fans stopped\n```'],
    [
      'in a zone said in a heading',
      '## Timeline (all times in PDT)\n- 09:45 rack lost power\n- 09:52 fans stopped',
    ],
    ['in a zone said at its foot', '- 17:45 rack lost power\n- 17:52 fans stopped\n\nAll times are BST.'],
    [
      'with the day behind the clock',
      '4:45 PM UTC Thursday May 2nd: rack lost power\n4:52 PM UTC Thursday May 2nd: fans stopped',
    ],
    [
      'with a dash behind the day',
      '05/02/2024 - 16:45 UTC - rack lost power\n05/02/2024 - 16:52 UTC - fans stopped',
    ],
    [
      'with a colon behind the day',
      'May 2, 2024: 4:45pm UTC\nrack lost power\n\nMay 2, 2024: 4:52pm UTC\nfans stopped',
    ],
    [
      'that writes times behind',
      '**Key events**\n- rack lost power: 2024-05-02 16:45\n- fans stopped 2024-05-02 16:52 (UTC)',
    ],
    ['since its beginning', 'T0 = 16:40\n- T+5m rack lost power\n- T+12 fans stopped'],
    ['with h', '16h45 rack lost power\n16h52 fans stopped'],
    ['with dots', '16.45 rack lost power\n16.52 fans stopped'],
    ['of figures', '1645 rack lost power\n1652 fans stopped'],
  ])('%s', (_name, text) => {
    expect(told(text).map(line => line.replace(' (UTC)', ''))).toEqual([
      '2024-05-02 16:45 | rack lost power',
      '2024-05-02 16:52 | fans stopped',
    ])
  })

  it('goes past midnight, and back to a day that a heading names', () => {
    expect(
      told('- 23:50 a\n- 00:10 b\n- 00:05 c\n\n### May 4\n- 09:00 d\n- 08:00 e\n\n### 6 May 2024\n07:00 f'),
    ).toEqual([
      '2024-05-02 23:50 | a',
      '2024-05-03 00:05 | c',
      '2024-05-03 00:10 | b',
      '2024-05-04 08:00 | e',
      '2024-05-04 09:00 | d',
      '2024-05-06 07:00 | f',
    ])
  })

  it('told again in another list is of the same day', () => {
    expect(told('## Summary\n- 08:00 a\n- 21:00 b\n\n## Timeline\n- 08:00 c\n- 21:00 d')).toEqual([
      '2024-05-02 08:00 | a',
      '2024-05-02 08:00 | c',
      '2024-05-02 21:00 | b',
      '2024-05-02 21:00 | d',
    ])
  })

  it('that runs against its own order says by how much', () => {
    const [, second] = read('- 16:52 a\n- 16:45 b').drafts.toReversed()
    expect(second?.flags).toContainEqual({ code: 'clock-skew', byMs: 7 * 60_000 })
  })

  it('keeps what is indented and what goes on', () => {
    expect(told('- 16:45 power lost\n  in both racks\n  - rack 1\n  - rack 2\n- 16:52 fans stopped')).toEqual(
      ['2024-05-02 16:45 | power lost\nin both racks\n- rack 1\n- rack 2', '2024-05-02 16:52 | fans stopped'],
    )
  })

  it('has items whose time nobody knows', () => {
    expect(told('## Timeline\n- 16:45 a\n- [???] b\n- 16:52 c\n- d')).toEqual([
      '2024-05-02 16:45 | a',
      '2024-05-02 16:52 | c',
      '? | [???] b',
    ])
  })

  it('knows ranges, about, by and after', () => {
    expect(told('- 16:45-16:52 a\n- ~16:55 b\n- by 17:00 c\n- after 17:05 d\n- 17:10 – 17:20: e')).toEqual([
      '2024-05-02 16:45 .. 16:52 | a',
      '2024-05-02 16:55 ± 5m | b',
      'by 2024-05-02 17:00 | c',
      'after 2024-05-02 17:05 | d',
      '2024-05-02 17:10 .. 17:20 | e',
    ])
  })

  it('folds lines of logs and takes markup, secrets and names out', () => {
    const result = read(
      '- 16:45:01 ERROR worker died\n- 16:46 @hana.kim restarted `web` with [the runbook](https://example.org/r)\n- 16:47 hana.kim wrote to ops@example.org',
    )
    expect(result.drafts.map(({ text }) => text)).toEqual([
      'ERROR worker died',
      '[@1] restarted web with the runbook (https://example.org/r)',
      '[@1] wrote to [•••]',
    ])
    expect(result.drafts[0]?.flags).toContainEqual({ code: 'noise', why: 'bot' })
    expect(result.drafts[1]?.origin.original).toContain('@hana.kim')
  })

  it('is a chat that was copied from a page', () => {
    const result = read(`Thursday, May 2nd

Hana Kim  4:45 PM
the rack lost power
looking at it
Duri  [4:52 PM]
fans stopped, says Hana Kim`)
    expect(result.drafts.map(({ time, by, text }) => [time?.at, by, text])).toEqual([
      ['2024-05-02 16:45', '[@1]', 'the rack lost power\nlooking at it'],
      ['2024-05-02 16:52', '[@2]', 'fans stopped, says [@1]'],
    ])
  })

  it('is none where prose, code, front matter and spans tell times', () => {
    expect(
      told(`---
title: Report
date: 2024-05-02
---
# Report of 2024-05-02
<% partial "x" %>
<!-- 16:45 not this -->
The outage lasted from 16:45 until 17:20, about 35 minutes, and 3.14% of requests failed.

- **Time to repair**: 0h 35m
- **Duration:** 16:45 to 17:20 UTC (35 minutes)
- 4h 9m of work
- Upgrade from 1.13.12 to 1.14.10 at 100%
- Last updated: 2024-05-03 10:00

\`\`\`
2024-05-02 16:45:01,810 WARNING retry
[W 2024-05-02 16:45:02.785 hub] failed
\`\`\`
`),
    ).toEqual([])
  })

  it('of which clocks showed an hour twice, or never, says so', () => {
    const london: ImportFrame = { timezone: 'Europe/London', startEpochMs: null }
    const twice = read('2025-10-26 01:30 a', 'a.md', london).drafts[0]
    expect(twice).toMatchObject({ time: { at: '2025-10-26 01:30' } })
    expect(twice?.flags).toContainEqual({ code: 'ambiguous-time' })
    const never = read('2025-03-30 01:30 a', 'a.md', london).drafts[0]
    expect(never).toMatchObject({ time: { at: '2025-03-30 02:30' } })
    expect(never?.flags).toContainEqual({ code: 'ambiguous-time' })
  })

  it('says what it took letters of a zone for', () => {
    expect(read('2024-07-01 10:00 PST a').drafts[0]?.flags).toEqual([
      { code: 'missing-zone', assumed: 'PST' },
    ])
    expect(read('2024-07-01 10:00 PDT a').drafts[0]?.flags).toEqual([])
    const [, second] = read('- 10:00 KST a\n- 10:05 b').drafts
    expect(second).toMatchObject({
      time: { at: '2024-05-02 01:05' },
      flags: [{ code: 'missing-zone', assumed: 'KST' }],
    })
  })

  it('finds days of figures by the order that one of them shows', () => {
    expect(told('03/05/2024 10:00 a\n25/05/2024 10:00 b')).toEqual([
      '2024-05-03 10:00 | a',
      '2024-05-25 10:00 | b',
    ])
    expect(told('05/03/2024 10:00 a\n05/25/2024 10:00 b')).toEqual([
      '2024-05-03 10:00 | a',
      '2024-05-25 10:00 | b',
    ])
    expect(told('- 09:00 a\n\n03/05/24\n\n- 10:00 b')).toEqual([
      '2024-05-02 09:00 | a',
      '2024-05-03 10:00 | b',
    ])
  })

  it('read twice has the same keys, also where lines were put above it', () => {
    const keys = (text: string) => new Set(read(text).drafts.map(({ key }) => key))
    const before = keys('- 16:45 a\n- 16:45 a\n- 16:52 b')
    expect(before.size).toBe(3)
    expect(keys('# Notes\n\nwith an opening\n\n- 16:45 a\n- 16:45 a\n- 16:52 b')).toEqual(before)
  })
})
