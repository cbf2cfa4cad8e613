import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { changeText, openSharedCase, sharedFiles, sharedText } from '../../../src/collaboration/sharedCase.js'
import { editCase } from '../../../src/files/editCase.js'
import { limits } from '../../../src/model/limits.js'
import { sha256 } from '../../../src/store/hash.js'
import { onEachDatabase } from '../../store/databases.js'
import { LiveClient, until } from './liveClient.js'
import { LiveServer } from './liveServer.js'

// Proves that what several people write at once comes to all of them, is kept before anybody sees it, and that nothing that
// one of them sends can harm the others' copies.
onEachDatabase('a room', workspace => {
  let live: LiveServer
  let counter = 0
  let caseId = ''
  let anna = ''
  let bora = ''
  const clients: LiveClient[] = []
  const enter = async (user: string) => {
    const client = await new LiveClient().connect(live.address(caseId), { 'x-user': user })
    clients.push(client)
    return client
  }
  const kept = () => workspace.store.cases.files(caseId)

  beforeAll(async () => {
    anna = (await workspace.store.users.create({ name: 'Anna', email: null })).id
    bora = (await workspace.store.users.create({ name: 'Bora', email: null })).id
    live = await LiveServer.open(workspace.store)
  })
  afterAll(() => live.close())
  beforeEach(async () => {
    caseId = `case-${++counter}`
    await workspace.store.cases.create({
      id: caseId,
      title: caseId,
      files: [
        { path: 'case.yaml', text: 'case:\n  title: {en: A}\n' },
        { path: 'timeline.yaml', text: 'facts:\n  f1: {at: "15:30", text: "x"}\n' },
        { path: 'report.en.md', text: '# Report\n' },
        { path: 'evidence/a.png', text: Uint8Array.from([1, 2, 255]) },
      ],
      userId: anna,
      message: '',
    })
    live.roles.clear()
    live.ended.clear()
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.close()
    expect(live.faults.splice(0)).toEqual([])
  })

  test('gives a new copy everything, and everyone what the others write', async () => {
    const [one, two] = [await enter(anna), await enter(bora)]
    expect(one.files()).toEqual(two.files())
    expect(one.text('case.yaml')).toBe('case:\n  title: {en: A}\n')
    one.insert('timeline.yaml', 7, '  f0: {at: "15:30"}\n')
    two.insert('case.yaml', 0, '# 제목 🙂\n')
    await one.kept()
    await two.kept()
    await until(() => JSON.stringify(one.files()) === JSON.stringify(two.files()))
    expect(one.text('case.yaml')).toBe('# 제목 🙂\ncase:\n  title: {en: A}\n')
    expect((await kept()).filter(({ path }) => !path.startsWith('evidence/'))).toEqual(one.files())
  })

  test('keeps an update before anybody else sees it', async () => {
    const [one, two] = [await enter(anna), await enter(bora)]
    const seen: boolean[] = []
    const heard = new Promise<void>(resolve => {
      two.heard = message => {
        if (message.kind !== 'update') return
        void workspace.store.texts.load(caseId).then(({ shared }) => {
          seen.push(sharedText(shared, 'case.yaml')!.toString().startsWith('# one'))
          resolve()
        })
      }
    })
    one.insert('case.yaml', 0, '# one\n')
    await heard
    expect(seen).toEqual([true])
  })

  test('takes what was written while the connection was broken', async () => {
    const [one, two] = [await enter(anna), await enter(bora)]
    await one.close()
    one.insert('case.yaml', 0, '# offline\n')
    two.insert('case.yaml', 0, '# online\n')
    await two.kept()
    await one.connect(live.address(caseId), { 'x-user': anna })
    await one.kept()
    await until(() => one.text('case.yaml') === two.text('case.yaml'))
    expect(one.text('case.yaml')).toContain('# offline\n')
    expect(one.text('case.yaml')).toContain('# online\n')
  })

  test('changes files for programs beside those who write, all of the changes or none', async () => {
    const one = await enter(anna)
    const room = await live.rooms.open(caseId)
    const edited = await room.change({ id: bora }, files => {
      const result = editCase(files.texts, {
        kind: 'insert',
        path: ['facts', 'f2'],
        value: { at: '15:40', text: 'y' },
      })
      if ('refused' in result) return { refused: result.refused }
      one.insert('timeline.yaml', 0, '# typed meanwhile\n')
      return [{ kind: 'texts', changes: result.changes }]
    })
    expect(edited).toEqual({ changed: ['timeline.yaml'] })
    await one.kept()
    await until(() => one.text('timeline.yaml').includes('f2'))
    expect(one.text('timeline.yaml')).toBe(
      '# typed meanwhile\nfacts:\n  f1: {at: "15:30", text: "x"}\n  f2: { at: 15:40, text: y }\n',
    )
    const blob = await room.keepBlob(Uint8Array.from([9]))
    const moved = await room.change({ id: bora }, () => [
      { kind: 'write', path: 'system.yaml', text: 'components:\r\n' },
      { kind: 'move', from: 'case.yaml', to: 'head.yaml' },
      { kind: 'attach', path: 'evidence/b.bin', ...blob },
      { kind: 'remove', path: 'evidence/a.png' },
    ])
    expect(moved).toEqual({
      changed: ['case.yaml', 'evidence/a.png', 'evidence/b.bin', 'head.yaml', 'system.yaml'],
    })
    await until(() => one.text('system.yaml') !== '')
    expect(one.files().map(({ path }) => path)).toEqual([
      'head.yaml',
      'report.en.md',
      'system.yaml',
      'timeline.yaml',
    ])
    const refused = await room.change({ id: bora }, () => [
      { kind: 'write', path: 'ifs.yaml', text: 'ifs:\n' },
      { kind: 'remove', path: 'nowhere.yaml' },
    ])
    expect(refused).toEqual({ refused: { code: 'no-such-file', path: 'nowhere.yaml' } })
    expect((await kept()).map(({ path }) => path)).toEqual([
      'evidence/b.bin',
      'head.yaml',
      'report.en.md',
      'system.yaml',
      'timeline.yaml',
    ])
    expect((await room.files()).info('evidence/b.bin')).toEqual({
      path: 'evidence/b.bin',
      kind: 'bytes',
      size: 1,
      sha256: sha256(Uint8Array.from([9])),
    })
  })

  test('works edits out beside this thread, and anew where somebody wrote meanwhile', async () => {
    const one = await enter(anna)
    const room = await live.rooms.open(caseId)
    const edited = 'facts:\n  f1: {at: 15:31, text: "x"}\n'
    let tries = 0
    const result = await room.propose({ id: bora }, async files => {
      tries++
      // The last try is disturbed as well, and made beside.
      one.insert('timeline.yaml', 0, `# typed before try ${tries} was done\n`)
      await one.kept()
      const edit = { kind: 'set', path: ['facts', 'f1', 'at'], value: '15:31' } as const
      const result = await room.edited(files, edit)
      return 'refused' in result ? result : result.changes
    })
    expect(result).toEqual({ changed: ['timeline.yaml'] })
    expect(tries).toBe(4)
    await until(() => one.text('timeline.yaml').includes('15:31'))
    expect(one.text('timeline.yaml')).toBe(
      [4, 3, 2, 1].map(number => `# typed before try ${number} was done\n`).join('') + edited,
    )
    const document = await room.documentOf(await room.files())
    expect(document).toBeNull()
  })

  test.each<[string, (copy: Y.Doc) => void]>([
    ['a new file', copy => sharedFiles(copy).set('new.yaml', new Y.Text('x'))],
    ['another text in the place of one', copy => sharedFiles(copy).set('case.yaml', new Y.Text('x'))],
    ['a removed file', copy => sharedFiles(copy).delete('case.yaml')],
    ['something that is no text', copy => copy.getMap('files').set('case.yaml', 'string')],
    ['another root', copy => copy.getMap('other').set('a', 1)],
    ['letters in another root', copy => copy.getText('other').insert(0, 'x')],
    ['formatting', copy => sharedText(copy, 'case.yaml')!.format(0, 2, { bold: true })],
    ['formatted letters', copy => sharedText(copy, 'case.yaml')!.insert(0, 'x', { bold: true })],
    ['an embed', copy => sharedText(copy, 'case.yaml')!.insertEmbed(0, { image: 'x' })],
    ['a type within a text', copy => sharedText(copy, 'case.yaml')!.insertEmbed(0, new Y.Map())],
    ['an attribute', copy => sharedText(copy, 'case.yaml')!.setAttribute('lang', 'ko')],
    [
      'a text beyond the limit',
      copy => sharedText(copy, 'case.yaml')!.insert(0, 'ㄱ'.repeat(limits.fileBytes / 3)),
    ],
  ])('refuses %s, and nothing of it is taken', async (_name, harm) => {
    const [one, two] = [await enter(anna), await enter(bora)]
    const before = await kept()
    const copy = openSharedCase()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(one.shared))
    const vector = Y.encodeStateVector(copy)
    harm(copy)
    one.sendUpdate(Y.encodeStateAsUpdate(copy, vector))
    await until(() => one.closeCode !== null)
    expect(one.refusals).toHaveLength(1)
    expect(one.closeCode).toBe(4409)
    two.insert('case.yaml', 0, '# fine\n')
    await two.kept()
    expect(two.refusals).toEqual([])
    const after = before.map(file =>
      file.path === 'case.yaml' ? { ...file, text: `# fine\n${file.text}` } : file,
    )
    expect(await kept()).toEqual(after)
  })

  test('refuses what builds on an update that was never sent, and waits for nothing inside', async () => {
    const [one, two] = [await enter(anna), await enter(bora)]
    const updates: Uint8Array[] = []
    const copy = openSharedCase()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(one.shared))
    copy.on('update', (update: Uint8Array) => updates.push(update))
    sharedText(copy, 'case.yaml')!.insert(0, 'first ')
    sharedText(copy, 'case.yaml')!.insert(3, 'second ')
    one.sendUpdate(updates[1]!)
    await until(() => one.closeCode !== null)
    expect(one.refusals).toEqual([{ code: 'bad-update' }])
    two.insert('case.yaml', 0, '# ')
    await two.kept()
    const { shared } = await workspace.store.texts.load(caseId)
    expect(shared.store.pendingStructs).toBeNull()
    expect(sharedText(shared, 'case.yaml')!.toString()).toBe('# case:\n  title: {en: A}\n')
  })

  test('takes an update twice without harm', async () => {
    const [one, two] = [await enter(anna), await enter(bora)]
    const updates: Uint8Array[] = []
    one.shared.on('update', (update: Uint8Array) => updates.push(update))
    one.insert('case.yaml', 0, '# twice\n')
    one.sendUpdate(updates[0]!)
    await one.kept()
    await until(() => two.text('case.yaml').startsWith('# twice'))
    expect(two.text('case.yaml')).toBe('# twice\ncase:\n  title: {en: A}\n')
  })

  test.each([
    ['bytes', Uint8Array.from([2, 1, 5, 1, 2, 3])],
    ['an empty message', new Uint8Array()],
    ['an unknown kind', Uint8Array.from([99, 1])],
    ['a broken vector', Uint8Array.from([1, 3, 255, 255, 255])],
    ['an update cut short', Uint8Array.from([2, 1, 4, 1, 1, 1, 0])],
  ])('ends a connection that sends %s', async (_name, bytes) => {
    const one = await enter(anna)
    one.sendBytes(bytes)
    await until(() => one.closeCode !== null)
    expect([1008, 4409]).toContain(one.closeCode)
    expect((await enter(bora)).text('case.yaml')).toBe('case:\n  title: {en: A}\n')
  })

  test('lets nobody write as the client of somebody else', async () => {
    const [one, two] = [await enter(anna), await enter(bora)]
    one.insert('case.yaml', 0, '# anna\n')
    await one.kept()
    await until(() => two.text('case.yaml').startsWith('# anna'))
    const copy = openSharedCase()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(two.shared))
    copy.clientID = one.shared.clientID
    const vector = Y.encodeStateVector(copy)
    sharedText(copy, 'case.yaml')!.insert(0, 'not anna ')
    two.sendUpdate(Y.encodeStateAsUpdate(copy, vector))
    await until(() => two.closeCode !== null)
    expect(two.refusals).toEqual([{ code: 'bad-update' }])
    expect(one.text('case.yaml')).not.toContain('not anna')
  })

  test('lets go who reads too slowly, and gives them what they lack when they come back', async () => {
    const [one, two] = [await enter(anna), await enter(bora)]
    two.pause()
    const long = 'x'.repeat(1_000_000)
    for (let count = 0; count < 60 && [...(await live.rooms.open(caseId)).connections].length > 1; count++) {
      one.insert('report.en.md', 0, long)
      await one.kept()
      changeText(one.shared, 'report.en.md', { from: 0, to: long.length, insert: '' }, 'here')
      await one.kept()
    }
    expect([...(await live.rooms.open(caseId)).connections]).toHaveLength(1)
    await two.close()
    one.insert('case.yaml', 0, '# meanwhile\n')
    await one.kept()
    await two.connect(live.address(caseId), { 'x-user': bora })
    expect(two.text('case.yaml')).toBe(one.text('case.yaml'))
  })

  test('takes nothing from a reader, who sees all', async () => {
    live.roles.set(bora, 'reader')
    const [one, two] = [await enter(anna), await enter(bora)]
    expect([one.welcome?.mayWrite, two.welcome?.mayWrite]).toEqual([true, false])
    two.insert('case.yaml', 0, '# reader\n')
    await until(() => two.refusals.length > 0)
    expect(two.refusals).toEqual([{ code: 'may-not-write' }])
    one.insert('timeline.yaml', 0, '# writer\n')
    await until(() => two.text('timeline.yaml').startsWith('# writer'))
    expect((await kept()).find(({ path }) => path === 'case.yaml')?.text).toBe('case:\n  title: {en: A}\n')
  })

  test('takes rights away at once', async () => {
    const [one, two] = [await enter(anna), await enter(bora)]
    live.roles.set(bora, 'reader')
    live.rooms.changeRole(caseId, bora)
    await until(() => two.closeCode !== null)
    expect(two.closeCode).toBe(1012)
    const again = await enter(bora)
    expect(again.welcome?.mayWrite).toBe(false)
    live.roles.set(bora, 'none' as never)
    live.rooms.changeRole(caseId, bora)
    await until(() => again.closeCode !== null)
    expect(again.closeCode).toBe(4403)
    live.ended.add(`session of ${anna}`)
    live.rooms.closeSession(`session of ${anna}`)
    await until(() => one.closeCode !== null)
    expect(one.closeCode).toBe(4401)
  })

  test('lets in nobody who is nobody, no page of another site, and no case that is not there', async () => {
    const nobody = await enter('')
    expect(nobody.closeCode).toBe(4401)
    live.roles.set(bora, 'none' as never)
    expect((await enter(bora)).closeCode).toBe(4403)
    const there = live.address('nowhere')
    const lost = await new LiveClient().connect(there, { 'x-user': anna })
    expect(lost.closeCode).toBe(4404)
    const foreign = new LiveClient().connect(live.address(caseId), {
      'x-user': anna,
      origin: 'http://evil.example',
    })
    await expect(foreign).rejects.toThrow('403')
    const own = new URL(live.address(caseId))
    const page = await new LiveClient().connect(own.href, { 'x-user': anna, origin: `http://${own.host}` })
    clients.push(page)
    expect(page.synced).toBe(true)
  })

  test('tells pages of what changes beside the texts', async () => {
    const one = await enter(anna)
    await workspace.store.members.set(caseId, bora, { role: 'editor', signOffRoles: [] })
    await until(() => one.notices.some(({ about }) => about === 'members'))
    expect(one.closeCode).toBeNull()
    await workspace.store.cases.remove(caseId)
    await until(() => one.closeCode !== null)
    expect(one.closeCode).toBe(4404)
    await expect(live.rooms.open(caseId)).rejects.toThrow('no case')
  })

  test('keeps a revision with its authors, and says what is new since', async () => {
    const [one, two] = [await enter(anna), await enter(bora)]
    one.insert('case.yaml', 0, '# a\n')
    two.insert('timeline.yaml', 0, '# b\n')
    await one.kept()
    await two.kept()
    const room = await live.rooms.open(caseId)
    const revision = await room.keepRevision({ id: anna }, 'A word')
    expect(revision).toMatchObject({ number: 2, message: 'A word', authors: [anna, bora].sort() })
    expect(await workspace.store.revisions.files(caseId, 2)).toEqual(await kept())
    await until(() => one.notices.some(({ about }) => about === 'revisions'))
  })

  test('keeps a revision by itself when it has been quiet', { timeout: 30_000 }, async () => {
    const one = await enter(anna)
    one.insert('case.yaml', 0, '# a\n')
    await until(() => one.notices.some(({ about }) => about === 'revisions'), 15_000)
    const [last, first] = await workspace.store.revisions.list(caseId, 10)
    expect(last).toMatchObject({ number: 2, authors: [anna], message: '' })
    expect(first).toMatchObject({ number: 1 })
  })

  test('gives the same for the same files, and works on them beside this thread', async () => {
    const room = await live.rooms.open(caseId)
    const version = (await room.files()).version
    const examined = await room.examined()
    expect(examined.broken).toBe(true)
    expect(await room.examined()).toBe(examined)
    await room.change(null, () => [{ kind: 'write', path: 'case.yaml', text: 'case: {}\n' }])
    expect((await room.files()).version).not.toBe(version)
    await room.change(null, () => [{ kind: 'write', path: 'case.yaml', text: 'case:\n  title: {en: A}\n' }])
    expect((await room.files()).version).toBe(version)
    expect(await room.page('en')).toBeNull()
  })
})
