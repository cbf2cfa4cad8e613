import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { textWidth } from '../../../src/layout/textWidth.js'
import { openClock } from '../../../src/view/clock.js'
import { clockTicks } from '../../../src/view/path/clockAxis.js'
import { Recovery } from '../../../src/view/recovery/recovery.js'
import { momentTexts } from '../../../src/view/replay/momentText.js'
import { ticksOf } from '../../../src/view/replay/ticks.js'
import { openSmall } from '../openSmall.js'

// What this proves: an outage of weeks is told in days. Its axes count in days and no name on them is written over another, a
// day in another month says which, and a fact of which only the day is known is given no hour.

const HOUR = 3_600_000
const DAY = 24 * HOUR
const start = Date.UTC(2025, 8, 26, 10, 9)

const weeks = `
case: { title: 여러 주, timezone: Asia/Seoul, start: 2025-09-26 19:09, horizon: 100d }
components:
  site: { kind: site }
  first: { kind: service, in: site, recovery: { takes: 20d } }
  last: { kind: service, in: site, recovery: { takes: 90d } }
events:
  loss: { at: 2025-09-26 20:00, fail: [first, last] }
facts:
  lost: { at: 2025-09-26 20:00, text: 멈춤, changes: { first: down, last: down } }
  first-back: { at: 2025-10-17 00:00 .. 2025-10-17 23:59, text: 하나, changes: { first: up } }
  by-then: { at: by 2025-11-14 23:59, text: 그때까지, changes: { first: up } }
  last-back: { at: 2025-12-30 00:00 .. 2025-12-30 23:59, text: 모두, changes: { last: up } }
`

test('a day in the month of the start is a number, in another month it says which', () => {
  const ko = openClock(start, 'Asia/Seoul', 'ko')
  const en = openClock(start, 'Asia/Seoul', 'en')
  expect([0, 20 * DAY].map(ko.dayTime)).toEqual(['26일 19:09', '10월 16일 19:09'])
  expect([0, 20 * DAY].map(ko.day)).toEqual(['26일 금', '10월 16일'])
  expect([0, 20 * DAY].map(en.day)).toEqual(['Fri 26', '16 Oct'])
  expect(ko.after(20 * DAY, 19 * DAY)).toBe('10월 16일 19:09')
})

test('the clock of the world says a month where it changes, and not on every day', () => {
  const world = openClock(0, 'Asia/Seoul', 'ko')
  expect(world.after(start + DAY, start)).toBe('27일 19:09')
  expect(world.after(start + 20 * DAY, start)).toBe('10월 16일 19:09')
})

test('names on a clock axis keep apart, however long the outage', () => {
  for (const language of ['ko', 'en'] as const) {
    const clock = openClock(start, 'Asia/Seoul', language)
    for (const days of [1, 3, 10, 30, 95, 200]) {
      const ticks = clockTicks(clock, 0, days * DAY, 542, 74)
      expect(ticks.length).toBeGreaterThan(1)
      for (let place = 1; place < ticks.length; place++) {
        const apart = ((ticks[place]!.ms - ticks[place - 1]!.ms) / (days * DAY)) * 542
        expect(apart).toBeGreaterThan(textWidth(ticks[place]!.label, 13, 600))
      }
    }
  }
})

test('the chart of recovery counts in days', () => {
  const html = render(<Recovery report={openSmall(weeks)} />)
  const wide = html.slice(html.indexOf('chart wide'), html.indexOf('chart middle'))
  const labels = [...wide.matchAll(/<text class="axis"[^>]*>([^<]+)</g)].map(found => found[1])
  expect(labels.some(label => /^\d+일$/.test(label ?? ''))).toBe(true)
  expect(labels.every(label => Number.parseInt(label ?? '', 10) <= 100)).toBe(true)
  expect(wide).toContain('94–95일')
  const hours = [...wide.matchAll(/(\d+)시간/g)].map(found => Number(found[1]))
  expect(Math.max(0, ...hours)).toBeLessThan(240)
})

test('a fact of which only the day is known is given no hour', () => {
  const report = openSmall(weeks)
  const moments = momentTexts(report, report.model!.replay([]))
  const back = moments.find(({ title }) => title === '모두')!
  expect(back).toMatchObject({ when: '12월 30일', tick: '', since: '' })
  expect(moments.find(({ title }) => title === '그때까지')).toMatchObject({ when: '11월 14일', tick: '' })
  expect(moments.map(({ when }) => when).join()).not.toMatch(/[12][13]:59/)
  const tick = ticksOf(moments, report.clock.day)[moments.indexOf(back)]
  expect(tick?.day).toBe('12월 30일')
})
