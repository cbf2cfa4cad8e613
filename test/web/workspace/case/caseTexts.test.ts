/** Proves that a page follows the shared texts: each change is seen, at once where asked, and what did not change stays the same. */
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { changeText, openSharedCase, sharedFiles } from '../../../../src/collaboration/sharedCase.js'
import { CaseReader } from '../../../../src/files/caseReader.js'
import { followTexts } from '../../../../src/web/workspace/case/caseTexts.js'
import { writtenCase } from '../../../../src/web/workspace/case/writtenCase.js'
import { openUndo, own } from '../../../../src/web/workspace/connection/undo.js'

function opened() {
  const shared = openSharedCase()
  const texts = { 'case.yaml': 'case: { title: A }\n', 'timeline.yaml': 'facts:\n  a: { at: 15:00 }\n' }
  for (const [path, text] of Object.entries(texts)) sharedFiles(shared).set(path, new Y.Text(text))
  const bytes = signal<readonly string[]>([])
  return { shared, bytes, follow: followTexts(shared, bytes) }
}
const text = (files: readonly { path: string; text: string | Uint8Array }[], path: string) =>
  files.find(file => file.path === path)?.text

test('a change makes one new version in which the other texts are the same', async () => {
  const { shared, follow } = opened()
  const before = follow.now.value
  changeText(shared, 'case.yaml', { from: 15, to: 16, insert: 'B' }, own)
  changeText(shared, 'case.yaml', { from: 16, to: 16, insert: 'C' }, own)
  await Promise.resolve()
  const after = follow.now.value
  expect(after.version).toBe(before.version + 1)
  expect(after.texts.get('case.yaml')).toBe('case: { title: BC }\n')
  expect(after.texts.get('timeline.yaml')).toBe(before.texts.get('timeline.yaml'))
})

test('the texts can be taken before the page is drawn anew', () => {
  const { shared, follow } = opened()
  changeText(shared, 'case.yaml', { from: 15, to: 16, insert: 'B' }, own)
  expect(text(follow.take(), 'case.yaml')).toBe('case: { title: B }\n')
})

test('files that come and go are seen, and attachments stand among them without bytes', async () => {
  const { shared, bytes, follow } = opened()
  sharedFiles(shared).delete('timeline.yaml')
  sharedFiles(shared).set('ifs.yaml', new Y.Text('ifs: {}\n'))
  bytes.value = ['evidence/a.png']
  await Promise.resolve()
  expect(follow.files.value.map(({ path }) => path)).toEqual(['case.yaml', 'evidence/a.png', 'ifs.yaml'])
})

test('undo takes back what was done here, and leaves what others wrote', () => {
  const { shared, follow } = opened()
  const undo = openUndo(shared)
  changeText(shared, 'case.yaml', { from: 15, to: 16, insert: 'Mine' }, own)
  undo.step()
  changeText(shared, 'timeline.yaml', { from: 0, to: 0, insert: '# Mine\n' }, own)
  changeText(shared, 'case.yaml', { from: 0, to: 0, insert: '# Theirs\n' }, 'somebody')
  undo.undo()
  undo.undo()
  expect(text(follow.take(), 'case.yaml')).toBe('# Theirs\ncase: { title: A }\n')
  expect(text(follow.take(), 'timeline.yaml')).toBe('facts:\n  a: { at: 15:00 }\n')
  expect(undo.canUndo.value).toBe(false)
  undo.redo()
  expect(text(follow.take(), 'case.yaml')).toBe('# Theirs\ncase: { title: Mine }\n')
})

test('what is written is read with the same values as long as it is the same', async () => {
  const { shared, follow } = opened()
  const reader = new CaseReader()
  const before = writtenCase(follow.files.value, reader).entries('facts')
  changeText(shared, 'timeline.yaml', { from: 7, to: 7, insert: '  b: { at: 14:00 }\n' }, own)
  const after = writtenCase(follow.take(), reader).entries('facts')
  expect(after.map(({ id }) => id)).toEqual(['b', 'a'])
  expect(after[1]?.value).toBe(before[0]?.value)
})
