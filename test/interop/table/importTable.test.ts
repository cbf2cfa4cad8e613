// Tables as spreadsheets, tickets and people export them: separators, quotes, headings and days found without being told.

import { describe, expect, it } from 'vitest'
import type { Draft, ImportFrame } from '../../../src/interop/draft.js'
import { importTable } from '../../../src/interop/table/importTable.js'

const seoul: ImportFrame = {
  timezone: 'Asia/Seoul',
  startEpochMs: Date.UTC(2022, 9, 15, 6, 19),
  components: [{ id: 'talk', titles: ['메신저', 'Messenger'] }],
}

function read(text: string | Uint8Array, frame = seoul, path = 'log.csv') {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return importTable({ files: [{ path, bytes }] }, frame)
}

const told = (drafts: readonly Draft[]) => drafts.map(draft => [draft.time?.at ?? null, draft.text])
const codes = (draft: Draft | undefined) => draft?.flags.map(({ code }) => code)

describe('a table', () => {
  it.each([
    ['commas', 'time,text\n15:30,power was cut\n15:42,"web, mail and talk stopped"\n'],
    ['tabs', 'time\ttext\n15:30\tpower was cut\n15:42\tweb, mail and talk stopped\n'],
    ['semicolons', 'time;text\n15:30;power was cut\n15:42;web, mail and talk stopped\n'],
    ['a mark of its order', '\ufefftime;text\r\n15:30;power was cut\r\n15:42;web, mail and talk stopped\r\n'],
    ['a hint of its separator', 'sep=|\ntime|text\n15:30|power was cut\n15:42|web, mail and talk stopped\n'],
    [
      'other names',
      'When,Who,What happened\n15:30,ops,power was cut\n15:42,ops,"web, mail and talk stopped"\n',
    ],
    ['no heading', '15:30,power was cut\n15:42,"web, mail and talk stopped"\n'],
    [
      'lines above its heading',
      'Incident log,\n,\nTime,Event\n15:30,power was cut\n15:42,"web, mail and talk stopped"\n',
    ],
    ['names that say nothing', 'a,b\n15:30,power was cut\n15:42,"web, mail and talk stopped"\n'],
  ])('with %s', (_name, text) => {
    expect(told(read(text).drafts)).toEqual([
      ['2022-10-15 15:30', 'power was cut'],
      ['2022-10-15 15:42', 'web, mail and talk stopped'],
    ])
  })

  it('in Korean, as a spreadsheet exports it', () => {
    const { drafts } = read(
      '일시,서비스,상태,내용,출처\n2022. 10. 15 오후 3:30,메신저,중단,전원 차단,https://status.example.org/1\n2022. 10. 16 오전 1:31,메신저,복구,글 메시지 전송,\n',
    )
    expect(drafts.map(({ time, text, changes }) => [time?.at, text, changes])).toEqual([
      ['2022-10-15 15:30', '메신저 중단: 전원 차단', { talk: 'down' }],
      ['2022-10-16 01:31', '메신저 복구: 글 메시지 전송', { talk: 'up' }],
    ])
    expect(drafts[0]?.origin).toMatchObject({ link: 'https://status.example.org/1', place: 'log.csv line 2' })
  })

  it('in the encoding that Korean spreadsheets still write', () => {
    // 시각,내용 and 15:30,정전 in windows-949.
    const bytes = [
      0xbd, 0xc3, 0xb0, 0xa2, 0x2c, 0xb3, 0xbb, 0xbf, 0xeb, 0x0a, 0x31, 0x35, 0x3a, 0x33, 0x30, 0x2c, 0xc1,
      0xa4, 0xc0, 0xfc, 0x0a,
    ]
    const result = read(Uint8Array.from(bytes))
    expect(told(result.drafts)).toEqual([['2022-10-15 15:30', '정전']])
    expect(result.notes.map(({ code }) => code)).toEqual(['legacy-encoding'])
  })

  it('with the day in a column of its own, written once', () => {
    const { drafts } = read('날짜,시각,내용\n10월 15일,15:30,정전\n,23:50,진화\n10월 16일,01:30,전원 재개\n')
    expect(told(drafts)).toEqual([
      ['2022-10-15 15:30', '정전'],
      ['2022-10-15 23:50', '진화'],
      ['2022-10-16 01:30', '전원 재개'],
    ])
  })

  it('with an end makes ranges', () => {
    expect(told(read('start,end,event\n15:30,15:42,power cut\n23:50,00:10,restart\n').drafts)).toEqual([
      ['2022-10-15 15:30 .. 15:42', 'power cut'],
      ['2022-10-15 23:50 .. 2022-10-16 00:10', 'restart'],
    ])
  })

  it('in a zone that its heading or a column names', () => {
    const byHeading = read('Time (UTC),Event\n2022-10-15 06:30,power cut\n')
    expect(told(byHeading.drafts)).toEqual([['2022-10-15 15:30', 'power cut']])
    expect(codes(byHeading.drafts[0])).toEqual([])
    const byColumn = read(
      'time,timezone,event\n2022-10-15 06:30,UTC,power cut\n2022-10-15 15:42,KST,web down\n',
    )
    expect(told(byColumn.drafts)).toEqual([
      ['2022-10-15 15:30', 'power cut'],
      ['2022-10-15 15:42', 'web down'],
    ])
    expect(codes(read('time,event\n2022-10-15 15:30,power cut\n').drafts[0])).toEqual(['missing-zone'])
  })

  it('of machines: seconds, milliseconds, days since 1900, offsets', () => {
    const { drafts } = read(
      'timestamp,message\n1665815400,a\n1665815460000,b\n44849.6472222222,c\n2022-10-15T06:33:00.000Z,d\n2022-10-15 06:34:00 +0000 UTC,e\n',
    )
    expect(drafts.map(({ time }) => time?.at)).toEqual([
      '2022-10-15 15:30',
      '2022-10-15 15:31',
      '2022-10-15 15:32',
      '2022-10-15 15:33',
      '2022-10-15 15:34',
    ])
  })

  it('knows what stands first in figures of days from the column as a whole', () => {
    expect(told(read('date,event\n05/10/2022 15:30,a\n15/10/2022 15:30,b\n').drafts)).toEqual([
      ['2022-10-05 15:30', 'a'],
      ['2022-10-15 15:30', 'b'],
    ])
    expect(told(read('date,event\n10/05/2022 15:30,a\n10/15/2022 15:30,b\n').drafts)).toEqual([
      ['2022-10-05 15:30', 'a'],
      ['2022-10-15 15:30', 'b'],
    ])
  })

  it('says where nothing tells what stands first, and takes what is nearer to the start', () => {
    const unclear = read('date,event\n10/11/2022 15:30,a\n10/12/2022 15:30,b\n')
    expect(unclear.notes).toMatchObject([
      { code: 'day-and-month-unclear', values: { example: '10/11/2022 15:30' } },
    ])
    expect(told(unclear.drafts)[0]).toEqual(['2022-10-11 15:30', 'a'])
    expect(codes(unclear.drafts[0])).toContain('missing-date')
    const november = { ...seoul, startEpochMs: Date.UTC(2022, 10, 10) }
    expect(told(read('date,event\n10/11/2022 15:30,a\n', november).drafts)).toEqual([
      ['2022-11-10 15:30', 'a'],
    ])
  })

  it('that begins with the newest has no clocks gone wrong', () => {
    const { drafts } = read('time,event\n2022-10-15 17:00,c\n2022-10-15 16:00,b\n2022-10-15 15:30,a\n')
    expect(told(drafts).map(([, text]) => text)).toEqual(['a', 'b', 'c'])
    expect(drafts.flatMap(draft => codes(draft))).not.toContain('clock-skew')
  })

  it('whose cells hold several lines and quotes is read whole', () => {
    const { drafts } = read('time,event\n15:30,"power\nwas ""cut"""\n15:42,next\n')
    expect(told(drafts)).toEqual([
      ['2022-10-15 15:30', 'power\nwas "cut"'],
      ['2022-10-15 15:42', 'next'],
    ])
  })

  it('names nobody', () => {
    const { drafts, people } = read('time,author,event\n15:30,hana.kim,hana.kim cut the power\n')
    expect(drafts[0]).toMatchObject({ by: '[@1]', text: '[@1] cut the power' })
    expect(people).toEqual([{ original: 'hana.kim', replacement: '[@1]' }])
  })

  it('read twice has the same keys', () => {
    const text = 'time,event\n15:30,a\n15:30,a\n15:42,b\n'
    const keys = read(text).drafts.map(({ key }) => key)
    expect(new Set(keys).size).toBe(3)
    expect(read(text).drafts.map(({ key }) => key)).toEqual(keys)
  })

  it.each([
    ['no column of times', 'a,b\n1,x\n2,y\n', 'no-time-column'],
    ['nothing said', 'time\n15:30\n15:42\n', 'no-text-column'],
    ['a heading alone', 'time,text\n', 'table-without-rows'],
    ['nothing', '', 'empty-file'],
    ['an end that never comes', `time,text\n15:30,"${'x'.repeat(300_000)}`, 'broken-table'],
  ])('with %s says so', (_name, text, code) => {
    expect(read(text).notes.map(note => note.code)).toContain(code)
  })

  it('that is no text is refused', () => {
    expect(read(Uint8Array.from([0x89, 0x50, 0, 0xff, 0xfe])).notes.map(({ code }) => code)).toEqual([
      'not-text',
    ])
  })
})
