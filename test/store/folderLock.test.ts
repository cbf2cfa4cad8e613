import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderLock } from '../../src/store/folderLock.js'

// Proves that a folder is one living process's at a time, and that a process that is gone keeps nobody out.
let folder = ''
let held: FolderLock[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'manil-lock-'))
  held = []
})
afterEach(() => {
  for (const lock of held) lock.release()
  rmSync(folder, { recursive: true, force: true })
})

const file = () => join(folder, 'manil.lock')
const take = (key = 'key') => {
  const lock = FolderLock.take(folder, key)
  held.push(lock)
  return lock
}

test('a second taker is refused while the first lives, and let in when it is done', () => {
  const lock = take()
  expect(() => take('other')).toThrow(expect.objectContaining({ name: 'StoreFault', code: 'in-use' }))
  expect(() => take('other')).toThrow(String(process.pid))
  lock.release()
  expect(existsSync(file())).toBe(false)
  take('other')
})

test('a process that was killed keeps nobody out, one that runs does', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await new Promise(done => child.once('spawn', done))
  const ended = new Promise(done => child.once('exit', done))
  writeFileSync(file(), JSON.stringify({ pid: child.pid, host: hostname(), started: '', key: 'child' }))
  expect(() => take()).toThrow(expect.objectContaining({ code: 'in-use' }))
  child.kill('SIGKILL')
  await ended
  take()
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ pid: process.pid, key: 'key' })
})

test.runIf(process.platform === 'linux')('a later process with the same number is another one', () => {
  writeFileSync(
    file(),
    JSON.stringify({ pid: process.pid, host: hostname(), started: 'long ago 1', key: 'before' }),
  )
  take()
})

test('another machine’s process lives as long as it touches its lock', () => {
  writeFileSync(file(), JSON.stringify({ pid: 1, host: 'elsewhere', started: '', key: 'there' }))
  expect(() => take()).toThrow(expect.objectContaining({ code: 'in-use' }))
  const before = new Date(Date.now() - 120_000)
  utimesSync(file(), before, before)
  take()
})

test.each(['', '{', '[]', '{"pid":"1"}', '{"pid":-1}'])('a lock that says %j is nobody’s', content => {
  writeFileSync(file(), content)
  take()
})

test('one that was lost to somebody else is left alone', () => {
  const lock = take()
  writeFileSync(file(), 'theirs')
  lock.release()
  expect(readFileSync(file(), 'utf8')).toBe('theirs')
})

test('a folder that cannot be made is a fault with its reason', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => FolderLock.take(join(folder, 'file', 'in'), 'key')).toThrow(
    expect.objectContaining({
      code: 'unusable-folder',
      values: expect.objectContaining({ reason: 'ENOTDIR' }),
    }),
  )
})
