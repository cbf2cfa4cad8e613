// What the founding case has to hold: every usable moment of the record, every service of it, the layers and the addressees of
// its ifs, each lesson that Kakao named itself, and a question for each fact that contradicts the model. The lists are
// written by hand, from the record and not from the case.

import { describe, expect, it } from 'vitest'
import { fidelity } from '../../src/assess/fidelity.js'
import { questions } from '../../src/assess/questions.js'
import { openSession } from '../../src/assess/session.js'
import { standingAt } from '../../src/assess/states.js'
import { loadCase } from '../../src/files/loadCase.js'
import { timeOfFact } from '../../src/model/facts.js'
import { formatLocal, parseInstant } from '../../src/model/time.js'
import { examineReport } from '../../src/publish/examineReport.js'
import { readCaseFolder } from '../../src/publish/readFolder.js'

const { id, files } = readCaseFolder('cases/kakao-2022')
const loaded = loadCase(id, files)
const document = loaded.document!
const opened = openSession(document)
if (!('baseline' in opened)) throw new Error(JSON.stringify(opened.problems))
const session = opened
const components = document.components ?? {}
const facts = document.facts ?? {}
const frame = { timezone: 'Asia/Seoul', startEpochMs: startOf('2022-10-15 15:19') }

function startOf(text: string): number {
  const read = parseInstant(text, { timezone: 'Asia/Seoul', startEpochMs: 0 })
  if ('code' in read) throw new Error(text)
  return read.epochMs
}

/** `2022-10-15 15:19` at which a fact begins, or by which it is so. */
const beginnings = new Set(
  Object.values(facts).flatMap(fact => {
    const time = timeOfFact(fact, frame)
    if ('code' in time) return []
    return [time.fromMs, time.toMs].flatMap(ms =>
      ms === null ? [] : [formatLocal(ms + frame.startEpochMs, 'Asia/Seoul')],
    )
  }),
)

describe('the record', () => {
  // Times of which the source says "about" are listed by the beginning or the end of the precision.
  it.each(
    [
      '2022-10-15 15:18, 15:19, 15:17, 15:23, 15:22, 15:25, 15:33, 15:35, 15:37, 15:38, 15:40, 15:41, 16:00, 16:03',
      '2022-10-15 16:40, 16:52, 17:46, 18:00, 18:40, 19:00, 20:00, 20:20, 21:40, 21:45, 23:45',
      '2016-01-01 00:00',
      '2022-10-16 00:15, 01:30, 01:31, 02:16, 07:24, 09:00, 10:25, 10:30, 10:40, 14:30, 21:30',
      '2022-10-17 06:00, 07:26, 15:30, 16:23, 21:26',
      '2022-10-19 05:00, 06:00, 11:00',
      '2022-10-20 22:30',
      '2022-10-21 00:00',
      '2022-10-24 23:59',
      '2022-12-06 00:00',
      '2022-12-07 11:00',
      '2023-01-03 00:00',
      '2023-01-04 00:00',
      '2023-03-30 00:00',
      '2023-07-04 00:00',
      '2023-09-14 00:00',
    ].flatMap(line => {
      const [date = ''] = line.split(' ')
      return line
        .slice(date.length + 1)
        .split(', ')
        .map(clock => `${date} ${clock}`)
    }),
  )('has the moment %s', moment => {
    expect([...beginnings]).toContain(moment)
  })

  it('has 80 facts or more, each with a source and a phase in both languages', () => {
    expect(Object.keys(facts).length).toBeGreaterThanOrEqual(80)
    for (const [key, fact] of Object.entries(facts)) {
      expect([key, fact.sources?.length ?? 0]).not.toEqual([key, 0])
      expect([key, fact.phase]).not.toEqual([key, undefined])
      expect(fact.text).toMatchObject({ ko: expect.any(String), en: expect.any(String) })
    }
  })

  it.each([
    ['notice-1523', ['notice-1540', 'notice-1603']],
    ['half-the-servers-down', ['most-sections-stayed-on']],
    ['remaining-servers-down', ['ups-carried-the-load']],
    ['rest-restored-claim', ['all-normal']],
    ['main-restored-but-four', ['four-of-thirteen']],
    ['about-half-restored', ['servers-12000-restored']],
  ])('has the rivals of %s side by side', (one, others) => {
    const of = facts[one]?.disputes ?? []
    expect([of].flat()).toEqual(expect.arrayContaining(others))
    for (const other of others) expect(Object.keys(facts)).toContain(other)
  })

  it('has no address of a page that is not to be linked', () => {
    for (const source of Object.values(document.sources ?? {})) {
      expect(source.url ?? '').not.toMatch(/wikipedia|studypool|webcache/)
    }
  })
})

describe('the system', () => {
  it.each([
    ...[
      'talk-text',
      'talk-pc',
      'talk-photos',
      'talk-calls',
      'kakao-login',
      'kakao-pay',
      'kakao-t',
      'kakao-navi',
    ],
    ...[
      'webtoon',
      'melon',
      'brunch',
      'kakaostory',
      'map-web',
      't-bike',
      'melon-chart',
      'talk-channel',
      'talk-drawer',
    ],
    ...['tistory', 'daum-mail', 'kakao-mail', 'daum-news', 'every-function', 'kakao-bank'],
    ...['naver-comments', 'naver-shopping', 'naver-papago', 'naver-search'],
  ])('has the service %s, with a title in both languages', service => {
    expect(components[service]).toMatchObject({
      kind: 'service',
      title: { ko: expect.any(String), en: expect.any(String) },
    })
  })

  it('has 40 components or more of every kind that the record speaks of', () => {
    expect(Object.keys(components).length).toBeGreaterThanOrEqual(40)
    const kinds = new Set(Object.values(components).map(({ kind }) => kind))
    for (const kind of 'utility generator site room ups feed switchgear barrier hosts store database cache identity tool monitor channel team service'.split(
      ' ',
    ))
      expect(kinds).toContain(kind)
    expect(
      Object.values(components).filter(({ 'standby-for': primary }) => primary !== undefined).length,
    ).toBeGreaterThan(2)
  })

  it('loses power in two waves', () => {
    const run = session.baseline()
    const { compiled } = session
    const at = (component: string, time: string) =>
      standingAt(run, compiled.indexOf.get(component)!, startOf(time) - frame.startEpochMs)
    expect(at('pangyo.feed-1', '2022-10-15 16:51')).toBe('down')
    expect(at('pangyo.feed-2', '2022-10-15 16:51')).toBe('up')
    expect(at('pangyo.feed-2', '2022-10-15 16:53')).toBe('down')
  })

  it('shares quantities, and has no quantity without a basis', () => {
    expect(Object.keys(document.quantities ?? {}).length).toBeGreaterThan(8)
    expect(questions(session, fidelity(session)).filter(({ kind }) => kind === 'no-basis')).toEqual([])
  })
})

describe('the ifs', () => {
  const ifs = Object.entries(document.ifs ?? {})

  it('are 14 or more, over all layers and addressees, each with a source', () => {
    expect(ifs.length).toBeGreaterThanOrEqual(14)
    expect(new Set(ifs.map(([, { layer }]) => layer))).toEqual(
      new Set(['facility', 'infrastructure', 'platform', 'service', 'organisation']),
    )
    expect(new Set(ifs.map(([, one]) => one.for))).toEqual(
      new Set(['facility', 'fire-service', 'operator', 'regulator']),
    )
    for (const [key, { sources }] of ifs) expect([key, sources?.length ?? 0]).not.toEqual([key, 0])
  })

  it('each can be run', () => {
    for (const [key] of ifs) expect([key, session.with([key]).failed]).toEqual([key, false])
  })
})

describe('what the case says of itself', () => {
  it('asks about every fact that contradicts the model', () => {
    const asked = new Set(questions(session, fidelity(session)).flatMap(question => question.facts))
    const contradicted = fidelity(session).facts.filter(({ verdict }) => verdict === 'contradicted')
    expect(contradicted.length).toBeGreaterThan(0)
    for (const { id: fact } of contradicted) expect(asked).toContain(fact)
  })

  it('has nothing that `manil check` warns of', () => {
    expect(examineReport(loaded).found.map(({ code, file, line }) => `${file}:${line} ${code}`)).toEqual([])
  })

  // Each lesson that Kakao named in its own talks and reports, by the shortcoming that states it.
  it.each([
    ['tools that turn standby into active, in one site', 'tools-in-one-site'],
    ['the failover controller in one site', 'controller-in-one-site'],
    ['keys, authentication and its cache', 'login-and-pictures-in-one-site'],
    ['object storage, its metadata, transfer of pictures', 'pictures-in-one-site'],
    ['monitoring', 'monitoring-in-one-site'],
    ['layers below the databases', 'layers-below-the-databases'],
    ['collaboration tools, and people able to restore', 'people-and-their-tools'],
    ['spare capacity for a whole site', 'spare-capacity-for-part'],
    ['command', 'no-single-command'],
    ['drills of losing a whole site', 'no-drill-of-a-whole-site'],
    ['the weakest link', 'the-weakest-link'],
  ])('states the lesson about %s in four parts', (_, shortcoming) => {
    const stated = document.shortcomings?.[shortcoming]
    for (const part of ['as-built', 'assumed-then', 'why-reasonable', 'ideal'] as const) {
      expect(stated?.[part]).toMatchObject({ ko: expect.any(String), en: expect.any(String) })
    }
    expect(stated?.sources?.length ?? 0).toBeGreaterThan(0)
    expect(stated?.actions?.length ?? 0).toBeGreaterThan(0)
  })

  it('has every action with its state and its source', () => {
    for (const [key, { status, sources }] of Object.entries(document.actions ?? {})) {
      expect([key, status]).not.toEqual([key, undefined])
      expect([key, sources?.length ?? 0]).not.toEqual([key, 0])
    }
  })

  /** Paragraphs that lead to a figure or say how to read one. */
  const leads = /^(Step through|한 단계씩|Switch conditions|조건을 켜고|We wrote|이 사례는)/

  it.each(['ko', 'en'] as const)(
    'has a fact, a source or a directive behind every paragraph in %s',
    language => {
      const blocks = loaded.narratives[language]!.text.split(/\n\s*\n/).filter(
        block => !block.startsWith('#'),
      )
      expect(blocks.length).toBeGreaterThan(40)
      const bare = blocks.filter((block, place) => {
        const next = blocks[place + 1] ?? ''
        const leadsOn = next.startsWith('- ') || next.startsWith('::')
        return !/::?[a-z-]+[[{\n]|::?[a-z-]+$/.test(block) && !leadsOn && !leads.test(block)
      })
      expect(bare).toEqual([])
    },
  )
})
