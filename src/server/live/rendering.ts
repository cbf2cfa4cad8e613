import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Tinypool from 'tinypool'
import type { CaseFile } from '../../files/caseFile.js'
import { roleOf } from '../../files/caseFile.js'
import type { CaseFiles } from './caseTexts.js'
import type { RenderingAsked, RenderingResult, RenderingTask } from './renderingTasks.js'
import type { RenderingOrder } from './renderingWorker.js'

/** Work on whole cases, which takes longer than a request may hold up the others, in threads of its own. */
export interface Rendering {
  /** Does a piece of work, once for the same files however many ask. `files` must be those of the case `caseId`. */
  run<Name extends RenderingTask>(
    caseId: string,
    files: CaseFiles,
    task: Name,
    asked: RenderingAsked<Name>,
  ): Promise<RenderingResult<Name>>
  close(): Promise<void>
}

/** Work that waits; who comes then is refused, so that answers that nobody waits for any more do not pile up. */
const waitingWork = 200

/** Work that is asked for once: what it is given is large, and what it gives is kept elsewhere. */
const notRemembered: ReadonlySet<RenderingTask> = new Set(['facts'])

/** Results that are remembered. */
const rememberedResults = 64

/** There is more work than the threads can do. */
export class TooBusy extends Error {
  constructor() {
    super('The threads that render reports have more to do than they can.')
    this.name = 'TooBusy'
  }
}

/** Short work that somebody waits for; reports are drawn beside it. */
const shortTasks: ReadonlySet<RenderingTask> = new Set(['edit', 'document'])

/** Opens the threads. They start when the first work comes. */
export function openRendering(options: {
  readonly blob: (sha256: string) => Promise<Uint8Array | null>
}): Rendering {
  const drawing = threads(Math.max(1, Math.min(4, availableParallelism() - 1)))
  const short = threads(1)
  const known = new Map<string, Promise<unknown>>()
  const work = async (caseId: string, files: CaseFiles, task: RenderingTask, asked: unknown) => {
    try {
      const given = await order(caseId, files, task, asked, options.blob)
      return await (shortTasks.has(task) ? short : drawing).run(given)
    } catch (error) {
      throw isFull(error) ? new TooBusy() : error
    }
  }
  return {
    run: (caseId, files, task, asked) => {
      if (shortTasks.has(task) || notRemembered.has(task)) {
        return work(caseId, files, task, asked) as never
      }
      const key = JSON.stringify([caseId, files.version, task, asked])
      const made = known.get(key)
      if (made !== undefined) return made as never
      const result = work(caseId, files, task, asked)
      known.set(key, result)
      result.catch(() => known.delete(key))
      if (known.size > rememberedResults) known.delete(known.keys().next().value!)
      return result as never
    },
    async close() {
      await drawing.destroy()
      await short.destroy()
    },
  }
}

function threads(count: number): Tinypool {
  return new Tinypool({
    filename: workerFile(),
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: count,
    idleTimeout: 60_000,
    maxQueue: waitingWork,
  })
}

/** What a thread needs of the files: the texts, and of the rest the bytes only where the page shows them. */
async function order(
  id: string,
  files: CaseFiles,
  task: RenderingTask,
  asked: unknown,
  blob: (sha256: string) => Promise<Uint8Array | null>,
): Promise<RenderingOrder> {
  const attachments: CaseFile[] = []
  for (const { path, sha256 } of files.attachments) {
    const whole = task === 'page' || roleOf(path) !== 'attachment'
    const bytes = whole ? await blob(sha256) : null
    attachments.push({ path, text: bytes ?? new Uint8Array() })
  }
  // What is asked of a case with and without its evidence is remembered apart.
  const version = `${files.version}${task === 'page' ? ' with evidence' : ''}`
  return { task, asked, id, version, files: [...files.texts, ...attachments] }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && /queue (is )?at limit|exceeds max queue/i.test(error.message)
}

/** Beside this module where it is built or bundled; a test that runs the sources finds what was built. */
function workerFile(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const beside = join(here, 'renderingWorker.js')
  const built = join(here, '..', '..', '..', 'dist', 'server', 'live', 'renderingWorker.js')
  return existsSync(beside) ? beside : built
}
