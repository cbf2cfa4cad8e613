/** Proves that rows from spreadsheets, and lines as people write them, become facts with the right times; others are told apart. */
import { expect, test } from 'vitest'
import type { TimeFrame } from '../../../../src/web/workspace/pages/timeline/factRow.js'
import { isRows, readCells, readPastedRows } from '../../../../src/web/workspace/pages/timeline/pastedRows.js'

const frame: TimeFrame = {
  timezone: 'Asia/Seoul',
  starts: new Map([['main', Date.UTC(2022, 9, 15, 6, 19)]]),
}
const read = async (pasted: string) =>
  (await readPastedRows(pasted, frame, text => text, null)).map(({ fact, line }) =>
    fact === null ? { left: line } : { at: fact.at, text: fact.fact.text },
  )

test('cells between tabs: the first time is the time, the longest other cell the text', async () => {
  expect(await read('2022-10-15 15:30\t장애\t서비스가 모두 멈췄다\n15:41\t복구 시작\n')).toEqual([
    { at: '2022-10-15 15:30', text: '서비스가 모두 멈췄다' },
    { at: '2022-10-15 15:41', text: '복구 시작' },
  ])
})

test('a date and a clock in two cells are one time', async () => {
  expect(await read('2022-10-16\t01:31\tText is back')).toEqual([
    { at: '2022-10-16 01:31', text: 'Text is back' },
  ])
})

test('a clock after midnight is of the next day', async () => {
  expect(await read('2022-10-15 23:50\tone\n00:10\ttwo')).toEqual([
    { at: '2022-10-15 23:50', text: 'one' },
    { at: '2022-10-16 00:10', text: 'two' },
  ])
})

test('a heading, and a row without a time, are left out and counted', async () => {
  expect(await read('Time\tWhat\n15:30\tit stopped')).toEqual([
    { left: 'Time\tWhat' },
    { at: '2022-10-15 15:30', text: 'it stopped' },
  ])
})

test('lines as people write them go through the reader of imports', async () => {
  expect(await read('- 15:30 서비스가 멈췄다\n- 15시 42분 전화가 왔다')).toEqual([
    { at: '2022-10-15 15:30', text: '서비스가 멈췄다' },
    { at: '2022-10-15 15:42', text: '전화가 왔다' },
  ])
})

test('cells in quotes hold tabs, line breaks and quotes', () => {
  expect(readCells('15:30\t"one ""line""\nand another\t!"\tx\r\n15:31\ty')).toEqual([
    ['15:30', 'one "line"\nand another\t!', 'x'],
    ['15:31', 'y'],
  ])
})

test.each([
  ['one line', false],
  ['one line\n', false],
  ['a\tb', true],
  ['one\ntwo', true],
])('%j is rows: %s', (text, rows) => {
  expect(isRows(text)).toBe(rows)
})
