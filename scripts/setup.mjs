// Makes a fresh clone ready: dependencies, then the build. Built-in modules only, because it runs before `npm ci`.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const oldestNode = [20, 19]
/** What the build reads besides `src/`. */
const buildInputs = [
  'src',
  'scripts/build.mjs',
  'vite.config.ts',
  'vite.command.config.ts',
  'tsconfig.json',
  'tsconfig.base.json',
  'package.json',
]
/** npm writes the two lock files of one install within this time of each other. */
const sameInstallMs = 10_000

/** One sentence in the language of the terminal. */
export function say(korean, english) {
  const wanted = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
  console.log(wanted.toLowerCase().startsWith('ko') ? korean : english)
}

/** Installs and builds what is missing or out of date. Returns whether the clone is ready. */
export function setUp() {
  return nodeIsNewEnough() && dependenciesReady() && buildReady()
}

function nodeIsNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return true
  const wanted = oldestNode.join('.')
  say(
    `Node.js ${wanted} 이상이 필요합니다. 지금은 ${process.versions.node}입니다. https://nodejs.org 에서 새 판을 설치해 주십시오.`,
    `Node.js ${wanted} or newer is needed; this is ${process.versions.node}. Please install a newer one from https://nodejs.org.`,
  )
  return false
}

function dependenciesReady() {
  const lock = join(root, 'package-lock.json')
  const installed = join(root, 'node_modules', '.package-lock.json')
  const stamp = join(root, 'node_modules', '.manil-lock')
  const digest = createHash('sha256').update(readFileSync(lock)).digest('hex')
  if (existsSync(installed)) {
    const known = existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
    if (known || statSync(installed).mtimeMs >= statSync(lock).mtimeMs - sameInstallMs) return true
  }
  say('필요한 꾸러미를 설치합니다(처음 한 번, 1분쯤)…', 'Installing dependencies (once, about a minute)…')
  if (!run('npm', ['ci', '--no-progress'])) {
    say(
      '설치하지 못했습니다. 네트워크와 위의 npm 메시지를 살펴봐 주십시오.',
      'They could not be installed. Please look at the network and at what npm says above.',
    )
    return false
  }
  writeFileSync(stamp, digest)
  return true
}

function buildReady() {
  const stamp = join(root, 'dist', '.built')
  if (existsSync(stamp)) {
    const builtMs = statSync(stamp).mtimeMs
    if (buildInputs.every(input => newestMs(join(root, input)) <= builtMs)) return true
  }
  say('빌드합니다…', 'Building…')
  const begunMs = Date.now()
  if (!run(process.execPath, [join(root, 'scripts', 'build.mjs')])) {
    say('빌드하지 못했습니다. 까닭은 위에 있습니다.', 'The build failed; the reason stands above.')
    return false
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, `${begunMs}\n`)
  return true
}

/** Newest modification below a path, folders included so that a deleted file counts; 0 where there is nothing. */
function newestMs(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return 0
  if (!stats.isDirectory()) return stats.mtimeMs
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestMs(join(path, name))),
    stats.mtimeMs,
  )
}

function run(command, args) {
  const shell = process.platform === 'win32'
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell }).status === 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = setUp() ? 0 : 1
