/** Proves what each key does in the table while nobody writes in a cell, and which keys are left to the cell's text field. */
import { expect, test } from 'vitest'
import type { Column } from '../../../../src/web/workspace/pages/timeline/columns.js'
import { gridKey } from '../../../../src/web/workspace/pages/timeline/gridKeys.js'

const rows = ['a', 'b', 'c', 'd', 'e', 'f']

/** `Shift+ArrowDown` pressed in a cell: what was done, in a word or two; `into the cell` where the key is left to it. */
function press(
  pressed: string,
  {
    at = 'b text',
    mayWrite = true,
    selected = [] as readonly string[],
    leaves = false,
  }: { at?: string; mayWrite?: boolean; selected?: readonly string[]; leaves?: boolean } = {},
): string {
  const parts = pressed.split('+')
  const [row = '', column = ''] = at.split(' ')
  const done: string[] = []
  const note =
    (what: string) =>
    (...said: readonly unknown[]) =>
      void done.push([what, ...said.map(String)].join(' '))
  let isTaken = false
  const left = { current: leaves }
  const event = {
    key: parts.at(-1),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: false,
    altKey: false,
    shiftKey: parts.includes('Shift'),
    preventDefault: () => {
      isTaken = true
    },
  }
  gridKey(event as KeyboardEvent, {
    active: { row, column: column as Column },
    place: rows.indexOf(row),
    keys: rows,
    pageRows: 3,
    mayWrite,
    selected: new Set(selected),
    leaves: left,
    goTo: (to, in_, isRange) => void done.push(`${isRange ? 'select to' : 'go to'} ${to} ${in_}`),
    step: note('step'),
    startEditing: note('edit'),
    clear: note('clear'),
    toggle: note('toggle'),
    select: note('select'),
    copy: note('copy'),
    newBelow: note('new row'),
    acts: {
      newBelow: note('new row'),
      deleteRows: note('delete'),
      openDetails: note('details of'),
      openComments: note('comments on'),
      pasteRows: note('paste'),
      addLink: note('link'),
      addFiles: note('files'),
      search: note('search'),
    },
  })
  if (done.length === 0 && !isTaken) return left.current && !leaves ? 'the next Tab leaves' : 'into the cell'
  return done.join(', ') || 'nothing'
}

test.each([
  ['ArrowDown', 'go to c text'],
  ['ArrowUp', 'go to a text'],
  ['ArrowRight', 'go to b states'],
  ['ArrowLeft', 'go to b time'],
  ['Home', 'go to b select'],
  ['End', 'go to b comments'],
  ['Ctrl+Home', 'go to a select'],
  ['Ctrl+End', 'go to f comments'],
  ['PageDown', 'go to e text'],
  ['PageUp', 'go to a text'],
  ['Shift+ArrowDown', 'select to c text'],
  ['Tab', 'step 1'],
  ['Shift+Tab', 'step -1'],
  ['Enter', 'edit'],
  ['F2', 'edit'],
  ['Ctrl+Enter', 'new row'],
  ['Ctrl+a', 'select a,b,c,d,e,f'],
  ['Ctrl+c', 'copy'],
  ['Ctrl+z', 'into the cell'],
  ['Ctrl+v', 'into the cell'],
  ['Escape', 'the next Tab leaves'],
  ['x', 'into the cell'],
  ['n', 'into the cell'],
  ['Delete', 'nothing'],
])('%s in a text: %s', (key, done) => {
  expect(press(key)).toBe(done)
})

test.each([
  ['n', 'b time', 'new row'],
  ['/', 'b time', 'search'],
  [' ', 'b time', 'details of b'],
  ['1', 'b time', 'into the cell'],
  ['Delete', 'b time', 'nothing'],
  ['Delete', 'b phase', 'clear'],
  ['Delete', 'b select', 'delete b'],
  [' ', 'b select', 'toggle'],
  ['Enter', 'b comments', 'comments on b'],
  ['Enter', 'b model', 'details of b'],
  ['Tab', 'f comments', 'into the cell'],
  ['Shift+Tab', 'a select', 'into the cell'],
  ['ArrowDown', 'f text', 'go to f text'],
])('%j in %s: %s', (key, at, done) => {
  expect(press(key, { at })).toBe(done)
})

test('with rows selected, Delete deletes them and Escape lets them go', () => {
  expect(press('Delete', { selected: ['c', 'd'] })).toBe('delete c,d')
  expect(press('Escape', { selected: ['c', 'd'] })).toBe('select ')
})

test('after Escape, Tab leaves the table', () => {
  expect(press('Tab', { leaves: true })).toBe('into the cell')
})

test('who may only read moves about, and changes nothing', () => {
  expect(press('ArrowDown', { mayWrite: false })).toBe('go to c text')
  expect(press('Delete', { at: 'b select', mayWrite: false })).toBe('nothing')
  expect(press('n', { at: 'b time', mayWrite: false })).toBe('nothing')
  expect(press('x', { mayWrite: false })).toBe('nothing')
})
