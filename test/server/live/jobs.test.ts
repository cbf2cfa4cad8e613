import { expect, test } from 'vitest'
import { type Job, openJobs } from '../../../src/server/live/jobs.js'
import { onEachDatabase } from '../../store/databases.js'
import { until } from './liveClient.js'

// Proves that the queue of jobs runs on both databases, that each job is done, and
// that what goes wrong in it harms nobody who uses the database beside it.
onEachDatabase('jobs', workspace => {
  test('are done by the queue of the database', { timeout: 90_000 }, async () => {
    const faults: unknown[] = []
    const done: string[] = []
    const job = (name: string): Job => ({ name, cron: '* * * * *', run: async () => void done.push(name) })
    const told = (error: unknown) => void faults.push(error)
    const jobs = openJobs(workspace.store, [job('one'), job('two')], told, {
      startAfterMs: 0,
      lookSeconds: 1,
    })
    await until(() => done.includes('one') && done.includes('two'), 60_000)
    const states = async () => {
      const { rows } = await workspace.store.runSql(
        `select distinct name, state::text from manil_jobs.job where name in ('one', 'two') order by name`,
      )
      return rows
    }
    while ((await states()).some(({ state }) => state !== 'completed')) {
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    expect(await states()).toHaveLength(2)
    await jobs.close()
    expect(faults).toEqual([])
  })

  test('leave no connection inside a transaction that failed', async () => {
    for (let count = 0; count < 20; count++) {
      await expect(workspace.store.runSql('begin; select 1 / 0; commit')).rejects.toThrow('division by zero')
    }
    const all = Array.from({ length: 20 }, () => workspace.store.runSql('select 1 as one'))
    expect(new Set((await Promise.all(all)).map(({ rows }) => rows[0]?.one))).toEqual(new Set([1]))
  })
})
