import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Once for a whole run of tests: a folder for its databases. A PostgreSQL server and an empty embedded database are
 * made in it by the first test file that asks (see databases.ts); here they are only taken away.
 */
const prefix = 'manil-databases-'

export default function setUp(): () => Promise<void> {
  for (const name of readdirSync(tmpdir())) if (name.startsWith(prefix)) sweep(join(tmpdir(), name))
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  process.env.MANIL_TEST_DATABASES = folder
  return () => takeAway(folder)
}

/** Takes away what a run left that was killed. */
function sweep(folder: string): void {
  const owner = Number(/-(\d+)-[^-]*$/.exec(folder)?.[1])
  if (!isAlive(owner)) void takeAway(folder)
}

async function takeAway(folder: string): Promise<void> {
  const pidFile = join(folder, 'postgres', 'postmaster.pid')
  if (existsSync(pidFile)) {
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
    // SIGINT is PostgreSQL's fast shutdown.
    if (isAlive(pid)) process.kill(pid, 'SIGINT')
    for (let waits = 0; waits < 100 && isAlive(pid); waits++) await new Promise(done => setTimeout(done, 50))
  }
  rmSync(folder, { recursive: true, force: true })
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}
