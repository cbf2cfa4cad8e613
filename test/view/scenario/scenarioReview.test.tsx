// A report about a second scenario has that scenario's events, clock, run and facts; and the figure that compares model and
// record is whole in both languages.

import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { rowsOf } from '../../../src/view/recovery/rows.js'
import { momentTexts } from '../../../src/view/replay/momentText.js'
import { ScenarioReview } from '../../../src/view/scenario/scenarioReview.js'
import { openSmall } from '../openSmall.js'

const CASE = `
case: { title: x, timezone: UTC, start: 2026-01-01 00:00, horizon: 2d }
quantities: { takeover: { value: 1m..9m, basis: { sources: [] } } }
components:
  hall: { kind: site }
  base: { kind: database, in: hall, recovery: { takes: 2h } }
  spare: { kind: component, initial: absent }
  twin: { kind: component, standby-for: base, needs: spare, recovery: { takes: takeover } }
  shop: { kind: service, needs: base or twin, title: { ko: 가게, en: Shop } }
events: { lost: { at: +1h, title: First loss, fail: [base] } }
facts:
  back: { at: +3h, text: x, changes: { shop: up } }
  gone-again: { at: 2026-02-01 09:00, text: x, changes: { shop: down }, scenario: again }
  back-again: { at: 2026-02-01 09:05, text: x, changes: { shop: up }, scenario: again }
ifs:
  second: { title: A second, components: { spare: { initial: up }, extra: { kind: tool, title: Extra } } }
scenarios:
  again: { title: Again, start: 2026-02-01 09:00, ifs: [second], events: { lost-again: { at: +0m, title: Second loss, fail: [base] } } }
`

describe('A report about a second scenario', () => {
  const report = openSmall(CASE, 'en')
  const again = report.under('again')!

  it('is opened once, leads back, and is not there for an unknown id', () => {
    expect(report.under('again')).toBe(again)
    expect(again.under('main')).toBe(report)
    expect(report.under('nope')).toBeNull()
  })

  it('has its own events, times and components', () => {
    expect(again.clock.time(0)).toBe('09:00')
    expect(again.title('extra')).toBe('Extra')
    const texts = momentTexts(again, again.model!.replay([])).map(({ title }) => title)
    expect(texts.join(' ')).toContain('Second loss')
    expect(texts.join(' ')).not.toContain('First loss')
  })

  it('holds its own record against its own run', () => {
    expect(rowsOf(report).map(({ recordText }) => recordText)).toEqual(['3 h'])
    expect(rowsOf(again).map(({ recordText }) => recordText)).toEqual(['5 min'])
    expect(again.model!.outcome('shop').downMs).toBe(3 * 60_000)
    expect(again.model!.fidelity.tests.total).toBe(1)
    expect(again.model!.wholeFidelity.byFact).toHaveLength(3)
  })
})

describe.each(['ko', 'en'] as const)('The figure in %s', language => {
  const html = renderToString(<ScenarioReview report={openSmall(CASE, language).under('again')!} />)
  const text = html.replace(/<[^>]*>/g, ' ')

  it('says the two records, and the model with and without the conditions', () => {
    for (const length of language === 'ko'
      ? ['3시간', '5분', '3분', '2시간']
      : ['3 h', '5 min', '3 min', '2 h'])
      expect(text).toContain(length)
    expect(text).not.toMatch(/undefined|NaN|null|\[object/)
  })

  it('says that what counts as agreement is longer than the outage', () => {
    expect(text).toContain(language === 'ko' ? '느슨하다' : 'that much looser')
  })
})
