/**
 * `manil import`: files become drafts beside the case, somebody looks at them and changes what they like, and what is accepted
 * stands in the case's own text. What is printed is committed in `golden/`, in both languages.
 */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { zipSync } from 'fflate'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { command, inFolder } from './recordingEffects.js'

/** Seconds of 09:40 in Seoul on the day of the case that `manil new` makes, and so many more minutes. */
const ts = (minutes: number) => `${Date.parse('2025-03-08T09:40:00+09:00') / 1000 + minutes * 60}.000100`
const users = [
  { id: 'U1', name: 'hana.kim', real_name: '김하나', profile: {} },
  { id: 'U2', name: 'wstone', real_name: 'Will Stone', profile: {} },
]
const day = [
  { type: 'message', user: 'U1', ts: ts(0), text: 'UPS 배터리가 다 됨, <@U2>님께 알림' },
  { type: 'message', user: 'U2', ts: ts(1), text: '<@U2> has joined the channel', subtype: 'channel_join' },
  {
    type: 'message',
    user: 'U2',
    ts: ts(2),
    text: 'Will Stone: \u001b[31mtoken=abcdefgh1234 <b>here</b>',
    edited: { ts: ts(3) },
  },
]
const alert = (name: string, startsAt: string, endsAt = '0001-01-01T00:00:00Z') => ({
  status: endsAt.startsWith('0001') ? 'firing' : 'resolved',
  labels: { alertname: name, service: 'booking' },
  annotations: { summary: 'the booking page does not answer' },
  startsAt,
  endsAt,
})

/** A case and things to import beside it. */
async function inCase(language: 'ko' | 'en', use: (cwd: string) => Promise<void>): Promise<void> {
  await inFolder(async cwd => {
    await command(['new', 'library'], { cwd, language })
    const write = (path: string, contents: string | Uint8Array) => {
      mkdirSync(dirname(join(cwd, path)), { recursive: true })
      writeFileSync(join(cwd, path), contents)
    }
    const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
    write('slack.zip', zipSync({ 'users.json': json(users), 'ops/2025-03-08.json': json(day) }))
    write('export/users.json', json(users))
    write('export/ops/2025-03-08.json', json(day))
    write(
      'alerts.json',
      json({
        version: '4',
        alerts: [
          alert('BookingDown', '2025-03-08T00:31:00Z', '2025-03-08T02:00:00Z'),
          alert('BookingDown', '2025-03-08T00:33:00Z'),
        ],
      }),
    )
    write('roles.yaml', 'hana.kim: 당직 엔지니어\n')
    await use(cwd)
  })
}

const inboxOf = (cwd: string) => readFileSync(join(cwd, 'library/.manil/inbox.yaml'), 'utf8')

describe.each(['ko', 'en'] as const)('in %s', language => {
  it('prints drafts with their marks, and facts made of them', async () => {
    await inCase(language, async cwd => {
      const first = await command(
        ['import', 'library', 'slack.zip', 'alerts.json', '--roles', 'roles.yaml'],
        { cwd, language },
      )
      const accepted = await command(['import', 'library', '--accept', 'all'], { cwd, language })
      const left = await command(['import', 'library'], { cwd, language })
      const refused = await command(['import', 'library', 'roles.yaml', '--format', 'alertmanager'], {
        cwd,
        language,
      })
      expect([first.status, accepted.status, left.status, refused.status]).toEqual([0, 0, 0, 2])
      const output = [first, accepted, left, refused].map(({ output: text }) => text).join('\n')
      for (const line of output.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(80)
      expect(output).not.toContain('\u001b')
      await expect(output).toMatchFileSnapshot(`golden/${language}/import.txt`)
      const check = await command(['check', 'library', '--json'], { cwd, language })
      expect(JSON.parse(check.output).errors).toBe(0)
    })
  })
})

it('an archive and its folder give the same, and twice adds nothing', async () => {
  await inCase('en', async cwd => {
    const first = JSON.parse((await command(['import', 'library', 'slack.zip', '--json'], { cwd })).output)
    const second = JSON.parse((await command(['import', 'library', 'export', '--json'], { cwd })).output)
    expect(first.drafts).toHaveLength(day.length)
    expect([second.drafts, second.before]).toEqual([[], day.length])
    expect(first.drafts[0].origin.hash).toMatch(/^[0-9a-f]{64}$/)
    await command(['import', 'library', '--accept', 'all'], { cwd })
    const third = JSON.parse((await command(['import', 'library', 'export', '--json'], { cwd })).output)
    expect([third.drafts, third.before]).toEqual([[], day.length])
  })
})

it('what people write into the inbox stays, and is what is accepted', async () => {
  await inCase('en', async cwd => {
    const { drafts } = JSON.parse((await command(['import', 'library', 'export', '--json'], { cwd })).output)
    const path = join(cwd, 'library/.manil/inbox.yaml')
    const text = inboxOf(cwd)
      .replace(/text: UPS.*/, 'text: The UPS is empty   # said on the phone')
      .replace('at: 2025-03-08 09:40\n', 'at: 2025-03-08 09:38 ± 2m\n')
      .replace(/(text: "?\[@2\]: (?:.*\n)*?)(\s+by:)/, '$1    skip: true\n$2')
    writeFileSync(path, text)
    await command(['import', 'library', 'alerts.json'], { cwd })
    expect(inboxOf(cwd)).toContain('# said on the phone')
    const { output } = await command(
      ['import', 'library', '--accept', drafts[0].key.slice(-16, -8), '--json'],
      { cwd },
    )
    expect(JSON.parse(output).accepted).toEqual([{ key: drafts[0].key, factId: 'ups-empty-0938' }])
    expect(inboxOf(cwd)).not.toContain(drafts[0].key)
    const timeline = readFileSync(join(cwd, 'library/timeline.yaml'), 'utf8')
    const facts = parse(timeline).facts
    expect(facts['ups-empty-0938']).toMatchObject({
      at: '2025-03-08 09:38 ± 2m',
      text: 'The UPS is empty',
      sources: ['slack-export'],
    })
    const imported = parse(readFileSync(join(cwd, 'library/.manil/imported.yaml'), 'utf8'))
    expect(imported.facts['ups-empty-0938']).toMatchObject({
      draft: drafts[0].key,
      original: `sha256:${drafts[0].origin.hash}`,
    })
  })
})

it('a draft without a time waits until somebody writes one', async () => {
  await inCase('en', async cwd => {
    const timeless = [{ type: 'message', user: 'U1', ts: 'soon', text: 'the annex answers' }]
    writeFileSync(join(cwd, 'export/ops/2025-03-08.json'), JSON.stringify(timeless))
    await command(['import', 'library', 'export'], { cwd })
    const all = async () =>
      JSON.parse((await command(['import', 'library', '--accept', 'all', '--json'], { cwd })).output)
    expect((await all()).accepted).toEqual([])
    writeFileSync(
      join(cwd, 'library/.manil/inbox.yaml'),
      inboxOf(cwd).replace('at: null', 'at: by 2025-03-08 11:00'),
    )
    expect((await all()).accepted).toMatchObject([{ factId: 'annex-answers-1100' }])
  })
})

it('keeps names apart from everything else, and roles written there count from then on', async () => {
  await inCase('en', async cwd => {
    await command(['import', 'library', 'slack.zip'], { cwd })
    const people = join(cwd, 'library/.manil/people.yaml')
    expect(inboxOf(cwd)).not.toMatch(/김하나|Will|hana/)
    expect(parse(readFileSync(people, 'utf8')).people).toEqual({ 김하나: '[@1]', 'Will Stone': '[@2]' })
    expect(readFileSync(join(cwd, 'library/.manil/.gitignore'), 'utf8')).toBe('people.yaml\n')
    writeFileSync(
      people,
      readFileSync(people, 'utf8').replace("'[@2]'", 'duty manager').replace('"[@2]"', 'duty manager'),
    )
    const more = [{ type: 'message', user: 'U2', ts: ts(30), text: 'Will Stone is back' }]
    writeFileSync(join(cwd, 'export/ops/2025-03-08.json'), JSON.stringify(more))
    const { output } = await command(['import', 'library', 'export', '--json'], { cwd })
    expect(JSON.parse(output).drafts[0].text).toBe('duty manager is back')
  })
})

it('times are written on the clocks of the case, whatever zone they were read in', async () => {
  await inCase('en', async cwd => {
    const { output } = await command(['import', 'library', 'slack.zip', '--zone', 'Europe/Paris', '--json'], {
      cwd,
    })
    expect(JSON.parse(output).drafts[0].time.at).toBe('2025-03-08 09:40')
  })
})

it.each([
  ['a file that is not there', ['nothing.json'], 'not-found'],
  ['a zone that is none', ['slack.zip', '--zone', 'Mars/Base'], 'unknown-timezone'],
  ['roles that are none', ['slack.zip', '--roles', 'alerts.json'], 'bad-roles'],
  ['a draft that is none', ['--accept', 'ffffffff'], 'unknown-draft'],
  ['a format that is none', ['slack.zip', '--format', 'x'], 'usage'],
])('%s ends with 2 and says why', async (_what, args, code) => {
  await inCase('en', async cwd => {
    const { status, output } = await command(['import', 'library', ...args, '--json'], { cwd })
    expect(status).toBe(2)
    expect(JSON.parse(output).errors).toMatchObject([{ code }])
    expect(existsSync(join(cwd, 'library/.manil/inbox.yaml'))).toBe(false)
  })
})

it('a damaged inbox is told, not overwritten', async () => {
  await inCase('en', async cwd => {
    writeFileSync(join(cwd, 'library/.manil/inbox.yaml'), 'drafts: { [')
    const { status, errors } = await command(['import', 'library', 'slack.zip'], { cwd })
    expect([status, errors]).toEqual([2, expect.stringContaining('inbox.yaml')])
    expect(inboxOf(cwd)).toBe('drafts: { [')
  })
})

it('follows no link out of a folder', async () => {
  await inCase('en', async cwd => {
    writeFileSync(
      join(cwd, 'secret.json'),
      JSON.stringify([{ type: 'message', user: 'U1', ts: ts(9), text: 'outside' }]),
    )
    symlinkSync(join(cwd, 'secret.json'), join(cwd, 'export/ops/2025-03-09.json'))
    const { output } = await command(['import', 'library', 'export', '--json'], { cwd })
    expect(JSON.parse(output).drafts).toHaveLength(day.length)
    expect(output).not.toContain('outside')
  })
})
