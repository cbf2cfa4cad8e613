import { expect, test } from 'vitest'
import type { TestStore } from '../databases.js'

/** Proves that comments stand where they were put, that answers keep to their thread, and that resolving is undone. */
export function comments(workspace: TestStore): void {
  const made = async (id: string) => {
    const { users, cases } = workspace.store
    await cases.create({ id, title: '', files: [], userId: null, message: '' })
    return (await users.create({ name: id })).id
  }

  test('are threads one level deep', async () => {
    const { comments } = workspace.store
    const userId = await made('threads')
    const anchor = { path: 'timeline.yaml', fact: 'f1' }
    const first = await comments.add('threads', { anchor, userId, text: '왜?' })
    workspace.clock.nowMs += 1
    const answer = await comments.reply('threads', first.id, { userId, text: '그래서' })
    workspace.clock.nowMs += 1
    const deeper = await comments.reply('threads', answer.id, { userId, text: '그렇군요' })
    expect(first).toMatchObject({ anchor, parentId: null, editedAtMs: null, resolvedAtMs: null })
    expect([answer.parentId, deeper.parentId]).toEqual([first.id, first.id])
    expect(await comments.list('threads')).toEqual([first, answer, deeper])
    await comments.remove('threads', first.id)
    expect(await comments.list('threads')).toEqual([])
  })

  test('are edited, moved, resolved and opened again', async () => {
    const { comments } = workspace.store
    const userId = await made('changed')
    const { id } = await comments.add('changed', { anchor: { a: 1 }, userId, text: 'a' })
    workspace.clock.nowMs += 7
    const atMs = workspace.clock.nowMs
    expect(await comments.edit('changed', id, 'b')).toMatchObject({ text: 'b', editedAtMs: atMs })
    expect(await comments.setAnchor('changed', id, null)).toMatchObject({ anchor: null })
    expect(await comments.resolve('changed', id, userId)).toMatchObject({
      resolvedAtMs: atMs,
      resolvedBy: userId,
    })
    expect(await comments.reopen('changed', id)).toMatchObject({ resolvedAtMs: null, resolvedBy: null })
    for (const doing of [
      () => comments.get('changed', 'none'),
      () => comments.edit('elsewhere', id, ''),
      () => comments.reply('changed', 'none', { userId, text: '' }),
      () => comments.remove('changed', 'none'),
    ]) {
      await expect(doing()).rejects.toMatchObject({ code: 'no-such-comment' })
    }
  })
}
