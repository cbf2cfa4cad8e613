// Real reports of strangers, in their own styles: what is found in them against lists written by hand from reading them,
// before there was a reader. The lists hold names of files, lines and instants alone. Reports of the Ministry of Justice
// give the clocks of the United Kingdom, summer time included: the threads that they link to were begun at those instants.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../../src/interop/draft.js'
import { importPaste } from '../../../src/interop/paste/importPaste.js'
import moj from './moj.expected.json' with { type: 'json' }
import others from './others.expected.json' with { type: 'json' }

type Expected = Readonly<Record<string, Readonly<Record<string, string>>>>

const shared = join(import.meta.dirname, '../../../../shared/fixtures/incidents-markdown')
const reports = join(shared, 'ministryofjustice__cloud-platform/source/incidents')
const absent = !existsSync(reports)
if (absent) console.log('../shared is not here: what is found in real reports is not measured.')

const frame = { timezone: 'Europe/London', startEpochMs: null }

function draftsOf(folder: string, file: string): readonly Draft[] {
  const bytes = new Uint8Array(readFileSync(join(folder, file)))
  return importPaste({ files: [{ path: file, bytes }] }, frame).drafts
}

const lineOf = (draft: Draft) => Number(/line (\d+)$/.exec(draft.origin.place)?.[1])
const shownMs = (ms: number | undefined) => (ms === undefined ? 'nothing' : new Date(ms).toISOString())

/** The share of expected entries that are found with their instant, and drafts with a time that nobody expected. */
function measure(folder: string, expected: Expected) {
  const missed: string[] = []
  const beyond: string[] = []
  let right = 0
  let all = 0
  for (const [file, lines] of Object.entries(expected)) {
    const timed = draftsOf(folder, file).filter(draft => draft.time !== null)
    for (const [line, iso] of Object.entries(lines)) {
      all++
      const found = timed.filter(draft => lineOf(draft) === Number(line))
      if (found.some(draft => draft.time!.fromEpochMs === Date.parse(iso))) right++
      else missed.push(`${file}:${line} is ${iso}, not ${shownMs(found[0]?.time?.fromEpochMs)}`)
    }
    for (const draft of timed) {
      if (!Object.hasOwn(lines, String(lineOf(draft))))
        beyond.push(`${file}:${lineOf(draft)} ${draft.time!.at}`)
    }
  }
  return { right, all, missed, beyond }
}

describe.skipIf(absent)('reports', () => {
  it('of the Ministry of Justice: at least nine in ten dated entries have the right instant', () => {
    expect(Object.keys(moj).sort()).toEqual(readdirSync(reports).sort())
    const { right, all, missed, beyond } = measure(reports, moj)
    console.log(`Ministry of Justice: ${right} of ${all} entries; ${beyond.length} drafts besides`)
    if (missed.length + beyond.length > 0) console.log([...missed, '', ...beyond].join('\n'))
    expect(right / all).toBeGreaterThanOrEqual(0.9)
    expect(beyond.length).toBeLessThanOrEqual(all / 10)
  })

  it('of others, in a dozen styles: at least nine in ten as well, and little that is no entry', () => {
    const { right, all, missed, beyond } = measure(shared, others)
    console.log(`others: ${right} of ${all} entries; ${beyond.length} drafts besides`)
    if (missed.length + beyond.length > 0) console.log([...missed, '', ...beyond].join('\n'))
    expect(right / all).toBeGreaterThanOrEqual(0.9)
    expect(beyond.length).toBeLessThanOrEqual(all / 10)
  })
})
