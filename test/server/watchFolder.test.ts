/** A change of a file in a watched folder is told once, soon; what is no part of a case is not told. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchFolder } from '../../src/server/watchFolder.js'

let folder = ''
let stop = () => {}
const changed = vi.fn()

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'manil-watch-'))
  writeFileSync(join(folder, 'case.yaml'), 'a: 1')
  changed.mockClear()
  stop = watchFolder(folder, changed)
})
afterEach(() => {
  stop()
  rmSync(folder, { recursive: true, force: true })
})

const told = (times: number) => vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(times), 5000)
const aWhile = () => new Promise(resolve => setTimeout(resolve, 400))

it('tells of a change', async () => {
  writeFileSync(join(folder, 'case.yaml'), 'a: 22')
  await told(1)
})

it('tells of a burst once', async () => {
  for (let n = 0; n < 20; n++) writeFileSync(join(folder, 'case.yaml'), 'a'.repeat(n + 10))
  await told(1)
  await aWhile()
  expect(changed).toHaveBeenCalledTimes(1)
})

it('tells of a file in a folder that is new', async () => {
  mkdirSync(join(folder, 'more'))
  writeFileSync(join(folder, 'more', 'facts.yaml'), 'b: 1')
  await vi.waitFor(() => expect(changed).toHaveBeenCalled(), 5000)
})

it('is silent about dot-folders, and after it was stopped', async () => {
  mkdirSync(join(folder, '.manil'))
  writeFileSync(join(folder, '.manil', 'case.schema.json'), '{}')
  await aWhile()
  stop()
  writeFileSync(join(folder, 'case.yaml'), 'a: 333')
  await aWhile()
  expect(changed).not.toHaveBeenCalled()
})

it('looks on where links lead round in a circle', async () => {
  symlinkSync('b', join(folder, 'a'))
  symlinkSync('a', join(folder, 'b'))
  await vi.waitFor(() => expect(changed).toHaveBeenCalled(), 5000)
  changed.mockClear()
  writeFileSync(join(folder, 'case.yaml'), 'a: 22')
  await vi.waitFor(() => expect(changed).toHaveBeenCalled(), 5000)
})
