import { expect, test } from 'vitest'
import type { Draft, ImportResult } from '../../../src/interop/draft.js'
import type { TestStore } from '../databases.js'

const draft = (key: string, fromEpochMs: number | null = null, text = key): Draft => ({
  key,
  time: fromEpochMs === null ? null : { fromEpochMs, toEpochMs: fromEpochMs, written: '', at: '' },
  text,
  flags: [{ code: 'missing-zone', assumed: 'Asia/Seoul' }],
  origin: { format: 'paste', place: 'line 1', original: `${text} by 하나 \0 \ud83d` },
})

const result = (...drafts: Draft[]): ImportResult => ({
  format: 'paste',
  drafts,
  notes: [{ code: 'no-zone', severity: 'warning', path: null, line: null, values: {} }],
  people: [{ original: '하나', replacement: 'on-call engineer' }],
})

/**
 * Proves that drafts come out of the inbox as they went in, that importing twice adds nothing, and that each is
 * decided once.
 */
export function drafts(workspace: TestStore): void {
  const inbox = async (caseId: string, ...drafts: Draft[]) => {
    const { store } = workspace
    const user = await store.users.create({ name: caseId })
    await store.cases.create({ id: caseId, title: '', files: [], userId: null, message: '' })
    const added = await store.drafts.add(caseId, {
      name: 'notes.md',
      userId: user.id,
      result: result(...drafts),
    })
    return { user: user.id, added, ids: (await store.drafts.list(caseId)).map(({ id }) => id) }
  }

  test('lie in the order of time, word for word, and are added once', async () => {
    const { drafts } = workspace.store
    const all = [draft('c', 3), draft('none'), draft('a', 1), draft('b', 2)]
    const { added, user } = await inbox('order', ...all)
    expect(added).toMatchObject({ added: 4, known: 0 })
    expect((await drafts.list('order')).map(stored => stored.draft)).toEqual([all[2], all[3], all[0], all[1]])
    const again = await drafts.add('order', {
      name: 'again',
      userId: user,
      result: result(...all, draft('d', 4)),
    })
    expect(again).toMatchObject({ added: 1, known: 4 })
    const batches = (await drafts.batches('order')).sort((a, b) => (a.name < b.name ? 1 : -1))
    expect(batches).toMatchObject([
      { name: 'notes.md', format: 'paste', userId: user, people: result().people, notes: result().notes },
      { name: 'again' },
    ])
  })

  test('are accepted or discarded once, and can be opened again', async () => {
    const { drafts } = workspace.store
    const { user, ids } = await inbox('decided', draft('a', 1), draft('b', 2))
    expect(await drafts.accept('decided', ids[0]!, 'f1', user)).toMatchObject({
      state: 'accepted',
      factId: 'f1',
      decidedBy: user,
      decidedAtMs: workspace.clock.nowMs,
    })
    expect(await drafts.discard('decided', ids[1]!, user)).toMatchObject({ state: 'discarded', factId: null })
    const refused = (doing: Promise<unknown>, code: string) => expect(doing).rejects.toMatchObject({ code })
    await refused(drafts.accept('decided', ids[0]!, 'f2', user), 'draft-decided')
    await refused(drafts.discard('decided', ids[0]!, user), 'draft-decided')
    await refused(drafts.change('decided', ids[1]!, draft('x')), 'draft-decided')
    await refused(drafts.accept('decided', 'none', 'f2', user), 'no-such-draft')
    await refused(drafts.get('elsewhere', ids[0]!), 'no-such-draft')
    expect(await drafts.list('decided', 'open')).toEqual([])
    expect(await drafts.reopen('decided', ids[0]!)).toMatchObject({
      state: 'open',
      factId: null,
      decidedBy: null,
    })
    expect((await drafts.change('decided', ids[0]!, draft('a', 9, 'other'))).draft.text).toBe('other')
  })

  test('are merged, and those merged before go with them', async () => {
    const { drafts } = workspace.store
    const { user, ids } = await inbox('merged', draft('a', 1), draft('b', 2), draft('c', 3))
    const [a, b, c] = ids as [string, string, string]
    await drafts.merge('merged', a, b, draft('b', 2, 'a and b'), user)
    const whole = await drafts.merge('merged', b, c, draft('c', 3, 'all'), user)
    expect(whole).toMatchObject({ id: c, state: 'open', draft: { text: 'all' } })
    await drafts.accept('merged', c, 'f1', user)
    for (const id of [a, b]) {
      expect(await drafts.get('merged', id)).toMatchObject({ state: 'merged', mergedInto: c, factId: 'f1' })
    }
    await expect(drafts.merge('merged', c, c, draft('c'), user)).rejects.toMatchObject({
      code: 'draft-decided',
    })
  })

  test('are split into several that no later import takes for known', async () => {
    const { drafts } = workspace.store
    const { user, ids } = await inbox('split', draft('a', 5))
    const parts = await drafts.split(
      'split',
      ids[0]!,
      [draft('a', 5, 'first'), draft('a', 6, 'second')],
      user,
    )
    expect(parts).toMatchObject([
      { state: 'open', splitFrom: ids[0], draft: { text: 'first' } },
      { state: 'open', splitFrom: ids[0], draft: { text: 'second' } },
    ])
    expect(await drafts.get('split', ids[0]!)).toMatchObject({ state: 'merged', mergedInto: parts[0]!.id })
    const again = await drafts.add('split', { name: '', userId: user, result: result(draft('a', 5)) })
    expect(again).toMatchObject({ added: 0, known: 1 })
    expect((await drafts.list('split', 'open')).map(({ id }) => id)).toEqual(parts.map(({ id }) => id))
  })
}
