/**
 * An export of Slack becomes drafts: every message once, at its own instant, as plain words, without names. The little export here
 * has what real ones have: threads, edits, deletions, bots, files, rich text, and people who write what they like.
 */
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readArchive } from '../../src/interop/archive/readArchive.js'
import { importSlack } from '../../src/interop/slack/importSlack.js'
import { inputOf, lines, seoul } from './inputOf.js'

const users = [
  {
    id: 'U1',
    name: 'hana.kim',
    real_name: '김하나',
    profile: { display_name: '김하나/인프라팀', email: 'hana.kim@hanul.example' },
  },
  {
    id: 'U2',
    name: 'wstone',
    real_name: 'Will Stone',
    profile: { first_name: 'Will', display_name: 'Will' },
  },
  { id: 'U3', name: 'alertbot', real_name: 'Alert Bot', is_bot: true },
]
const channels = [{ id: 'C1', name: 'incident-1015' }]
/** Seconds of 15:30:00 in Seoul, and so many more. */
const ts = (seconds: number) => `${1665815400 + seconds}.000100`
const message = (seconds: number, fields: object) => ({
  type: 'message',
  user: 'U1',
  ts: ts(seconds),
  ...fields,
})

const day = [
  message(0, { text: '서버 실 전원이 꺼졌습니다 &lt;UPS&gt; 확인' }),
  message(10, { user: 'U2', text: '<@U1>님이 확인 중, 김하나님께 전화했습니다. Will Stone here' }),
  message(20, {
    text: 'see <https://status.example/i/1|status> and <https://a.example> in <#C1|incident-1015> <!here> <!subteam^S1|@sre>',
  }),
  message(30, { text: '*all* _hosts_ ~up~ down `a*b*c` :fire:' }),
  message(40, { text: '<script>alert(1)</script> &lt;img src=x onerror=alert(1)&gt;' }),
  message(50, { text: 'restarted', edited: { user: 'U1', ts: ts(55) }, thread_ts: ts(0) }),
  message(60, { subtype: 'channel_join', text: '<@U2> has joined the channel' }),
  message(70, { subtype: 'tombstone', text: 'This message was deleted.' }),
  message(80, {
    user: 'U3',
    bot_id: 'B1',
    text: '',
    attachments: [
      { pretext: '[FIRING] HostDown', text: 'db-1 down', fields: [{ title: 'severity', value: 'critical' }] },
    ],
  }),
  message(90, {
    subtype: 'bot_message',
    user: undefined,
    bot_id: 'B2',
    username: 'github',
    text: '1 new commit',
  }),
  message(100, {
    text: '',
    blocks: [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'ask ' },
              { type: 'user', user_id: 'U2' },
              { type: 'emoji', name: 'pray' },
            ],
          },
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: [
              {
                type: 'rich_text_section',
                elements: [{ type: 'link', url: 'https://b.example', text: 'b' }],
              },
            ],
          },
        ],
      },
    ],
  }),
  message(110, { text: '', files: [{ name: 'graph.png', mimetype: 'image/png' }] }),
  message(120, { text: 'password=hunter22 for hana.kim@hanul.example' }),
  message(130, { text: '' }),
  {
    type: 'message',
    subtype: 'message_changed',
    ts: ts(200),
    message: message(140, { text: 'it was the <#C9>', edited: { ts: ts(200) } }),
  },
  {
    type: 'message',
    subtype: 'message_changed',
    ts: ts(210),
    message: message(150, { subtype: 'tombstone', text: 'This message was deleted.' }),
  },
  { type: 'message', user: 'U1', text: 'no time', ts: 'soon' },
]
const files = { 'users.json': users, 'channels.json': channels, 'incident-1015/2022-10-15.json': day }

describe('a little export', () => {
  const result = importSlack(inputOf(files), { ...seoul, roles: { 'hana.kim': '당직 엔지니어' } })

  it('says what was said, at the time it was said', () => {
    expect(lines(result.drafts)).toEqual([
      '15:30 서버 실 전원이 꺼졌습니다 <UPS> 확인',
      '15:30:10 당직 엔지니어가 확인 중, 당직 엔지니어께 전화했습니다. [@1] here',
      '15:30:20 see status (https://status.example/i/1) and https://a.example in #incident-1015 @here @sre',
      '15:30:30 all hosts up down a*b*c 🔥',
      '15:30:40 <script>alert(1)</script> <img src=x onerror=alert(1)>',
      '15:30:50 restarted {edited}',
      '15:31 [@1] has joined the channel {noise:membership}',
      '15:31:10 This message was deleted. {noise:empty}',
      '15:31:20 [FIRING] HostDown\ndb-1 down\nseverity: critical',
      '15:31:30 1 new commit {noise:bot}',
      '15:31:40 ask [@1]🙏\n- b (https://b.example)',
      '15:31:50 📎 graph.png',
      '15:32 password=[•••] for [•••] {redacted redacted}',
      '15:32:10  {noise:empty}',
      '15:32:20 it was the #C9 {edited}',
      '15:32:30 This message was deleted. {edited noise:empty}',
      '??:?? no time {missing-time}',
    ])
    expect(result.drafts[0]?.time).toEqual({
      fromEpochMs: 1665815400000,
      toEpochMs: 1665815400000,
      written: ts(0),
      at: '2022-10-15 15:30',
    })
  })

  it('keeps the thread, who wrote it, where it stands, and the original with its names', () => {
    const [first, second] = result.drafts
    expect(result.drafts[5]?.thread).toBe(first?.key)
    expect(first?.by).toBe('당직 엔지니어')
    expect(result.drafts[9]?.by).toBe('github')
    expect(second?.origin.place).toBe('incident-1015/2022-10-15.json message 2')
    expect(second?.origin.original).toContain('김하나')
    expect(result.drafts[8]?.origin.byMachine).toBe(true)
    expect(result.people).toEqual([
      { original: '김하나', replacement: '당직 엔지니어' },
      { original: 'Will Stone', replacement: '[@1]' },
    ])
  })

  it('is the same from an archive, with a folder around it, and twice', () => {
    const bytes = zipSync(
      Object.fromEntries(
        Object.entries(files).map(([path, value]) => [
          `export/${path}`,
          new TextEncoder().encode(JSON.stringify(value)),
        ]),
      ),
    )
    const unpacked = importSlack(readArchive(bytes, 'export.zip').input, {
      ...seoul,
      roles: { 'hana.kim': '당직 엔지니어' },
    })
    expect(unpacked.drafts.slice(0, 16).map(({ key, text }) => [key, text])).toEqual(
      result.drafts.slice(0, 16).map(({ key, text }) => [key, text]),
    )
  })
})

it('names in no draft, whatever is in the list of users', () => {
  const { drafts } = importSlack(inputOf(files), seoul)
  for (const { text } of drafts) expect(text).not.toMatch(/김하나|hana\.kim|Will Stone|wstone/)
})

it('says what is missing: messages, users, consent of those who wrote in private', () => {
  const codes = (content: object) =>
    importSlack(inputOf(content as never), seoul).notes.map(({ code }) => code)
  expect(codes({ 'users.json': users })).toEqual(['slack-nothing'])
  expect(codes({ 'general/2022-10-15.json': [message(0, { text: 'a' })] })).toEqual(['slack-no-users'])
  expect(codes({ ...files, 'D0123ABCD/2022-10-15.json': [message(500, { text: 'b' })] })).toContain(
    'slack-direct-messages',
  )
  expect(codes({ 'users.json': users, 'general/2022-10-15.json': '{"broken":' })).toEqual(['not-json'])
  expect(codes({ 'users.json': users, 'general/a.json': [] })).toEqual(['slack-nothing'])
})

it('reads 10,000 messages of a busy day in a few seconds', () => {
  const many = Array.from({ length: 10_000 }, (_none, index) =>
    message(index * 3, {
      user: index % 2 ? 'U1' : 'U2',
      text: `step ${index} done by <@U1>, 김하나님이 host-${index % 97} 확인`,
    }),
  )
  // Time of the processor, so that a busy machine fails nothing.
  const began = process.cpuUsage()
  expect(
    importSlack(inputOf({ ...files, 'incident-1015/2022-10-16.json': many }), seoul).drafts.length,
  ).toBeGreaterThan(10_000)
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(10_000)
})
