import PgBoss from 'pg-boss'
import type { RunSql } from '../../store/runSql.js'

/** Work that is done now and then by one of the processes over a database, whichever takes it. */
export interface Job {
  /** Small letters and hyphens. */
  readonly name: string
  /** When: minute, hour, day, month, weekday, in UTC. */
  readonly cron: string
  readonly run: () => Promise<void>
}

export interface Jobs {
  /** Waits for what is under way. */
  close(): Promise<void>
}

/** The queue's own tables are apart from the workspace's: no backup has them, and they come anew. */
const schema = 'manil_jobs'

/** Work that takes longer is given up, and done anew by whoever comes next. */
const longestJobSeconds = 600

/**
 * The queue starts when a process has been up for a while, so that starting is not slowed down by it. Every look for work is
 * a query.
 */
const usualTimes: JobTimes = { startAfterMs: 5_000, lookSeconds: 30 }

/** After a fault the queue is started again. */
const againAfterMs = 60_000
const firstAgainMs = 2_000

export interface JobTimes {
  readonly startAfterMs: number
  readonly lookSeconds: number
}

/**
 * Opens the queue of jobs: each is done soon, and then when its time comes. What goes wrong is told, and tried again.
 */
export function openJobs(
  store: { readonly runSql: RunSql },
  jobs: readonly Job[],
  fault: (error: unknown) => void,
  times: JobTimes = usualTimes,
): Jobs {
  const { lookSeconds } = times
  let boss: PgBoss | null = null
  let timer = setTimeout(() => start(), times.startAfterMs).unref()
  let starting: Promise<void> = Promise.resolve()
  let closed = false
  let failures = 0

  const start = () => {
    starting = run().catch(error => {
      // Where processes start together, one makes the tables and the others find them half made: they come again.
      failures++
      if (failures > 1) fault(error)
      const againMs = failures === 1 ? firstAgainMs : againAfterMs
      if (!closed) timer = setTimeout(() => start(), againMs).unref()
    })
  }
  const run = async () => {
    const queue = new PgBoss({
      db: { executeSql: (text, values) => store.runSql(text, values) },
      schema,
      cronWorkerIntervalSeconds: lookSeconds,
      cronMonitorIntervalSeconds: lookSeconds,
    })
    queue.on('error', fault)
    await queue.start()
    boss = queue
    for (const { name, cron, run } of jobs) {
      await queue.createQueue(name, {
        name,
        policy: 'singleton',
        retryLimit: 0,
        expireInSeconds: longestJobSeconds,
      })
      await queue.schedule(name, cron, {}, { tz: 'UTC' })
      await queue.work(name, { pollingIntervalSeconds: lookSeconds }, async () => {
        if (!closed) await run()
      })
      await queue.send(name, {})
    }
  }
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await starting
      if (boss === null) return
      const stopped = new Promise(resolve => boss?.once('stopped', resolve))
      await boss.stop({ graceful: true, close: false, timeout: 5_000 })
      await stopped
    },
  }
}
