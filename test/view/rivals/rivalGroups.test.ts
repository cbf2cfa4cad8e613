import { describe, expect, it } from 'vitest'
import { factEntries } from '../../../src/view/facts/factEntry.js'
import { rivalGroups } from '../../../src/view/rivals/rivalGroups.js'
import { stakeOf } from '../../../src/view/rivals/stake.js'
import { openSmall } from '../openSmall.js'

const head = 'case: { title: x, timezone: UTC, start: 2026-01-01 00:00 }'

/** `a:b` is a fact a that disputes b. Facts stand a minute apart, in the order given. */
function sides(...facts: readonly string[]): string[] {
  const lines = facts.map((text, minute) => {
    const [id, disputed] = text.split(':')
    const disputes = disputed === undefined ? '' : `, disputes: [${disputed}]`
    return `  ${id}: { at: 2026-01-01 00:${String(minute).padStart(2, '0')}, text: x${disputes} }`
  })
  const groups = rivalGroups(factEntries(openSmall(`${head}\nfacts:\n${lines.join('\n')}`)))
  return groups.map(({ left, right }) =>
    [left, right].map(side => side.map(({ id }) => id).join('')).join('|'),
  )
}

describe('Facts that dispute each other stand on two sides.', () => {
  it.each([
    [['a', 'b'], []],
    [['a:b', 'b'], ['a|b']],
    [['a', 'b:a'], ['a|b']],
    [['a:b', 'b', 'c:b'], ['ac|b']],
    [['a:c', 'b:c', 'c', 'd:a'], ['ab|cd']],
    [
      ['a:b', 'b', 'c:d', 'd'],
      ['a|b', 'c|d'],
    ],
    [['a:b', 'b:c', 'c:a'], ['a|bc']],
  ])('%j', (facts, expected) => {
    expect(sides(...facts)).toEqual(expected)
  })
})

describe('What a dispute about a time is worth to the model', () => {
  const yaml = (second: string) => `${head}
components:
  notice: { kind: channel, initial: cut }
  shop: { kind: service, initial: down, recovery: { takes: 1h, needs: notice } }
events:
  told: { at: 2026-01-01 00:40, release: [notice] }
facts:
  early: { at: 2026-01-01 00:10, text: x, claimed-by: A, disputes: [late] }
  late: { at: 2026-01-01 00:40, text: x, claimed-by: B }
ifs:
  other: { title: x, events: { told: { at: ${second} } } }
`
  it('is the run with the other time, where an if holds it against the first', () => {
    const report = openSmall(yaml('2026-01-01 00:10'))
    const stake = stakeOf(report, rivalGroups(factEntries(report))[0]!)
    expect([stake?.taken.id, stake?.other.id, stake?.most?.deltaMs]).toEqual(['late', 'early', -30 * 60_000])
  })

  it('is not said where the if takes a time that nobody claims', () => {
    const report = openSmall(yaml('2026-01-01 00:20'))
    expect(stakeOf(report, rivalGroups(factEntries(report))[0]!)).toBeNull()
  })
})
