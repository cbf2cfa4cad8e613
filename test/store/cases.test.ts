import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { changed, smallestChange } from '../../src/collaboration/textChange.js'
import { byPath, type CaseFile } from '../../src/files/caseFile.js'
import { limits } from '../../src/model/limits.js'
import { readCaseFolder } from '../../src/publish/readFolder.js'
import { backupTables, unsavedTables } from '../../src/store/backupFormat.js'
import { doctor } from '../../src/store/doctor/doctor.js'
import { arbitraryFiles, arbitraryText } from './caseFiles.js'
import { onEachDatabase } from './databases.js'
import { fillStore } from './fillStore.js'

const sorted = (files: readonly CaseFile[]) => [...files].sort(byPath)

// Proves that what goes into a case comes out to the byte, now and of every revision, and that what no case can be is
// refused.
onEachDatabase('cases', workspace => {
  let count = 0
  const make = (files: readonly CaseFile[], id = `case-${++count}`) =>
    workspace.store.cases.create({ id, title: id, files, userId: null, message: '' })

  test('give back the files that they were made of, to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFiles, async files => {
        const { id } = await make(files)
        expect(await workspace.store.cases.files(id)).toEqual(sorted(files))
      }),
      { numRuns: 60 },
    )
  })

  test('give back every revision, to the byte, however the files were changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryFiles, { minLength: 1, maxLength: 6 }), async states => {
        const { cases, revisions, texts } = workspace.store
        const { id } = await make(states[0]!)
        const said = new Map<number, CaseFile[]>()
        for (const state of states) {
          await cases.replaceFiles(id, state, null)
          const revision = await revisions.commit(id, { kind: 'edited', message: '' })
          if (revision !== null) said.set(revision.number, sorted(state))
          expect(await cases.files(id)).toEqual(sorted(state))
        }
        await texts.compact(id)
        for (const [number, files] of said) expect(await revisions.files(id, number)).toEqual(files)
        expect(await cases.files(id)).toEqual(sorted(states.at(-1)!))
      }),
      { numRuns: 40 },
    )
  })

  test('take a text in place of another by its smallest change', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryText, arbitraryText, async (before, after) => {
        const { id } = await make([{ path: 'case.yaml', text: before }])
        await workspace.store.cases.replaceFiles(id, [{ path: 'case.yaml', text: after }], null)
        expect(await workspace.store.cases.files(id)).toEqual([{ path: 'case.yaml', text: after }])
        const change = smallestChange(before, after)
        expect(change === null ? before : changed(before, change)).toBe(after)
      }),
      { numRuns: 30 },
    )
  })

  test('give back the case of the repository', async () => {
    const { id, files, problems } = readCaseFolder('cases/kakao-2022')
    expect(problems).toEqual([])
    await make(files, id)
    expect(await workspace.store.cases.files(id)).toEqual(sorted(files))
  })

  test('belong to whoever made them, in a list by their last change', async () => {
    const { store, clock } = workspace
    const user = await store.users.create({ name: '가온' })
    clock.nowMs += 1
    const made = await store.cases.create({
      id: '화재',
      title: '불',
      files: [],
      userId: user.id,
      message: '',
    })
    expect(made).toMatchObject({ id: '화재', headRevision: 0, updateSeq: 0, changedAtMs: clock.nowMs })
    expect((await store.cases.list())[0]).toEqual(made)
    expect(await store.members.ofCase('화재')).toMatchObject([{ userId: user.id, role: 'owner' }])
    await store.cases.setTitle('화재', '데이터 센터 화재')
    expect((await store.cases.get('화재'))?.title).toBe('데이터 센터 화재')
  })

  test('leave nothing when they are removed, but what others have of the same bytes', async () => {
    const { store } = workspace
    const shared = { path: 'evidence/a.bin', text: Uint8Array.from([1, 2, 3]) }
    await make([shared], 'stays')
    await make([shared, { path: 'own.yaml', text: 'only mine' }], 'goes')
    const own = (await store.revisions.tree('goes', 1)).get('own.yaml')!
    await store.cases.remove('goes')
    expect(await store.cases.get('goes')).toBeNull()
    expect(await store.blobs.read(own)).toBeNull()
    expect(await store.cases.files('stays')).toEqual([shared])
    await expect(store.cases.remove('goes')).rejects.toMatchObject({ code: 'no-such-case' })
  })

  test('leave nothing of all that a case can have', async () => {
    const store = await workspace.elsewhere()
    await fillStore(store, workspace.clock.nowMs)
    await store.cases.remove('fire')
    const workspaceTables = ['settings', 'chain_heads', 'users', 'password_credentials', 'oidc_identities']
    const outlives = [...workspaceTables, 'api_tokens', 'audit', 'sessions', 'rate_limits']
    for (const table of [...backupTables, ...unsavedTables]) {
      const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(store.database.query)
      expect(rows, table).toHaveLength(outlives.includes(table) ? 1 : 0)
    }
    expect((await doctor(store)).findings).toEqual([])
  })

  test.each([
    ['bad-case-id', '../up', []],
    ['bad-case-id', '.hidden', []],
    ['bad-case-id', '', []],
    ['bad-case-id', 'a b', []],
    ['case-exists', 'twice', []],
    ['bad-path', 'paths', ['../case.yaml']],
    ['bad-path', 'paths', ['/case.yaml']],
    ['bad-path', 'paths', ['a//case.yaml']],
    ['bad-path', 'paths', ['a\\case.yaml']],
    ['bad-path', 'paths', ['evidence/.git/config']],
    ['bad-path', 'paths', ['line\nbreak.yaml']],
    ['bad-path', 'paths', ['half \ud800.yaml']],
    ['bad-path', 'paths', ['README.txt']],
    ['bad-path', 'paths', [`${'long'.repeat(70)}.yaml`]],
    ['path-taken', 'paths', ['case.yaml', 'case.yaml']],
    ['path-taken', 'paths', ['a.yaml', 'a.yaml/b.yaml']],
    ['too-many-files', 'paths', Array.from({ length: limits.files + 1 }, (_, index) => `${index}.yaml`)],
  ])('refuse %s: %j', async (code, id, paths) => {
    if (code === 'case-exists') await make([], id)
    const making = make(
      paths.map(path => ({ path, text: '' })),
      id,
    )
    await expect(making).rejects.toMatchObject({ name: 'StoreRefusal', code })
    if (code !== 'case-exists') expect(await workspace.store.cases.get(id)).toBeNull()
  })

  test('refuse what is too large, and keep nothing of it', async () => {
    const text = 'a'.repeat(limits.fileBytes + 1)
    await expect(make([{ path: 'case.yaml', text }], 'large')).rejects.toMatchObject({
      code: 'file-too-large',
    })
    const six = Array.from({ length: 6 }, (_, index) => ({
      path: `${index}.yaml`,
      text: text.slice(0, limits.fileBytes),
    }))
    await expect(make(six, 'large')).rejects.toMatchObject({ code: 'case-too-large' })
    expect(await workspace.store.cases.get('large')).toBeNull()
  })
})
