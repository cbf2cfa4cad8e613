/** The command as a process of its own, as it is built: quiet colours, a reader that leaves, and how long it takes to start. */
import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const manil = join(root, 'bin', 'manil.js')
const kakao = join(root, 'cases', 'kakao-2022')

function started(args: readonly string[], language = 'en_US.UTF-8') {
  return spawnSync(process.execPath, [manil, ...args], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: language, FORCE_COLOR: '' },
  })
}

/**
 * On a quiet machine with two cores the medians of a whole process are to be under 1 s and 0.7 s by the clock. Others may be
 * at work here, so it is the time on the processor that is held, with some room, at its best of five.
 */
const room = 1.5
const tellTime = `process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  process.stderr.write('processor ' + (user + system) / 1e6)
})`

function processorSeconds(args: readonly string[]): number {
  const seconds = Array.from({ length: 5 }, () => {
    const preload = `--import=data:text/javascript,${encodeURIComponent(tellTime)}`
    const { stderr, status } = spawnSync(process.execPath, [preload, manil, ...args], { encoding: 'utf8' })
    expect(status).toBe(0)
    return Number(/processor ([\d.]+)/.exec(stderr)?.[1])
  })
  return Math.min(...seconds)
}

it('does not colour what goes into a file or a pipe', () => {
  const { stdout, stderr, status } = started(['run', kakao])
  expect(status).toBe(0)
  expect(stdout + stderr).not.toContain('\u001b')
})

it('speaks the language of the terminal', () => {
  expect(started(['--help'], 'ko_KR.UTF-8').stdout).toContain('쓰는 법')
  expect(started(['--help']).stdout).toContain('Usage')
})

it('ends quietly when its reader leaves', async () => {
  const child = spawn(process.execPath, [manil, 'run', kakao, '--changes', '--json'])
  child.stdout.destroy()
  let errors = ''
  child.stderr.on('data', chunk => {
    errors += chunk
  })
  await new Promise(resolve => child.on('close', resolve))
  expect(errors).toBe('')
})

// Its own process, since what is proved is that it goes on living: where its stack ends, V8 ends the program.
it.each(['[', '- ', '{ a: '])('outlives a file that nests without end: %s', opening => {
  const folder = mkdtempSync(join(tmpdir(), 'manil-deep-'))
  writeFileSync(join(folder, 'case.yaml'), `x:\n  ${opening.repeat(100_000)}\n`)
  const { stdout, status, signal } = started(['check', folder])
  rmSync(folder, { recursive: true })
  expect({ signal, status }).toEqual({ signal: null, status: 1 })
  expect(stdout).toContain('[too-deep]')
})

it('has no stack trace for a user, whatever happens', () => {
  const { stderr, status } = started(['run', '/dev/null'])
  expect(status).toBe(2)
  expect(stderr).not.toMatch(/^\s+at /m)
})

it('starts at once', () => {
  expect(processorSeconds(['check', kakao])).toBeLessThan(1 * room)
  expect(processorSeconds(['run', kakao])).toBeLessThan(0.7 * room)
})

it.skipIf(!existsSync('/dev/full'))('says that the disk is full, and does not call it a bug', () => {
  const full = openSync('/dev/full', 'w')
  const { stderr, status } = spawnSync(process.execPath, [manil, 'run', kakao, '--lang', 'en'], {
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  })
  closeSync(full)
  expect({ stderr, status }).toEqual({ stderr: 'error: the disk is full\n', status: 2 })
})

it('replaces a link that lies where a page goes, and leaves what it leads to alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'manil-out-'))
  writeFileSync(join(folder, 'victim.txt'), 'mine')
  mkdirSync(join(folder, 'site'))
  symlinkSync('../victim.txt', join(folder, 'site', 'index.html'))
  mkdirSync(join(folder, 'small'))
  writeFileSync(
    join(folder, 'small', 'case.yaml'),
    'case: { title: A shop, timezone: Asia/Seoul, start: 2026-03-02 08:00, languages: [en] }\n',
  )
  expect(started(['publish', join(folder, 'small'), '--out', join(folder, 'site')]).status).toBe(0)
  expect(readFileSync(join(folder, 'victim.txt'), 'utf8')).toBe('mine')
  expect(readdirSync(join(folder, 'site')).filter(name => name.endsWith('.unfinished'))).toEqual([])
  rmSync(folder, { recursive: true })
})

it('ends at once when asked to, though a page was open', async () => {
  const child = spawn(process.execPath, [manil, 'serve', kakao, '--port', '0', '--json'])
  const ended = new Promise(resolve => child.on('exit', resolve))
  const { address, cases } = await new Promise<{ address: string; cases: [{ address: string }] }>(resolve =>
    child.stdout.once('data', line => resolve(JSON.parse(line))),
  )
  expect(address).toMatch(/^http:\/\/localhost:\d+\/$/)
  const left = new AbortController()
  await fetch(`${cases[0].address}changes`, { signal: left.signal })
  left.abort()
  const open = await fetch(`${cases[0].address}changes`)
  child.kill('SIGINT')
  const late = new Promise(resolve => setTimeout(resolve, 5000, 'still running'))
  expect(await Promise.race([ended, late])).toBe(0)
  await open.body?.cancel().catch(() => {})
}, 20_000)
