import { expect, test } from 'vitest'
import type { TestStore } from '../databases.js'

/** Proves that each part of the live state is changed without the others. */
export function liveState(workspace: TestStore): void {
  test('begins empty, and changes by parts', async () => {
    const { cases, live } = workspace.store
    await cases.create({ id: 'fire', title: '', files: [], userId: null, message: '' })
    expect(await live.get('fire')).toEqual({ expectedUpdateAtMs: null, duties: {}, changedAtMs: null })
    const changedAtMs = workspace.clock.nowMs
    const duties = { lead: '하나', communications: '두리' }
    expect(await live.set('fire', { duties })).toEqual({ expectedUpdateAtMs: null, duties, changedAtMs })
    expect(await live.set('fire', { expectedUpdateAtMs: 7 })).toEqual({
      expectedUpdateAtMs: 7,
      duties,
      changedAtMs,
    })
    expect(await live.set('fire', { duties: {} })).toEqual({ expectedUpdateAtMs: 7, duties: {}, changedAtMs })
    await live.set('fire', { expectedUpdateAtMs: null })
    expect((await live.get('fire')).expectedUpdateAtMs).toBeNull()
  })
}
