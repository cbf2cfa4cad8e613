import { expect, test } from 'vitest'
import { keyFigures } from '../../../src/view/page/keyFigures.js'
import { openSmall } from '../openSmall.js'

// What this proves: the figures of the masthead count what was there, and a length known to the day is told to the day.

const document = `
case: { title: 규모, timezone: UTC, start: 2025-09-26 00:00, horizon: 100d }
components:
  one: { kind: site }
  two: { kind: site }
  here: { kind: hosts, in: one, count: 30 }
  wished: { kind: hosts, in: two, count: 500, initial: absent }
  portal: { kind: service, in: one, recovery: { takes: 40d } }
events:
  loss: { at: 2025-09-26 00:00, fail: { here: all, portal: 1 } }
facts:
  lost: { at: 2025-09-26 00:00, text: 멈춤, changes: { portal: down } }
  back: { at: 2025-11-05 00:00 .. 2025-11-05 23:59, text: 돌아옴, changes: { portal: up } }
`

const written = () =>
  keyFigures(openSmall(document)).map(
    ({ label, parts }) => `${label} ${parts.map(({ text }) => text).join('')}`,
  )

test('servers that were not there are not counted', () => {
  expect(written()).toContain('one의 서버 30대')
  expect(written().join()).not.toContain('500')
})

test('an outage of weeks that ends on some day is told in days', () => {
  expect(written()[0]).toMatch(/portal 약4[01]일$/)
})
