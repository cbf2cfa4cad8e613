// What a narrative states in numbers is read as people write it in both languages, and is told of where nothing bears it out.

import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadCase } from '../../src/files/loadCase.js'
import type { Reading } from '../../src/lint/narrative/reading.js'
import { statementsOf } from '../../src/lint/narrative/statements.js'
import { narrativeNumbers } from '../../src/lint/narrativeNumbers.js'
import { readCaseFolder } from '../../src/publish/readFolder.js'

const two = (value: number) => String(value).padStart(2, '0')
const hour = 3_600_000

function shown(reading: Reading): string {
  switch (reading.kind) {
    case 'number':
      return `${reading.value}${reading.percent ? '%' : ''}`
    case 'clock':
      return `${two(Math.floor(reading.minute / 60))}:${reading.hourOnly ? '..' : two(reading.minute % 60)}`
    case 'day':
      return `day ${reading.month ?? '?'}/${reading.day ?? '?'}`
    case 'length':
      return `${Math.round((reading.ms / hour) * 100) / 100}h`
  }
}

const read = (text: string, language: 'ko' | 'en') =>
  statementsOf(text, language)
    .map(({ readings }) => readings.map(shown).join('|'))
    .join(' ')

it.each([
  ['오후 3시 30분에', '15:30'],
  ['15시 반', '15:30'],
  ['새벽 1시 31분', '01:31'],
  ['3시쯤', '03:..|15:..'],
  ['서버 16,000대', '16000'],
  ['1만 6천 대', '16000'],
  ['3만 2,000대', '32000'],
  ['4,700만 명', '47000000'],
  ['127시간 33분 만에', '127.55h'],
  ['11.5시간', '11.5h'],
  ['열 시간 만에', '10h'],
  ['스물네 시간', '24h'],
  ['사흘이 지나', '72h'],
  ['또한 시간이 든다', ''],
  ['2022년 10월 15일', 'day 10/15'],
  ['16일 09시', 'day ?/16|384h 09:..'],
  ['2022년에', ''],
  ['캐시의 30 %', '30%'],
  ['지하 3층의 B3', '3'],
  ['3E-1 랙', ''],
  ['1단계와 두 번째, 제3자', ''],
  ['2,000~3,000대', '2000 3000'],
  ['119에 신고', '119'],
])('reads %s', (text, expected) => {
  expect(read(text, 'ko')).toBe(expected)
})

it.each([
  ['at 15:30 and 3:30 pm', '15:30 15:30'],
  ['about 4 p.m.', '16:..'],
  ['32,000 servers', '32000'],
  ['47 million people', '47000000'],
  ['127 h 33 min', '127.55h'],
  ['11.5 hours', '11.5h'],
  ['1 day and 2 hours', '26h'],
  ['a 30-minute hold', '0.5h'],
  ['ten hours, four parts', '10h'],
  ['on 19 October, October 20', 'day 10/19 day 10/20'],
  ['on the 16th', 'day ?/16|16'],
  ['in 2022 and 2023', ''],
  ['90 % of them', '90%'],
  ['B3, UPS-1, IPv6, feed 2, step 3', ''],
  ['40 m², 40 MW, 3.8 km', '40 40 3.8'],
  ['2022-10-15 15:19', 'day 10/15 15:19'],
])('reads %s', (text, expected) => {
  expect(read(text, 'en')).toBe(expected)
})

const facts = `facts:
  down: { at: 2022-10-15 15:30 ± 5m, text: "16,000 servers go down.", changes: { } }
  back: { at: 2022-10-16 01:31, text: "Text is back." }
`
const head = `case: { title: "Case 9", timezone: Asia/Seoul, start: 2022-10-15 15:19, languages: [en] }
sources: { note: { title: A note } }
`

/** `line:column text (fact)` of what is told of a narrative. */
function told(narrative: string): string[] {
  const loaded = loadCase('case', [
    { path: 'case.yaml', text: head + facts.replace(', changes: { }', '') },
    { path: 'report.en.md', text: narrative },
  ])
  return narrativeNumbers(loaded).map(
    ({ line, column, endColumn, values }) => `${line}:${column}-${endColumn} ${values.text} (${values.fact})`,
  )
}

describe('a number', () => {
  it.each([
    ['stands in the words of a fact that the paragraph names', '16,000 went (:fact[down]).', []],
    ['or is its time, within its precision', 'At 15:27 they went (:fact[down]).', []],
    ['and not outside of it', 'At 15:50 they went (:fact[down]).', ['1:4-9 15:50 ()']],
    ['or how far two lie apart', 'Ten hours lay between (:fact[down], :fact[back]).', []],
    [
      'as fine as it was said',
      '9 h 10 min lay between (:fact[down], :fact[back]).',
      ['1:1-11 9 h 10 min ()'],
    ],
    ['or its day', 'On 16 October it was back (:fact[back]).', []],
    [
      'another paragraph does not help',
      'They went (:fact[down]).\n\nIt was 16,000.',
      ['3:8-14 16,000 (down)'],
    ],
    ['a source in the sentence does', 'It was 700 (:source[note]). It was 800.', ['1:36-39 800 ()']],
    ['so does a link', 'It was [700](https://example.org/7).', []],
    [
      'a heading rests on its section',
      '# 16,000 went\n\nThey went (:fact[down]).\n\n## 12 came\n',
      ['5:4-6 12 ()'],
    ],
    ['names and code state nothing', 'In Case 9 `x = 12` of B3, in 2022.\n\n1. One\n2. Two', []],
    ['directives compute', ':duration[web]{x=3} and ::timeline{from="2022-10-15 15:00"}', []],
    ['an absent fact bears nothing out', 'At 15:30 (:fact[gone]).', ['1:4-9 15:30 (down)']],
  ])('%s', (_, narrative, expected) => {
    expect(told(narrative)).toEqual(expected)
  })
})

it('a long narrative without a blank line is read in time that grows with its length', () => {
  const found = told('At 10:00 there were 7 of 9. '.repeat(20_000))
  expect(found).toHaveLength(200)
})

it.each(readdirSync('cases'))('every number in the narratives of %s has its ground', name => {
  const { id, files } = readCaseFolder(`cases/${name}`)
  const found = narrativeNumbers(loadCase(id, files))
  expect(found.map(({ file, line, values }) => `${file}:${line} ${values.text}`)).toEqual([])
})
