import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CaseFile } from '../../src/files/caseFile.js'
import { utf8 } from '../../src/files/utf8.js'
import { exportGit } from '../../src/store/git.js'
import { arbitraryFiles } from './caseFiles.js'
import { onEachDatabase } from './databases.js'

const environment = { PATH: process.env.PATH, HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' }

const hex = (files: readonly CaseFile[]) =>
  Object.fromEntries(
    files.map(({ path, text }) => [
      path,
      Buffer.from(typeof text === 'string' ? utf8(text) : text).toString('hex'),
    ]),
  )

function filesIn(folder: string, inside = ''): CaseFile[] {
  return readdirSync(join(folder, inside), { withFileTypes: true })
    .filter(({ name }) => name !== '.git')
    .flatMap(entry => {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`
      return entry.isDirectory() ? filesIn(folder, path) : [{ path, text: readFileSync(join(folder, path)) }]
    })
}

// Proves, with git itself, that a case's history becomes commits with the same files, and the same bytes each time.
onEachDatabase('a history for git', workspace => {
  let folder = ''
  const git = (args: readonly string[], input?: Uint8Array) =>
    execFileSync('git', ['-c', 'core.autocrlf=false', '-c', 'core.quotepath=false', ...args], {
      cwd: folder,
      env: environment,
      ...(input === undefined ? {} : { input }),
      stdio: ['pipe', 'pipe', 'pipe'],
    }).toString()
  const stream = async (id: string) => {
    const pieces: Uint8Array[] = []
    for await (const piece of exportGit(workspace.store.context, id)) pieces.push(piece)
    return Buffer.concat(pieces)
  }
  const imported = async (id: string) => {
    git(['init', '-q', '--initial-branch=main', '.'])
    git(['fast-import', '--quiet'], await stream(id))
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'manil-git-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('has the files of every revision', async () => {
    let count = 0
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryFiles, { minLength: 2, maxLength: 4 }), async states => {
        const { cases, revisions } = workspace.store
        const id = `case-${++count}`
        await cases.create({ id, title: id, files: states[0]!, userId: null, message: '' })
        for (const state of states) {
          await cases.replaceFiles(id, state, null)
          await revisions.commit(id, { kind: 'edited', message: '' })
        }
        const all = (await revisions.list(id, 100)).reverse()
        if (all.length === 0) return
        rmSync(folder, { recursive: true })
        mkdirSync(folder)
        await imported(id)
        git(['fsck', '--strict'])
        const commits = git(['rev-list', '--reverse', 'main']).trim().split('\n')
        expect(commits).toHaveLength(all.length)
        for (const [index, { number }] of all.entries()) {
          git(['checkout', '-q', '--force', '--detach', commits[index]!])
          expect(hex(filesIn(folder))).toEqual(hex(await revisions.files(id, number)))
        }
      }),
      { numRuns: 8 },
    )
  })

  test('lets a folder take the place of a file, and a file that of a folder', async () => {
    const { cases, revisions } = workspace.store
    const texts = (...paths: string[]) => paths.map(path => ({ path, text: path }))
    await cases.create({
      id: 'places',
      title: '',
      files: texts('a.yaml/b.yaml', 'c.yaml'),
      userId: null,
      message: '',
    })
    await cases.replaceFiles('places', texts('a.yaml', 'c.yaml/d.yaml'), null)
    await revisions.commit('places', { kind: 'edited', message: '' })
    await imported('places')
    git(['checkout', '-q', '--force', 'main'])
    expect(hex(filesIn(folder))).toEqual(hex(texts('a.yaml', 'c.yaml/d.yaml')))
  })

  test('says who, when and why, with addresses that are nobody’s, the same each time', async () => {
    const { store, clock } = workspace
    const ara = await store.users.create({ name: 'Ara <ara@example.com>\nauthor evil <e@e> 0 +0000' })
    const bora = await store.users.create({ name: ' 보라 ' })
    const files = [{ path: 'case.yaml', text: 'a' }]
    await store.cases.create({ id: 'who', title: '', files, userId: ara.id, message: '처음\n\nfrom nowhere' })
    await store.texts.create('who', '한글 "따옴표".yaml'.replaceAll(' ', ''), 'x', bora.id)
    clock.nowMs += 61_000
    const last = await store.revisions.commit('who', { kind: 'edited', message: '', authors: [ara.id] })
    await imported('who')
    const log = git(['log', '--reverse', '--format=%an|%ae|%at|%cn|%s'])
    const name = 'Ara  ara@example.com  author evil  e@e  0 +0000'
    const first = last!.authors[0] === ara.id ? [name, ara.id] : ['보라', bora.id]
    expect(log.trim().split('\n')).toEqual([
      `${name}|${ara.id}@manil.invalid|${Math.floor((clock.nowMs - 61_000) / 1_000)}|Manil|처음`,
      `${first[0]}|${first[1]}@manil.invalid|${Math.floor(clock.nowMs / 1_000)}|Manil|edited (2)`,
    ])
    expect(git(['log', '-1', '--format=%B', 'main'])).toContain(`Manil-Hash: ${last!.hash}`)
    expect(git(['log', '-1', '--format=%B', 'main'])).toContain('Co-authored-by: ')
    expect(git(['ls-tree', '-r', '-z', '--name-only', 'main'])).toContain('한글"따옴표".yaml')
    expect(await stream('who')).toEqual(await stream('who'))
    await expect(stream('none')).rejects.toMatchObject({ code: 'no-such-case' })
  })
})
