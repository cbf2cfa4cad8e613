import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommandLine } from '../../src/cli/commandLine.js'
import { disk } from '../../src/cli/disk.js'
import type { Effects } from '../../src/cli/effects.js'
import { outside } from '../../src/cli/outside.js'
import type { Language } from '../../src/model/case.js'

/** What a command did: what it wrote, what it opened, how it ended. */
export interface Recorded {
  readonly status: number
  readonly output: string
  readonly errors: string
  readonly opened: readonly string[]
}

/** Effects on the real disk whose terminal is a record. */
export function recordingEffects(options: {
  cwd: string
  language: Language
  colour?: boolean
  env?: Effects['env']
  /** A clock that stands; the machine's if not given. */
  clockMs?: number
  untilStopped?: () => Promise<void>
}) {
  const record = { output: '', errors: '', opened: [] as string[] }
  const colour = options.colour === true
  const { clockMs } = options
  const effects: Effects = {
    ...disk,
    ...outside,
    ...(clockMs !== undefined && { clockMs: () => clockMs }),
    cwd: options.cwd,
    env: options.env ?? {},
    language: options.language,
    colour: { output: colour, errors: colour },
    watched: false,
    nowMs: () => 0,
    write: text => {
      record.output += text
    },
    writeError: text => {
      record.errors += text
    },
    progress: () => {},
    openAddress: address => void record.opened.push(address),
    untilStopped: options.untilStopped ?? (async () => {}),
  }
  return { effects, record }
}

/** Runs a command line in a folder and tells what it did. */
export async function command(
  args: readonly string[],
  options: { cwd: string; language?: Language; colour?: boolean; env?: Effects['env']; clockMs?: number },
): Promise<Recorded> {
  const { effects, record } = recordingEffects({ language: 'en', ...options })
  const status = await runCommandLine(args, effects)
  return { status, ...record }
}

/** A folder of its own for one test, gone afterwards. */
export async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'manil-cli-'))
  try {
    await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
