import fc from 'fast-check'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { fitText, textWidth, wrapText } from '../../../src/layout/textWidth.js'
import type { CaseDocument } from '../../../src/model/case.js'
import { together, toggled, withRequired } from '../../../src/view/ifs/combination.js'
import { IfPanel } from '../../../src/view/ifs/ifPanel.js'
import { staircaseOf } from '../../../src/view/path/stairs.js'
import { brokenAxis, HOUR } from '../../../src/view/recovery/brokenAxis.js'
import { pointsOf } from '../../../src/view/recovery/chart.js'
import { Recovery } from '../../../src/view/recovery/recovery.js'
import { rowsOf } from '../../../src/view/recovery/rows.js'
import { recordOf } from '../../../src/view/recovery/serviceRecord.js'
import { disagreements } from '../../../src/view/replay/disagreement.js'
import { momentAddress, readOffset } from '../../../src/view/replay/momentAddress.js'
import { Replay } from '../../../src/view/replay/replay.js'
import { snapshot } from '../../../src/view/replay/states.js'
import { openReport } from '../../../src/view/report.js'
import { choose, openState, worstMoment } from '../../../src/view/reportState.js'
import { readChoice, writeChoice } from '../../../src/web/addressHash.js'
import { smallData, smallReport } from './smallCase.js'

// What this proves: figures say what the runs say, their parts add up, and a reader's choice is kept, refused or completed
// as the case demands.

describe('a report', () => {
  test('is the same from data that went through a page', async () => {
    const data = await smallData()
    const again = openReport(JSON.parse(JSON.stringify(data)))
    const state = (report: typeof again) => ({ state: openState(report) })
    const report = openReport(data)
    expect(render(<Replay report={again} {...state(again)} />)).toBe(
      render(<Replay report={report} {...state(report)} />),
    )
  })

  test('without a model has no figures, and does not fail', async () => {
    const facts = await smallData(
      'ko',
      ({ components, events, ifs, objectives, facts, ...rest }) => rest as CaseDocument,
    )
    const report = openReport(facts)
    expect(report.model).toBeNull()
    expect(render(<IfPanel report={report} />)).toBe('')
    expect(render(<Recovery report={report} />)).toBe('')
    expect(openState(report).moment.value).toBe(0)
  })

  test('of a component called constructor has its title, and none for what is not there', async () => {
    const data = await smallData('en', document => ({
      ...document,
      components: { ...document.components, constructor: { kind: 'tool', title: 'A builder' } },
    }))
    const report = openReport(data)
    expect(report.title('constructor')).toBe('A builder')
    expect(report.title('toString')).toBe('toString')
  })
})

describe('the replay', () => {
  test('opens at the moment with the most services down', async () => {
    const report = await smallReport()
    const moment = report.model!.moments[worstMoment(report) - 1]!
    const shown = snapshot(report.model!.replay([]), moment.timeMs)
    expect(shown.stateOf('chat')).toBe('down')
    expect(shown.stateOf('photos')).toBe('down')
    expect(shown.stateOf('search')).toBe('up')
  })

  test('draws a standby as waiting, what is not there as absent, servers by their units', async () => {
    const report = await smallReport()
    const replayed = report.model!.replay([])
    const before = snapshot(replayed, null)
    expect(before.stateOf('chat@west')).toBe('waiting')
    expect(before.stateOf('east.wall')).toBe('absent')
    expect(before.stateOf('east.hosts')).toBe('up')
    const half = snapshot(replayed, 10 * HOUR)
    expect(half.stateOf('east.hosts')).toBe('impaired')
    expect(half.levelOf('east.hosts')).toBe(1000)
  })

  test('stays at its time when ifs change the moments', async () => {
    const report = await smallReport()
    const state = openState(report)
    state.moment.value = report.model!.moments.length
    const timeMs = report.model!.moments.at(-1)!.timeMs
    choose(report, state, ['tool-elsewhere'])
    const { moments } = report.model!.replay(['tool-elsewhere'])
    expect(moments[state.moment.value - 1]!.timeMs).toBeLessThanOrEqual(timeMs)
    expect(moments[state.moment.value]?.timeMs ?? Number.POSITIVE_INFINITY).toBeGreaterThan(timeMs)
  })

  test('with ifs has no moments that only the record knows', async () => {
    const report = await smallReport()
    const { moments } = report.model!.replay(['wall'])
    expect(moments.flatMap(moment => moment.facts)).toEqual([])
  })
})

describe('ifs', () => {
  test('what one requires comes with it, and goes with what it rests on', async () => {
    const report = await smallReport('en')
    const on = toggled(report, [], 'trained')
    expect(on.ifs).toEqual(['trained', 'more-operators'])
    expect(on.said).toContain('Had there been twice the people')
    const off = toggled(report, on.ifs, 'more-operators')
    expect(off.ifs).toEqual([])
    expect(off.said).toContain('Had there been drills')
  })

  test('one alone means with what it requires', async () => {
    const report = await smallReport()
    expect(withRequired(report, 'trained')).toEqual(['trained', 'more-operators'])
    const html = render(<IfPanel report={report} />)
    const row = html.slice(html.indexOf('훈련을 했더라면')).split('class="ifrow"')[0]!
    expect(row).toContain('data-v="contradicted"')
  })

  test('one that another excludes is refused, in either order', async () => {
    const report = await smallReport('en')
    expect(toggled(report, ['tool-elsewhere'], 'no-tool')).toMatchObject({ ifs: ['tool-elsewhere'] })
    expect(toggled(report, ['no-tool'], 'tool-elsewhere').said).toContain('Had there been no tool')
  })

  test('two that set one thing differently are refused, and both are named', async () => {
    const report = await smallReport('en')
    const { ifs, said } = toggled(report, ['more-operators'], 'fewer-operators')
    expect(ifs).toEqual(['more-operators'])
    expect(said).toContain('twice')
    expect(said).toContain('three times')
  })

  test('as many as stand together can always be run together', async () => {
    const report = await smallReport()
    const all = together(report, report.ifs)
    expect(report.model!.replay(all).failed).toBe(false)
    expect(all.length).toBeGreaterThan(2)
  })

  test('the panel says the verdicts of the runs', async () => {
    const report = await smallReport('en')
    const state = openState(report)
    choose(report, state, ['wall'])
    const html = render(<IfPanel report={report} state={state} />)
    expect(html).toContain('Chat does not go down.')
    expect(report.model!.judge(['wall']).verdicts.every(verdict => verdict.after.downMs === 0)).toBe(true)
  })
})

describe('the recovery chart', () => {
  test('takes the record from facts: bounds, ranges, and where a start is shared', async () => {
    const report = await smallReport()
    expect(recordOf(report, 'chat')).toMatchObject({
      startMs: HOUR / 12,
      ownStart: true,
      end: { kind: 'by' },
    })
    const photos = recordOf(report, 'photos')!
    expect(photos.ownStart).toBe(false)
    expect(photos.end.toMs).toBe(72 * HOUR)
    expect(recordOf(report, 'search')).toBeNull()
  })

  test('every bar of the model is as long as its outage', async () => {
    const report = await smallReport()
    const rows = rowsOf(report)
    const axis = brokenAxis(pointsOf(report, rows), 330, 1112, 34)
    const html = render(<Recovery report={report} />)
    const wide = html.slice(html.indexOf('chart wide'), html.indexOf('chart tall'))
    for (const row of rows) {
      const group = wide
        .slice(wide.indexOf(`data-component="${row.component}"`))
        .split('<g class="service')[0]!
      const widths = [...group.matchAll(/class="model" x="[\d.]+" y="[\d.]+" width="([\d.]+)"/g)].map(match =>
        Number(match[1]),
      )
      const expected = row.model.down.map(({ fromMs, toMs }) => axis.x(toMs) - axis.x(fromMs))
      expect(widths).toHaveLength(expected.length)
      for (const [place, width] of widths.entries()) expect(width).toBeCloseTo(expected[place]!, 0)
    }
  })

  test('an axis keeps order and scale across its breaks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 12 }), hours => {
        const points = hours.map(hour => hour * HOUR)
        const axis = brokenAxis(points, 100, 900, 30)
        const sorted = [...points].sort((a, b) => a - b)
        expect(axis.x(axis.fromMs)).toBeCloseTo(100, 6)
        expect(axis.x(axis.toMs)).toBeCloseTo(900, 6)
        for (let place = 1; place < sorted.length; place++) {
          const [a, b] = [sorted[place - 1]!, sorted[place]!]
          expect(axis.x(b)).toBeGreaterThanOrEqual(axis.x(a))
          const broken = axis.breaks.some(one => one.fromMs >= a && one.toMs <= b)
          if (!broken) expect(axis.x(b) - axis.x(a)).toBeCloseTo(((b - a) / HOUR) * axis.perHour, 6)
          for (const one of axis.breaks)
            expect(sorted.some(point => point > one.fromMs && point < one.toMs)).toBe(false)
        }
      }),
    )
  })
})

describe('the recovery path', () => {
  test('its steps follow each other without a gap and add up to the record', async () => {
    const report = await smallReport()
    const { stairs, record } = staircaseOf(report, 'photos')!
    for (let place = 1; place < stairs.length; place++)
      expect(stairs[place]!.fromMs).toBe(stairs[place - 1]!.toMs)
    const sum = stairs.reduce((total, stair) => total + stair.toMs - stair.fromMs, 0)
    expect(sum).toBe(record!.end.toMs! - stairs[0]!.fromMs)
    expect(stairs.at(-1)!.kind).toBe('gap')
  })

  test('names the ifs that remove a step, and those that shorten it', async () => {
    const report = await smallReport()
    const { stairs } = staircaseOf(report, 'photos')!
    const mended = stairs[0]!
    expect(mended.removedBy).toEqual(['wall'])
    const byHand = stairs.find(stair => stair.shortenedBy.length > 0)!
    expect(byHand.shortenedBy.map(({ id }) => id)).toContain('more-operators')
  })

  test('is not there for what never goes down', async () => {
    expect(staircaseOf(await smallReport(), 'search')).toBeNull()
  })
})

describe('texts', () => {
  const texts = fc.array(
    fc.constantFrom('서버', 'Automatic', '5 %', '가·나', 'a/b', '데이터센터들', 'switchboard'),
    { minLength: 1, maxLength: 8 },
  )

  test('a wrapped text is never wider than its room, nor longer than its lines', () => {
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 40, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (words, width, most) => {
          const lines = wrapText(words.join(' '), width, 13, most, 600)
          expect(lines.length).toBeLessThanOrEqual(most)
          for (const line of lines) expect(textWidth(line, 13, 600)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })

  test('what fits is not cut', () => {
    expect(fitText('서버', 100, 13)).toBe('서버')
    expect(wrapText('급전 1 (40 %)', 300, 13, 2)).toEqual(['급전 1 (40\u00a0%)'])
  })
})

describe('the address', () => {
  test('carries a choice there and back, with what others keep in it', () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9-_.@]{0,8}$/)
    fc.assert(
      fc.property(
        fc.uniqueArray(id, { maxLength: 4 }),
        fc.constantFrom(undefined, null, 0, 1, 999, 60_000, 5_580_000, 458_580_123),
        fc.option(id),
        fc.constantFrom([], [['have', 'a b&c=d'] as const]),
        (ifs, timeMs, to, others) => {
          const choice = { ifs, timeMs, to, others }
          const hash = writeChoice(choice)
          if (ifs.length === 0 && timeMs === undefined && others.length === 0)
            expect(hash).toBe(to === null ? '' : `#${to}`)
          else expect(readChoice(hash)).toEqual(choice)
        },
      ),
    )
  })

  test('names a time that stays when facts are added', () => {
    expect(momentAddress(5_580_000)).toBe('at=1h33m')
    expect(momentAddress(0)).toBe('at=0s')
    expect(momentAddress(null)).toBe('at=before')
    for (const text of ['', 'yesterday', '1h 33m', '33', '-1h', '1m1h'])
      expect(readOffset(text)).toBeUndefined()
  })

  test('that names a place in the page is no choice', () => {
    expect(readChoice('#fact-fire')).toBeNull()
    expect(readChoice('')).toBeNull()
  })
})

describe('record against model in the picture', () => {
  test('a disagreement is drawn only while the record says something for certain', async () => {
    const report = await smallReport()
    const replayed = report.model!.replay([])
    const at = (hours: number) => disagreements(report, snapshot(replayed, hours * HOUR))
    // The record has photos back on the fourth day; the model has them back on the first.
    expect(at(20).get('photos')).toBe('down')
    expect(at(73).has('photos')).toBe(false)
    // Chat is back "by" 20:30, so between its loss and then the record claims nothing.
    expect(at(10.5).has('chat')).toBe(false)
  })
})
