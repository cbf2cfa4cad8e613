import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { TestStore } from '../databases.js'

/** Proves that tries are counted once each, whoever counts at once, in windows that end; and that no key is readable. */
export function rateLimits(workspace: TestStore): void {
  test('allow so many in a window, and then again', async () => {
    const { rateLimits } = workspace.store
    const endsAtMs = workspace.clock.nowMs + 1_000
    const hits = await Promise.all(
      Array.from({ length: 20 }, () => rateLimits.hit('sign-in 192.0.2.1', 5, 1_000)),
    )
    expect(hits.filter(({ allowed }) => allowed)).toHaveLength(5)
    expect(new Set(hits.map(hit => hit.endsAtMs))).toEqual(new Set([endsAtMs]))
    expect(await rateLimits.hit('sign-in 192.0.2.2', 5, 1_000)).toMatchObject({ allowed: true })
    workspace.clock.nowMs += 999
    expect(await rateLimits.hit('sign-in 192.0.2.1', 5, 1_000)).toMatchObject({ allowed: false, endsAtMs })
    workspace.clock.nowMs += 1
    const next = { allowed: true, endsAtMs: endsAtMs + 1_000 }
    expect(await rateLimits.hit('sign-in 192.0.2.1', 5, 1_000)).toEqual(next)
  })

  test('are cleared and swept, and keep no address', async () => {
    const { rateLimits, database } = workspace.store
    const rows = async () =>
      (await sql<Record<string, unknown>>`select * from rate_limits`.execute(database.query)).rows
    await rateLimits.hit('192.0.2.3', 1, 10)
    await rateLimits.clear('192.0.2.3')
    expect(await rateLimits.hit('192.0.2.3', 1, 10)).toMatchObject({ allowed: true })
    expect(JSON.stringify(await rows())).not.toContain('192.0.2')
    workspace.clock.nowMs += 100_000
    await rateLimits.sweep()
    expect(await rows()).toEqual([])
  })
}
