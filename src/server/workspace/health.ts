import { readHealth, readReadiness } from '../../api/review.js'
import type { Answer } from './environment.js'
import type { Workspace } from './workspace.js'

/** How long the database may take to answer before the workspace is not ready. */
const readinessMs = 3_000

/** Whether the process lives, and whether it can work: for whoever starts and watches it. */
export function healthRoutes(answer: Answer, { store }: Workspace): void {
  answer(readHealth, context => context.json({ ok: true as const }, 200))
  answer(readReadiness, async context => {
    const why = await within(store.users.count(), readinessMs)
    return why === null
      ? context.json({ ready: true as const }, 200)
      : context.json({ ready: false as const, why }, 503)
  })
}

/** Null where work is done in time, else why not. */
async function within(work: Promise<unknown>, limitMs: number): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>(resolve => {
    timer = setTimeout(() => resolve('slow'), limitMs)
  })
  try {
    return await Promise.race([
      work.then(
        () => null,
        () => 'unreachable',
      ),
      late,
    ])
  } finally {
    clearTimeout(timer)
  }
}
