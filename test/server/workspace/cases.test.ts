/**
 * Proves that a script can do with a case what a page can: begin one, write it, take facts in, log what happens, review it,
 * sign it off, and go back, and that what comes out is what went in.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEachDatabase } from '../../store/databases.js'
import { type Person, TestWorkspace } from './testWorkspace.js'

onEachDatabase('a case', of => {
  let workspace: TestWorkspace
  let owner: Person
  const at = (path: string) => `/api/cases/work/${path}`
  const read = async (path: string) => (await owner.get(at(`file?path=${encodeURIComponent(path)}`))).text
  const documentNow = async () => (await owner.get(at('document'))).body.document

  beforeAll(async () => {
    workspace = await TestWorkspace.open(of.store)
    of.clock.nowMs = Date.UTC(2022, 9, 15, 6, 30)
    owner = await workspace.person('Owner')
    await owner.post('/api/cases', {
      id: 'work',
      title: 'The day it rained',
      timezone: 'Asia/Seoul',
      start: '2022-10-15 15:00',
      languages: ['ko', 'en'],
    })
    await of.store.members.set('work', owner.user.id, { role: 'owner', signOffRoles: ['legal'] })
  })
  afterAll(() => workspace.close())

  test('begins so that it can be read at once, under a name that nobody has', async () => {
    const { body } = await owner.get(at('document'))
    expect(body.document.case).toMatchObject({ timezone: 'Asia/Seoul', start: '2022-10-15 15:00' })
    expect(body.diagnostics.filter((found: { severity: string }) => found.severity === 'error')).toEqual([])
    const again = { id: 'work', title: 'x', timezone: 'Asia/Seoul', start: '2022-10-15 15:00' }
    expect((await owner.post('/api/cases', again)).body.error.code).toBe('case-exists')
    for (const wrong of [
      { timezone: 'Mars/Base' },
      { start: 'yesterday' },
      { id: 'Not An Id' },
      { title: '' },
    ]) {
      expect((await owner.post('/api/cases', { ...again, id: 'other', ...wrong })).status).toBe(400)
    }
    expect(await of.store.cases.get('other')).toBeNull()
  })

  test('says what its run gives, or that it has no model yet', async () => {
    expect((await owner.get(at('assessment'))).body.error.code).toBe('no-model')
    await workspace.smallCase('runs', owner.user.id)
    const { body } = await owner.get('/api/cases/runs/assessment')
    expect(body.services.shop.intervals).toHaveLength(1)
    await of.store.cases.remove('runs')
  })

  test('is edited entry by entry, all of the edits or none, and keeps what people wrote around them', async () => {
    await owner.write(
      'work',
      'timeline.yaml',
      '# Written by hand.\nfacts:\n  # The first drop.\n  rain: { at: 2022-10-15 15:02, text: Rain }\n',
    )
    const insert = {
      kind: 'insert',
      path: ['facts', 'flood'],
      value: { at: '2022-10-15 15:20', text: 'Flood' },
    }
    const done = await owner.post(at('edits'), {
      edits: [insert, { kind: 'set', path: ['facts', 'rain', 'text'], value: 'It rains' }],
    })
    expect([done.status, done.body]).toEqual([200, { changed: ['timeline.yaml'] }])
    const text = await read('timeline.yaml')
    expect(text).toContain('# Written by hand.')
    expect(text).toContain('# The first drop.')
    expect(text).toContain('It rains')
    const refused = await owner.post(at('edits'), {
      edits: [
        { kind: 'remove', path: ['facts', 'rain'] },
        { kind: 'remove', path: ['facts', 'nothing', 'at'] },
      ],
    })
    expect([refused.status, refused.body.error.code]).toEqual([409, 'edit-refused'])
    expect(await read('timeline.yaml')).toBe(text)
  })

  test('is written file by file, and not over what somebody else wrote meanwhile', async () => {
    const first = await owner.write('work', 'evidence/plan.png', Uint8Array.of(137, 80, 0, 255))
    expect(first.body).toMatchObject({ path: 'evidence/plan.png', kind: 'bytes', size: 4 })
    const { sha256 } = (await owner.write('work', 'notes.yaml', '# one\n')).body as { sha256: string }
    const put = (ifMatch: string, body: string) =>
      owner.ask(at(`file?path=notes.yaml&ifMatch=${ifMatch}`), {
        method: 'PUT',
        body,
        headers: { 'content-type': 'application/octet-stream' },
      })
    expect((await put(sha256, '# two\n')).status).toBe(200)
    expect((await put(sha256, '# three\n')).body.error.code).toBe('file-changed')
    expect((await put('none', '# four\n')).status).toBe(409)
    expect(await read('notes.yaml')).toBe('# two\n')
    expect((await owner.post(at('file/move'), { from: 'notes.yaml', to: 'more/notes.yaml' })).status).toBe(
      200,
    )
    expect(
      (await owner.post(at('file/move'), { from: 'more/notes.yaml', to: 'case.yaml' })).body.error.code,
    ).toBe('path-taken')
    expect((await owner.send('DELETE', at('file?path=more%2Fnotes.yaml'))).status).toBe(204)
    expect((await owner.get(at('file?path=more%2Fnotes.yaml'))).status).toBe(404)
  })

  test('tells what changed between revisions, and becomes again what it was', async () => {
    const before = (await owner.post(at('revisions'), { message: 'Before' })).body
    expect(before).toMatchObject({ message: 'Before', authors: ['Owner'] })
    await owner.post(at('edits'), {
      edits: [
        { kind: 'rename', path: ['facts', 'flood'], to: 'high-water' },
        { kind: 'remove', path: ['facts', 'rain'] },
      ],
    })
    await owner.write('work', 'report.en.md', '# Rain\n\nIt rained.\n')
    await owner.write('work', 'evidence/plan.png', Uint8Array.of(1))
    const after = (await owner.post(at('revisions'), { message: 'After' })).body
    expect(after.changed).toEqual(['evidence/plan.png', 'report.en.md', 'timeline.yaml'])
    const { body: changes } = await owner.get(at(`changes?from=${before.number}&to=${after.number}`))
    expect(changes.entries).toMatchObject([
      { section: 'facts', id: 'high-water', kind: 'renamed', from: 'flood' },
      { section: 'facts', id: 'rain', kind: 'removed', before: { text: 'It rains' }, after: null },
    ])
    expect(changes.paragraphs).toMatchObject([
      { kind: 'added', language: 'en', after: '# Rain' },
      { kind: 'added', language: 'en', after: 'It rained.' },
    ])
    const restored = await owner.post(at(`revisions/${before.number}/restore`))
    expect(restored.status).toBe(200)
    expect(restored.body.number).toBe(after.number + 1)
    const { body: none } = await owner.get(at(`changes?from=${before.number}&to=${restored.body.number}`))
    expect([none.entries, none.files]).toEqual([[], []])
    const [latest, second] = (await owner.get(at('revisions'))).body.revisions
    expect([latest.number, second.message]).toEqual([restored.body.number, 'After'])
  })

  test('is called in lists what it calls itself', async () => {
    await owner.post(at('edits'), {
      edits: [{ kind: 'set', path: ['case', 'title', 'en'], value: 'The flood' }],
    })
    await owner.post(at('revisions'), { message: 'Renamed' })
    const title = async () => (await owner.get('/api/cases')).body.cases[0].title as string
    for (let waits = 0; waits < 100 && (await title()) !== 'The flood'; waits++) {
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    expect(await title()).toBe('The flood')
  })

  test('takes facts in as drafts: corrected, merged, split, put aside, accepted; each original stays', async () => {
    const paste = [
      '15:05 Power is lost in hall B',
      '15:06 Power lost, hall B',
      '15:30 Pumps start, and the gate closes',
      '15:45 Somebody says hello',
    ].join('\n')
    const bring = () =>
      owner.ask(at('imports?name=notes.md&format=paste'), {
        method: 'POST',
        body: paste,
        headers: { 'content-type': 'application/octet-stream' },
      })
    const { body: taken } = await bring()
    expect(taken).toMatchObject({ format: 'paste', added: 4, known: 0 })
    expect((await bring()).body).toMatchObject({ added: 0, known: 4 })
    const inbox = async (state = 'open') =>
      (await owner.get(at(`drafts?state=${state}`))).body.drafts as {
        key: string
        text: string
        time: { at: string }
      }[]
    const [lost, again, pumps, hello] = await inbox()
    expect((await owner.get(at(`drafts/${lost!.key}/original`))).body.original).toContain(
      'Power is lost in hall B',
    )

    const changed = await owner.send('PATCH', at(`drafts/${lost!.key}`), {
      at: '오후 3시 4분',
      text: 'Power is lost',
    })
    expect(changed.body).toMatchObject({
      text: 'Power is lost',
      time: { at: expect.stringMatching(/15:04/) },
    })
    expect((await owner.send('PATCH', at(`drafts/${lost!.key}`), { at: 'soon' })).body.error.code).toBe(
      'bad-time',
    )
    const merged = await owner.post(at('drafts/merge'), { keys: [lost!.key, again!.key] })
    expect(merged.body.text).toContain('Power is lost')
    const { body: split } = await owner.post(at(`drafts/${pumps!.key}/split`), {
      texts: ['Pumps start', 'The gate closes'],
    })
    expect(split.drafts.map((part: { text: string }) => part.text)).toEqual([
      'Pumps start',
      'The gate closes',
    ])
    expect((await owner.post(at('drafts/discard'), { keys: [hello!.key] })).body).toEqual({ changed: 1 })
    expect((await owner.post(at('drafts/discard'), { keys: [hello!.key], restore: true })).body).toEqual({
      changed: 1,
    })
    await owner.post(at('drafts/discard'), { keys: [hello!.key] })

    const open = await inbox()
    expect(open.map(({ text }) => text)).toEqual([
      expect.stringContaining('Power is lost'),
      'Pumps start',
      'The gate closes',
    ])
    const keys = open.map(({ key }) => key)
    const before = Object.keys((await documentNow()).facts).length
    const atOnce = await Promise.all([1, 2, 3].map(() => owner.post(at('drafts/accept'), { keys })))
    const accepted = { facts: atOnce.flatMap(({ body }) => body.facts) }
    expect(accepted.facts.map(({ key }) => key).sort()).toEqual([...keys].sort())
    for (const { body } of atOnce) expect(body.facts.length + body.refused.length).toBe(keys.length)
    const { facts } = await documentNow()
    for (const { fact } of accepted.facts) expect(facts[fact].sources).toHaveLength(1)
    expect(Object.keys(facts)).toHaveLength(before + keys.length)
    expect(await inbox()).toEqual([])
    const twice = await owner.post(at('drafts/accept'), { keys: [open[0]!.key] })
    expect(twice.body).toMatchObject({ facts: [], refused: [{ code: 'draft-decided' }] })
    expect(Object.keys((await documentNow()).facts)).toEqual(Object.keys(facts))
  })

  test('takes alerts from Alertmanager, by a token', async () => {
    const script = await workspace.script(owner.user, { cap: 'editor', cases: ['work'] })
    const payload = {
      version: '4',
      status: 'firing',
      receiver: 'manil',
      groupLabels: {},
      commonLabels: {},
      commonAnnotations: {},
      externalURL: 'http://alertmanager.example',
      groupKey: '{}',
      alerts: [
        {
          status: 'firing',
          labels: { alertname: 'HighWater', severity: 'critical' },
          annotations: { summary: 'Water in hall B' },
          startsAt: '2022-10-15T06:10:00Z',
          endsAt: '0001-01-01T00:00:00Z',
          fingerprint: 'a1b2c3',
        },
      ],
    }
    expect((await script.post(at('hooks/alertmanager'), payload)).body).toEqual({ added: 1 })
    expect((await script.post(at('hooks/alertmanager'), payload)).body).toEqual({ added: 0 })
  })

  test('is logged while it happens: the board follows, and the public page stands where it was told to', async () => {
    await owner.post(at('edits'), {
      edits: [
        {
          kind: 'set',
          path: ['components'],
          value: { mail: { kind: 'service', title: { ko: '메일', en: 'Mail' } } },
        },
      ],
    })
    of.clock.nowMs = Date.UTC(2022, 9, 15, 7, 0)
    const logged = await owner.post(at('log'), { text: 'mail down: water', announce: false })
    expect(logged.body).toMatchObject({ at: '2022-10-15 16:00' })
    of.clock.nowMs += 60_000
    const due = of.clock.nowMs + 1_800_000
    const duty = [{ role: 'incident lead', reach: 'ext. 1234' }]
    await owner.send('PUT', at('live-state'), { nextUpdateMs: due, duty, live: true })
    const { body: board } = await owner.get(at('board?lang=ko'))
    expect(board.rows).toMatchObject([{ component: 'mail', title: '메일', state: 'down' }])
    expect(board).toMatchObject({ nextUpdateMs: due, duty, live: true })
    await owner.post(at('log'), { text: 'Mail is down. We are pumping.', announce: true, language: 'en' })
    expect((await owner.post(at('log'), { text: 'x', at: 'soon' })).body.error.code).toBe('log-refused')

    const { body: written } = await owner.post(at('status'))
    expect(written.files).toContain('work/index.html')
    const folder = join(workspace.folder, 'status', 'work')
    expect(readdirSync(folder).sort()).toContain('feed.atom')
    const page = readFileSync(join(folder, 'en.html'), 'utf8')
    expect(page).toContain('We are pumping')
    expect(page).not.toContain('ext. 1234')
    expect(readdirSync(folder).filter(name => name.endsWith('.unfinished'))).toEqual([])
  })

  test('is reviewed: comments, an agenda drawn from it, answers under a role, sign-offs, and corrections after them', async () => {
    const anchor = { kind: 'entry', path: ['facts', 'high-water'] }
    const { body: comment } = await owner.post(at('comments'), { anchor, text: 'Which gauge?' })
    const { body: reply } = await owner.post(at('comments'), {
      anchor,
      replyTo: comment.id,
      text: 'The one by the gate.',
    })
    expect(reply).toMatchObject({ replyTo: comment.id, anchor })
    const other = await workspace.person('Reviewer', { cases: { work: 'reviewer' } })
    expect((await other.send('PATCH', at(`comments/${comment.id}`), { text: 'mine' })).body.error.code).toBe(
      'not-yours',
    )
    expect((await other.send('PATCH', at(`comments/${comment.id}`), { resolved: true })).body.resolved).toBe(
      true,
    )
    expect((await other.send('DELETE', at(`comments/${comment.id}`))).status).toBe(403)
    expect((await owner.send('DELETE', at(`comments/${comment.id}`))).status).toBe(204)

    const { body: agenda } = await owner.get(at('agenda'))
    for (const item of agenda.items)
      expect([item.text.ko, item.text.en].every((text: string) => text.length > 0)).toBe(true)
    const own = { id: 'own-1', kind: 'own', about: [], text: { ko: '무엇이 뜻밖이었습니까?' } }
    const { body: round } = await owner.post(at('rounds'), { title: 'First', items: [...agenda.items, own] })
    const item = round.items.at(-1).id
    const given = await other.post(at(`rounds/${round.id}/answers`), {
      item,
      text: 'The gate',
      role: 'operations',
    })
    expect(given.body).toMatchObject({ item, text: 'The gate', role: 'operations' })
    expect((await owner.post(at(`rounds/${round.id}/close`))).body).toMatchObject({ state: 'closed' })
    const late = await other.post(at(`rounds/${round.id}/answers`), { item, text: 'x', role: 'operations' })
    expect(late.body.error.code).toBe('round-closed')

    const { number } = (await owner.post(at('revisions'), { message: 'To be signed' })).body
    const sign = (who: Person, role: string) =>
      who.post(at('sign-offs'), { role, revision: number, note: 'Read.' })
    expect((await sign(other, 'legal')).body.error.code).toBe('signs-not-as')
    const { body: signed } = await sign(owner, 'legal')
    expect(signed).toMatchObject({ revision: number, role: 'legal', revisionsSince: 0 })
    await owner.post(at('edits'), {
      edits: [{ kind: 'set', path: ['facts', 'high-water', 'text'], value: 'High water' }],
    })
    await owner.post(at('revisions'), { message: 'A correction' })
    const { body: standing } = await owner.get(at('sign-offs'))
    expect(standing).toMatchObject({
      roles: ['legal'],
      signOffs: [{ id: signed.id, revisionsSince: 1, withdrawnMs: null }],
    })
    expect((await other.send('DELETE', at(`sign-offs/${signed.id}`))).status).toBe(404)
    expect((await owner.send('DELETE', at(`sign-offs/${signed.id}`))).status).toBe(204)
    expect((await owner.get(at('sign-offs'))).body.signOffs[0].withdrawnMs).not.toBeNull()
  })

  test('is told by the log of what was done, and is gone when its name is repeated', async () => {
    const { entries } = (await owner.get(at('audit?limit=500'))).body as {
      entries: { action: string; by: string }[]
    }
    const actions = entries.map(({ action }) => action)
    for (const action of [
      'case.created',
      'facts.imported',
      'round.opened',
      'round.closed',
      'sign-off.given',
      'status.published',
    ]) {
      expect(actions).toContain(action)
    }
    expect((await owner.send('DELETE', '/api/cases/work?confirm=wrok')).body.error.code).toBe(
      'confirm-differs',
    )
    expect((await owner.send('DELETE', '/api/cases/work?confirm=work')).status).toBe(204)
    expect((await owner.get(at('files'))).status).toBe(404)
    expect((await owner.get('/api/cases')).body.cases).toEqual([])
  })
})
