/**
 * From several imports to one list: nothing twice, machines folded, wrong clocks and duplicates told, the same every time. Lists are
 * written as lines here: `15:30 text`, in the name of a format.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft, ImportFormat, ImportResult } from '../../src/interop/draft.js'
import { draftOf, inOrder } from '../../src/interop/draftOf.js'
import { knownFacts } from '../../src/interop/drafts/knownFacts.js'
import { prepareDrafts } from '../../src/interop/drafts/prepareDrafts.js'
import { exactTime } from '../../src/interop/machineTime.js'

const nothing = { drafts: [], facts: [] }

function imported(
  format: ImportFormat,
  text: string,
  rest: Partial<ImportResult> & { machine?: boolean } = {},
): ImportResult {
  const drafts = text
    .trim()
    .split('\n')
    .map((line, index) => {
      const [, hour, minute, second = '0', said = ''] = /^\s*(\d+):(\d+)(?::(\d+))? (.*)$/.exec(line)!
      const at = Date.UTC(2022, 9, 15, Number(hour) - 9, Number(minute), Number(second))
      return draftOf({
        format,
        identity: `${line}${index}`,
        time: exactTime(at, line, 'Asia/Seoul'),
        text: said,
        place: `${format} line ${index + 1}`,
        original: line,
        byMachine: rest.machine === true,
      })
    })
  return { format, drafts: inOrder(drafts), notes: [], people: rest.people ?? [] }
}

const shown = (drafts: readonly Draft[]) =>
  drafts.map(({ time, text, flags }) => {
    const told = flags.map(flag =>
      flag.code === 'noise' ? flag.why : flag.code === 'repeated' ? `x${flag.count}` : flag.code,
    )
    return [time?.at.slice(11), text, ...told].join(' ')
  })

describe('duplicates', () => {
  it('the same said by two sources near each other, not the same words about other figures or states', () => {
    const chat = imported(
      'slack',
      '15:30 전원 장애로 판교 서버실이 멈춤\n15:31 ok\n15:40 error rate is 5 percent on booking\n15:50 booking service is down again now',
    )
    const notes = imported(
      'paste',
      '15:33 전원 장애로 판교 서버실 멈춤\n15:32 ok\n15:41 error rate is 50 percent on booking\n15:51 booking service is up again now',
    )
    expect(shown(prepareDrafts([chat, notes], nothing).drafts)).toEqual([
      '15:30 전원 장애로 판교 서버실이 멈춤',
      '15:31 ok',
      '15:32 ok',
      '15:33 전원 장애로 판교 서버실 멈춤 duplicate',
      '15:40 error rate is 5 percent on booking',
      '15:41 error rate is 50 percent on booking',
      '15:50 booking service is down again now',
      '15:51 booking service is up again now',
    ])
  })

  it('what a fact of the case says already, in either language', () => {
    const facts = knownFacts({
      case: { title: 'x', timezone: 'Asia/Seoul', start: '2022-10-15 15:00' },
      facts: {
        'power-lost': { at: '15:30 ± 2m', text: 'never parsed' },
        lost: {
          at: '2022-10-15 15:30 ± 2m',
          text: { ko: '서버실 전원이 모두 끊김', en: 'All power to the server room is lost' },
        },
      },
    })
    expect(facts.map(({ id }) => id)).toEqual(['lost'])
    const notes = imported(
      'paste',
      '15:34 All power to the server room is lost\n15:36 서버실 전원 모두 끊김\n17:30 All power to the server room is lost',
    )
    const { drafts } = prepareDrafts([notes], { drafts: [], facts })
    expect(drafts.map(({ flags }) => flags)).toEqual([
      [{ code: 'duplicate', of: 'fact:lost' }],
      [{ code: 'duplicate', of: 'fact:lost' }],
      [],
    ])
  })

  it('what was imported before does not come again, and is what later ones repeat', () => {
    const first = prepareDrafts([imported('slack', '15:30 the primary database stopped answering')], nothing)
    const again = prepareDrafts([imported('slack', '15:30 the primary database stopped answering')], {
      drafts: first.drafts,
      facts: [],
    })
    expect([again.drafts, again.before]).toEqual([[], 1])
    expect(
      prepareDrafts([imported('slack', '15:30 x')], {
        drafts: [],
        keys: [imported('slack', '15:30 x').drafts[0]!.key],
        facts: [],
      }).drafts,
    ).toEqual([])
    const other = prepareDrafts([imported('paste', '15:28 The primary database stopped answering.')], {
      drafts: first.drafts,
      facts: [],
    })
    expect(other.drafts[0]?.flags).toEqual([{ code: 'duplicate', of: first.drafts[0]?.key }])
  })

  it('ten thousand messages and as many again take seconds, and the same every time', () => {
    const words = [
      'db',
      'web',
      'cache',
      'restart',
      'deploy',
      'check',
      'queue',
      'pool',
      '확인',
      '복구',
      '배포',
      '전원',
      '서버',
    ]
    const list = (salt: number) =>
      Array.from({ length: 10_000 }, (_none, index) => {
        const word = (step: number) => words[(index * step + salt) % words.length]!
        return `${9 + Math.floor(index / 1500)}:${Math.floor(index / 25) % 60}:${index % 60} ${word(3)} ${word(5)} ${word(7)} host-${index % 500}`
      }).join('\n')
    const results = [imported('slack', list(1)), imported('paste', list(2))]
    // Time of the processor, so that a busy machine fails nothing.
    const began = process.cpuUsage()
    const { drafts } = prepareDrafts(results, nothing)
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(20_000)
    expect(drafts).toHaveLength(20_000)
    expect(prepareDrafts(results, nothing).drafts).toEqual(drafts)
  })
})

describe('noise', () => {
  it('an alert that comes again is folded under its first time; flapping keeps the last state', () => {
    const alerts = imported(
      'alertmanager',
      '15:30 [FIRING] DiskFull: 91% on db-1\n15:35 [FIRING] DiskFull: 92% on db-1\n15:40 [FIRING] DiskFull: 95% on db-1\n' +
        '15:31 [FIRING] Flap\n15:32 [RESOLVED] Flap\n15:33 [FIRING] Flap\n15:34 [RESOLVED] Flap\n' +
        '15:36 [FIRING] Once\n15:37 [RESOLVED] Once\n18:30 [FIRING] DiskFull: 91% on db-1',
      { machine: true },
    )
    const { drafts } = prepareDrafts([alerts], nothing)
    expect(shown(drafts)).toEqual([
      '15:30 [FIRING] DiskFull: 91% on db-1 x3',
      '15:31 [FIRING] Flap x4',
      '15:32 [RESOLVED] Flap repeat',
      '15:33 [FIRING] Flap repeat',
      '15:34 [RESOLVED] Flap',
      '15:35 [FIRING] DiskFull: 92% on db-1 repeat',
      '15:36 [FIRING] Once',
      '15:37 [RESOLVED] Once',
      '15:40 [FIRING] DiskFull: 95% on db-1 repeat',
      '18:30 [FIRING] DiskFull: 91% on db-1',
    ])
    const folded = drafts[2]?.flags.find(flag => flag.code === 'noise')
    expect(folded).toEqual({ code: 'noise', why: 'repeat', of: drafts[1]?.key })
  })

  it('people who repeat themselves are not folded', () => {
    expect(
      shown(
        prepareDrafts([imported('slack', '15:30 restart\n15:35 restart\n15:40 restart')], nothing).drafts,
      ),
    ).toEqual(['15:30 restart', '15:35 restart', '15:40 restart'])
  })
})

describe('clocks', () => {
  const events = [
    'power to the server room is lost',
    'generator starts and takes the load',
    'storage cluster lost quorum of nodes',
    'engineers enter the building',
    'first rack is switched on again',
  ]
  const list = (offsetMinutes: number) =>
    events
      .map((event, index) => {
        const minute = 15 * 60 + 30 + index * 17 + offsetMinutes
        return `${Math.floor(minute / 60)}:${minute % 60} ${event}`
      })
      .join('\n')

  it('a list that is off by a constant is told, and matched all the same', () => {
    const { drafts } = prepareDrafts(
      [imported('slack', list(0)), imported('paste', list(-9 * 60 + 1))],
      nothing,
    )
    const off = drafts.filter(({ origin }) => origin.format === 'paste')
    expect(off.map(({ flags }) => flags.find(flag => flag.code === 'clock-skew'))).toEqual(
      events.map(() => ({ code: 'clock-skew', byMs: -(9 * 60 - 1) * 60_000 })),
    )
    const repeated = drafts.flatMap(({ flags }) =>
      flags.flatMap(flag => (flag.code === 'duplicate' ? [flag.of] : [])),
    )
    expect(repeated).toHaveLength(events.length)
    expect(
      drafts
        .filter(({ origin }) => origin.format === 'slack')
        .every(({ flags }) => !flags.some(({ code }) => code === 'clock-skew')),
    ).toBe(true)
  })

  it('a few minutes of writing down are no wrong clock', () => {
    const { drafts } = prepareDrafts([imported('slack', list(0)), imported('paste', list(1))], nothing)
    expect(
      drafts.flatMap(({ flags }) => flags.map(({ code }) => code)).filter(code => code === 'clock-skew'),
    ).toEqual([])
  })

  it('a line against the order of its list is told by how much; a list from the newest on is in order', () => {
    const text = '15:30 a1\n15:40 b2\n15:50 c3\n14:55 d4\n16:00 e5\n16:10 f6'
    expect(shown(prepareDrafts([imported('paste', text)], nothing).drafts)[0]).toBe('14:55 d4 clock-skew')
    expect(prepareDrafts([imported('paste', text)], nothing).drafts[0]?.flags).toEqual([
      { code: 'clock-skew', byMs: -55 * 60_000 },
    ])
    const newest = '16:10 f6\n16:00 e5\n15:50 c3\n15:40 b2\n15:30 a1'
    expect(prepareDrafts([imported('paste', newest)], nothing).drafts.flatMap(({ flags }) => flags)).toEqual(
      [],
    )
  })
})

describe('people and secrets', () => {
  it('one pseudonym for one person over all imports, and those of before stay', () => {
    const people = [
      { original: 'Hana Kim', replacement: '[@1]' },
      { original: 'Will Stone', replacement: '[@2]' },
    ]
    const second = [
      { original: 'will stone', replacement: '[@1]' },
      { original: 'Mara Lind', replacement: '[@2]' },
    ]
    const prepared = prepareDrafts(
      [
        imported('slack', '15:30 [@1] calls [@2]', { people }),
        imported('pagerduty', '15:31 [@1] calls [@2]', { people: second }),
      ],
      { ...nothing, people: [{ original: 'Mara Lind', replacement: '[@4]' }] },
    )
    expect(prepared.drafts.map(({ text }) => text)).toEqual(['[@5] calls [@6]', '[@6] calls [@4]'])
    expect(prepared.people.map(({ replacement }) => replacement)).toEqual(['[@4]', '[@5]', '[@6]'])
  })

  it('takes out what an importer left in', () => {
    const draft = { ...imported('paste', '15:30 x').drafts[0]!, text: 'token=abcdefgh1234' }
    const [clean] = prepareDrafts(
      [{ format: 'paste', drafts: [draft], notes: [], people: [] }],
      nothing,
    ).drafts
    expect([clean?.text, clean?.flags]).toEqual(['token=[•••]', [{ code: 'redacted', what: 'secret' }]])
  })
})

it('the order of results changes no text, no time and no key', () => {
  const line = fc
    .tuple(
      fc.integer({ min: 10, max: 20 }),
      fc.integer({ min: 10, max: 59 }),
      fc.constantFrom('db is down', 'db is up again', 'queue grows quickly on node a', '전원이 끊김'),
    )
    .map(([hour, minute, text]) => `${hour}:${minute} ${text}`)
  const text = fc.uniqueArray(line, { minLength: 1, maxLength: 12 }).map(all => all.join('\n'))
  fc.assert(
    fc.property(text, text, (one, two) => {
      const results = [imported('slack', one), imported('paste', two)]
      const plain = (list: readonly Draft[]) =>
        list.map(({ key, text: said, time }) => `${key} ${said} ${time?.at}`).sort()
      const forth = prepareDrafts(results, nothing).drafts
      expect(plain(prepareDrafts([...results].reverse(), nothing).drafts)).toEqual(plain(forth))
      expect(forth).toHaveLength(results.reduce((sum, { drafts }) => sum + drafts.length, 0))
      for (const { flags } of forth)
        for (const flag of flags)
          if (flag.code === 'duplicate') expect(forth.some(({ key }) => key === flag.of)).toBe(true)
    }),
  )
})
