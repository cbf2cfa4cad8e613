// A folder on a disk: nothing is followed out of it, nothing large is read, and what is no text is handed on as bytes.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadCase } from '../../src/files/loadCase.js'
import { limits } from '../../src/model/limits.js'
import { readCaseFolder } from '../../src/publish/readFolder.js'

const head = 'case: { title: Test, timezone: UTC, start: 2022-10-15 15:19 }\n'
let root: string
let folder: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'manil-folder-'))
  folder = join(root, 'my-case')
  write('case.yaml', head)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(path: string, text: string | Uint8Array): void {
  const full = join(folder, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, text)
}

function codes(bounds?: Parameters<typeof readCaseFolder>[1]): string[] {
  const { id, files, problems } = readCaseFolder(folder, bounds)
  return loadCase(id, files, { problems }).problems.map(({ file, code }) => `${file} ${code}`)
}

it('has its name as id, and only the files that are parts of a case', () => {
  write('.git/config.yaml', '[')
  write('notes/private.txt', 'x')
  write('parts/system.yaml', 'components: {}\n')
  write('evidence/photo.jpg', new Uint8Array([255, 216]))
  write('report.ko.md', '# 보고서\n')
  const { id, files, problems } = readCaseFolder(folder)
  expect([id, problems]).toEqual(['my-case', []])
  expect(files.map(({ path, text }) => [path, typeof text])).toEqual([
    ['case.yaml', 'string'],
    ['evidence/photo.jpg', 'object'],
    ['parts/system.yaml', 'string'],
    ['report.ko.md', 'string'],
  ])
})

it('may be a single file, whose id is its name', () => {
  const { id, files } = readCaseFolder(join(folder, 'case.yaml'))
  expect([id, files.length]).toEqual(['case', 1])
})

it('of 50 MB in one file is refused without reading it', () => {
  write('large.yaml', '')
  truncateSync(join(folder, 'large.yaml'), 50_000_000)
  const beganMs = performance.now()
  expect(codes()).toEqual(['large.yaml file-too-large'])
  expect(performance.now() - beganMs).toBeLessThan(1_000)
})

it('says of a binary file that it is none', () => {
  write('picture.yaml', new Uint8Array([137, 80, 78, 71, 13, 10, 0, 255]))
  expect(codes()).toEqual(['picture.yaml binary-file'])
})

it('is not left through a link, to a file or to a folder', () => {
  writeFileSync(join(root, 'secret.yaml'), 'components: { stolen: { kind: tool } }\n')
  mkdirSync(join(root, 'others'))
  writeFileSync(join(root, 'others', 'more.yaml'), 'components: { stolen: { kind: tool } }\n')
  symlinkSync('../secret.yaml', join(folder, 'secret.yaml'))
  symlinkSync(join(root, 'others'), join(folder, 'others'))
  const { files } = readCaseFolder(folder)
  expect(files.map(({ path }) => path)).toEqual(['case.yaml'])
  expect(codes()).toEqual(['others link-out-of-folder', 'secret.yaml link-out-of-folder'])
})

it('follows a link to a file inside, and no link to a folder, which may lead in a circle', () => {
  write('parts/system.yaml', 'sources: { s: { title: t } }\n')
  symlinkSync('.', join(folder, 'again'))
  expect(codes()).toEqual(['again link-to-folder'])
  rmSync(join(folder, 'again'))
  symlinkSync('../my-case/case.yaml', join(folder, 'copy.yaml'))
  expect(codes().every(code => code.endsWith('duplicate-id'))).toBe(true)
})

it('says of a link to nothing that it cannot be read', () => {
  symlinkSync('nothing.yaml', join(folder, 'gone.yaml'))
  expect(codes()).toEqual(['gone.yaml unreadable-file'])
})

it('is bounded in files, depth and bytes, each named', () => {
  for (let number = 0; number < 5; number++) write(`n${number}.txt`, 'x')
  write('a/b/c/deep.yaml', 'sources: {}\n')
  write('evidence/one.bin', new Uint8Array(60))
  write('evidence/two.bin', new Uint8Array(60))
  expect(codes({ ...limits, files: 3 })).toContain('. too-many-files')
  expect(codes({ ...limits, folderDepth: 2 })).toEqual(['a/b/c folders-too-deep'])
  expect(codes({ ...limits, attachmentBytes: 50 })).toEqual([
    'evidence/one.bin file-too-large',
    'evidence/two.bin file-too-large',
  ])
  expect(codes({ ...limits, attachmentsBytes: 100 })).toEqual(['evidence/two.bin attachments-too-large'])
  expect(codes({ ...limits, caseBytes: 70 })).toEqual(['case.yaml case-too-large'])
})

it('that is not there is a fault of the environment', () => {
  expect(() => readCaseFolder(join(root, 'nowhere'))).toThrow(/ENOENT/)
})
