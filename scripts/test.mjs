// `npm test`: makes the clone ready, then every check. Each check counts as one test in the closing line
// `N passed, N failed`, so that a style or type error is never a green run.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { root, say, setUp } from './setup.mjs'

const continuousIntegration = Boolean(process.env.CI) && process.env.CI !== 'false'
const browserPackages = ['chromium', 'fonts-noto-cjk']
const count = { passed: 0, failed: 0, skipped: 0 }

const schemaBefore = schemaTexts()
if (setUp()) {
  browser()
  check('biome', () => tool('biome', ['check', '--error-on-warnings', '.']))
  check('tsc', () => tool('tsc', ['-b']))
  check('tsc (test)', () => tool('tsc', ['-p', 'test']))
  check('schema', () => schemaIsFresh())
  tests(process.argv.slice(2))
} else {
  count.failed++
}
if (count.skipped > 0) console.log(`${count.skipped} skipped`)
console.log(`${count.passed} passed, ${count.failed} failed`)
process.exitCode = count.failed > 0 ? 1 : 0

function check(name, passes) {
  if (passes()) {
    count.passed++
  } else {
    count.failed++
    console.log(`✗ ${name}`)
  }
}

/** Runs a tool of the project, quiet unless it finds something. */
function tool(name, args) {
  const entry = join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)
  const shell = process.platform === 'win32'
  const done = spawnSync(entry, args, { cwd: root, encoding: 'utf8', shell, maxBuffer: 64 * 1024 * 1024 })
  if (done.status !== 0) console.log(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`)
  return done.status === 0
}

/** The build writes the schemas; what lies in the repository must be what it writes. */
function schemaIsFresh() {
  const stale = Object.entries(schemaTexts()).filter(([name, text]) => schemaBefore[name] !== text)
  for (const [name] of stale) {
    say(
      `schema/${name}이(가) 낡았습니다. 새로 쓰인 것을 커밋해 주십시오.`,
      `schema/${name} was out of date; commit the new one.`,
    )
  }
  return stale.length === 0
}

function schemaTexts() {
  const folder = join(root, 'schema')
  if (!existsSync(folder)) return {}
  const names = readdirSync(folder).filter(name => name.endsWith('.json'))
  return Object.fromEntries(names.map(name => [name, readFileSync(join(folder, name), 'utf8')]))
}

/** Page tests drive Chromium. It is installed where that can be done; elsewhere they are skipped, but never in CI. */
function browser() {
  const missing = [
    ...(onPath('chromium') || onPath('chromium-browser') ? [] : [browserPackages[0]]),
    ...(koreanFontPresent() ? [] : [browserPackages[1]]),
  ]
  if (missing.length === 0) return
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    say(
      `페이지 시험에 쓸 ${missing.join(', ')}을(를) 설치합니다…`,
      `Installing ${missing.join(', ')} for the page tests…`,
    )
    const options = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    const install = () =>
      spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], options)
        .status === 0
    if (install()) return
    spawnSync('apt-get', ['update', '-qq'], options)
    if (install()) return
  }
  if (continuousIntegration) {
    count.failed++
    say(
      `✗ ${missing.join(', ')}이(가) 없습니다. CI에서는 아무것도 건너뛰지 않습니다.`,
      `✗ ${missing.join(', ')} missing; in CI nothing is skipped.`,
    )
  } else {
    say(
      `${missing.join(', ')}이(가) 없어 페이지 시험을 건너뜁니다.`,
      `${missing.join(', ')} missing: tests of the page in a browser are skipped.`,
    )
  }
}

function koreanFontPresent() {
  if (!onPath('fc-list')) return process.platform !== 'linux'
  return spawnSync('fc-list', [':lang=ko'], { encoding: 'utf8' }).stdout.trim() !== ''
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some(folder => folder !== '' && existsSync(join(folder, name)))
}

/** Vitest writes its counts to a file, so that a run that breaks before its end cannot look like a green one. */
function tests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'manil-test-'))
  const countFile = join(folder, 'count.json')
  const done = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...args],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, MANIL_COUNT_FILE: countFile },
    },
  )
  const counted = existsSync(countFile)
    ? JSON.parse(readFileSync(countFile, 'utf8'))
    : { passed: 0, failed: 0, skipped: 0, silent: [] }
  rmSync(folder, { recursive: true, force: true })
  count.passed += counted.passed
  count.failed += counted.failed
  count.skipped += counted.skipped
  for (const file of counted.silent) {
    say(`✗ 끝까지 알려 오지 않은 시험 파일: ${file}`, `✗ did not report to its end: ${file}`)
  }
  if (done.status !== 0 && counted.failed === 0) count.failed++
  if (continuousIntegration && counted.skipped > 0) {
    count.failed++
    say('✗ CI에서는 시험을 건너뛸 수 없습니다.', '✗ In CI no test may be skipped.')
  }
}
