/**
 * Every real file of these kinds in the shared fixtures gives drafts or a reason why not. They are public data of others, tested
 * against where they are and never copied; without them the tests are skipped and say so.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importAlertmanager } from '../../src/interop/alertmanager/importAlertmanager.js'
import { readArchive } from '../../src/interop/archive/readArchive.js'
import type { ImportResult } from '../../src/interop/draft.js'
import { importDrafts } from '../../src/interop/importDrafts.js'
import { importSlack } from '../../src/interop/slack/importSlack.js'
import { importStatuspage } from '../../src/interop/statuspage/importStatuspage.js'
import { parseInstant } from '../../src/model/time.js'
import { noteSentence } from '../../src/words/interop/interopWords.js'
import { inputOf, seoul } from './inputOf.js'

const fixtures = join(import.meta.dirname, '../../../shared/fixtures')
const absent = !existsSync(fixtures)
if (absent) console.info(`Skipped: no shared fixtures at ${fixtures}`)

const alerts = join(fixtures, 'alerts/idealista__prom2teams/tests/data/json_files')
const status = join(fixtures, 'status-feeds/essentialkaos__ycs/testdata')

/** What holds for every result, whatever came in. */
function soundness({ drafts, notes }: ImportResult): void {
  expect(drafts.length + notes.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0)
  expect(new Set(drafts.map(({ key }) => key)).size).toBe(drafts.length)
  for (const { time, text, origin } of drafts) {
    expect(text).not.toMatch(/<\/?(p|br|strong|script|a|li|ul)\b|&(amp|lt|gt);|xoxe-/)
    expect(origin.original).not.toBe('')
    expect(origin.place).not.toBe('')
    if (time === null) continue
    const instant = parseInstant(time.at, { timezone: seoul.timezone, startEpochMs: 0 })
    expect('epochMs' in instant && instant.epochMs).toBe(Math.floor(time.fromEpochMs / 1000) * 1000)
  }
}

describe.skipIf(absent)('alerts', () => {
  it.each(absent ? [] : readdirSync(alerts))('%s', name => {
    const result = importAlertmanager(inputOf({ [name]: readFileSync(join(alerts, name)) }), seoul)
    soundness(result)
    if (name.startsWith('teams_')) {
      // Cards made for Teams have no times: they are named and refused.
      expect(result.drafts).toEqual([])
      expect(result.notes.map(({ code }) => code)).toContain('alertmanager-card')
      return
    }
    expect(result.notes).toEqual([])
    const states = new Set(result.drafts.map(({ text }) => /^\[[A-Z]+\]/.exec(text)?.[0]))
    expect(states).toEqual(new Set(['[FIRING]', '[RESOLVED]']))
    for (const { time } of result.drafts) expect(time).not.toBeNull()
  })
})

describe.skipIf(absent)('chat', () => {
  it('every message of the export is a draft, and nobody of it is named', () => {
    const path = join(fixtures, 'chat/hfaran__slack-export-viewer/tests/testarchive.zip')
    const { input, notes } = readArchive(readFileSync(path), 'testarchive.zip')
    expect(notes).toEqual([])
    const result = importSlack(input, seoul)
    soundness(result)
    const days = input.files.filter(({ path: inside }) => /\/\d{4}-\d\d-\d\d\.json$/.test(inside))
    const messages = days.flatMap(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)))
    expect(result.drafts).toHaveLength(messages.length)
    const edited = messages.filter(message => 'edited' in message).length
    expect(result.drafts.filter(({ flags }) => flags.some(({ code }) => code === 'edited'))).toHaveLength(
      edited,
    )
    const users = input.files.find(({ path: inside }) => inside === 'users.json')
    const people = JSON.parse(new TextDecoder().decode(users?.bytes)).filter(
      (user: { is_bot: boolean }) => !user.is_bot,
    )
    for (const { text } of result.drafts) {
      for (const { real_name: name } of people) if (/ /.test(name)) expect(text).not.toContain(name)
    }
    const first = Math.min(...messages.map(({ ts }) => Number(ts)))
    expect(result.drafts[0]?.time?.fromEpochMs).toBe(Math.floor(first * 1000))
  })
})

describe.skipIf(absent)('status feeds', () => {
  it.each(['incident.json', 'incidents.json'])(
    '%s gives a draft for each comment, beginning and end',
    name => {
      const bytes = readFileSync(join(status, name))
      const result = importStatuspage(inputOf({ [name]: bytes }), seoul)
      soundness(result)
      const value = JSON.parse(bytes.toString())
      const incidents: { comments: unknown[]; endDate: string | null }[] = value.items ?? [value]
      const expected = incidents.reduce(
        (sum, { comments, endDate }) => sum + comments.length + (endDate ? 2 : 1),
        0,
      )
      expect(result.drafts).toHaveLength(expected)
      expect(result.notes).toEqual([])
    },
  )

  it('a list of services gives the incidents that they list, under the name of the service', () => {
    const bytes = readFileSync(join(status, 'services.json'))
    const result = importStatuspage(inputOf({ 'services.json': bytes }), seoul)
    soundness(result)
    const services: { name: string; incidents: { id: number; endDate: string | null }[] }[] = JSON.parse(
      bytes.toString(),
    )
    const incidents = services.flatMap(service => service.incidents.map(({ id }) => id))
    const begun = result.drafts.filter(({ text }) => text.startsWith('[Started]'))
    expect(begun).toHaveLength(new Set(incidents).size)
    const named = services.find(service => service.incidents.length > 0)?.name ?? ''
    expect(begun[0]?.text).toContain(named)
  })

  it('the answers of Statuspage that a page documents: incidents are read, states are refused', () => {
    const page = join(fixtures, 'status-feeds/Dziurwa14__discord-undoc.github.io/src/status_api.md')
    const blocks = [...readFileSync(page, 'utf8').matchAll(/```json\n([\s\S]*?)```/g)].map(
      ([, json]) => json!,
    )
    expect(blocks.length).toBeGreaterThan(5)
    let drafts = 0
    for (const json of blocks) {
      const result = importStatuspage(inputOf({ 'answer.json': json }), seoul)
      soundness(result)
      expect(result.drafts.length > 0).toBe(/"incident_updates": \[\s*\{/.test(json))
      drafts += result.drafts.length
    }
    expect(drafts).toBeGreaterThan(0)
  })
})

describe.skipIf(absent)('without a format given', () => {
  const files = absent
    ? []
    : ['alerts/idealista__prom2teams', 'chat', 'status-feeds']
        .flatMap(folder =>
          readdirSync(join(fixtures, folder), { recursive: true, encoding: 'utf8' }).map(path =>
            join(folder, path),
          ),
        )
        .filter(path => /\.(json|zip|md)$/.test(path))

  it.each(files)('%s gives drafts or a reason', path => {
    const result = importDrafts(inputOf({ [path]: readFileSync(join(fixtures, path)) }), seoul)
    soundness(result)
    for (const note of result.notes) expect(noteSentence(note, 'ko')).not.toBe(note.code)
  })
})
