/** What counts as a case in the folders that are served, and how two of one name are told apart. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { caseFolders } from '../../src/server/caseFolders.js'

const root = mkdtempSync(join(tmpdir(), 'manil-folders-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

function file(path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), '')
}

for (const path of [
  'a/second/case.yaml',
  'a/first/case.yaml',
  'a/.hidden/case.yaml',
  'a/notes/readme.md',
  'b/first/x.yml',
]) {
  file(path)
}

const names = (folders: readonly string[]) =>
  caseFolders(folders.map(folder => join(root, folder))).map(({ name }) => name)

it('finds the folders that hold YAML, by name', () => expect(names(['a'])).toEqual(['first', 'second']))
it('takes a folder that is a case itself', () => expect(names(['a/second'])).toEqual(['second']))
it('tells two of one name apart', () => expect(names(['a', 'b'])).toEqual(['first', 'second', 'first-2']))
it('lists a folder given twice once', () => expect(names(['a', 'a/first'])).toEqual(['first', 'second']))
it('finds nothing where nothing is', () => expect(names(['none'])).toEqual([]))
