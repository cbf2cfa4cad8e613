import { expect, test } from 'vitest'
import type { TestStore } from '../databases.js'

/** Proves that settings of the workspace and of each case are apart, and that what is made once is made once. */
export function settings(workspace: TestStore): void {
  test('are apart, and can be taken away', async () => {
    const { cases, settings } = workspace.store
    for (const id of ['one', 'two'])
      await cases.create({ id, title: '', files: [], userId: null, message: '' })
    await settings.set(null, 'name', '작업실')
    await settings.set('one', 'name', ['a', { b: null }])
    await settings.set('one', 'name', ['c'])
    expect(await settings.get(null, 'name')).toBe('작업실')
    expect(await settings.get('one', 'name')).toEqual(['c'])
    expect(await settings.get('two', 'name')).toBeNull()
    await settings.set('one', 'name', null)
    await settings.set(null, 'name', null)
    expect([await settings.get('one', 'name'), await settings.get(null, 'name')]).toEqual([null, null])
  })

  test('that are made once stay what the first made them', async () => {
    const { settings } = workspace.store
    const made = await Promise.all(Array.from({ length: 10 }, (_, index) => settings.setOnce('key', index)))
    expect(new Set(made).size).toBe(1)
    expect(await settings.get(null, 'key')).toBe(made[0])
  })
}
