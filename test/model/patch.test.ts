// Ifs: maps merge, lists and values replace, null removes; two that set one field differently conflict; order and
// repeats change nothing.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseDocument } from '../../src/model/case.js'
import { applyIfs } from '../../src/model/patch.js'
import { document } from './notation.js'

const base = document(`
  quantities: { boot: { value: 40m, basis: { fitted: [back] } } }
  components:
    web: { kind: service, in: pangyo, needs: [a, b], recovery: { takes: 1h, batch: 2, crew: { infra: 4 } } }
    db: { kind: store, recovery: none }
  events:
    fire: { at: +0m, destroy: [web, db] }
  ifs:
    faster: { title: Faster, components: { web: { recovery: { takes: 5m } } } }
    smaller: { title: Smaller, components: { web: { recovery: { batch: 1, crew: { infra: null } } } } }
    outside: { title: Outside, components: { web: { in: null, needs: [a] } } }
    second: { title: Second, components: { web2: { kind: service, needs: web } } }
    ways: { title: Ways, components: { web: { recovery: [{ takes: 1m }] }, db: { recovery: { takes: 2m } } } }
    later: { title: Later, events: { fire: { destroy: [web] } }, quantities: { boot: { value: 5m } } }
    gone: { title: Gone, components: { db: null } }
    same: { title: Same, components: { web: { recovery: { takes: 5m } } } }
    pair: { title: Pair, requires: [faster], excludes: [outside], components: { web: { count: 2 } } }
    known: { title: Known, quantities: { boot: { basis: { sources: [report] } } } }
    nothing: { title: Nothing, components: { web: { recovery: { takes: 1h } } } }
`)

/** A part of the patched document, as plain data. */
function patched(ids: string[], part: (all: CaseDocument) => unknown) {
  const { document: after, problems } = applyIfs(base, ids)
  expect(problems).toEqual([])
  return JSON.parse(JSON.stringify(part(after) ?? null))
}

describe('one if', () => {
  it.each([
    ['faster', { takes: '5m', batch: 2, crew: { infra: 4 } }],
    ['smaller', { takes: '1h', batch: 1, crew: {} }],
    ['ways', [{ takes: '1m' }]],
  ])('%s', (id, recovery) => {
    expect(patched([id], all => all.components?.web?.recovery)).toEqual(recovery)
  })

  it('removes with null and replaces lists', () => {
    expect(patched(['outside'], all => all.components?.web)).toMatchObject({ needs: ['a'] })
    expect(patched(['outside'], all => all.components?.web)).not.toHaveProperty('in')
    expect(patched(['gone'], all => Object.keys(all.components ?? {}))).toEqual(['web'])
    expect(patched(['later'], all => [all.events?.fire?.destroy, all.quantities?.boot?.value])).toEqual([
      ['web'],
      '5m',
    ])
  })

  it('replaces a basis as a whole: it is one statement', () => {
    expect(patched(['known'], all => all.quantities?.boot)).toEqual({
      value: '40m',
      basis: { sources: ['report'] },
    })
  })

  it('takes the place of what is no map', () => {
    expect(patched(['ways'], all => all.components?.db?.recovery)).toEqual({ takes: '2m' })
  })

  it('adds at the end, so that the order of what was there stays', () => {
    expect(patched(['second'], all => Object.keys(all.components ?? {}))).toEqual(['web', 'db', 'web2'])
  })

  it('says which paths it changes, and not those it sets to what they were', () => {
    expect(applyIfs(base, ['smaller']).changed.map(path => path.join('.'))).toEqual([
      'components.web.recovery.batch',
      'components.web.recovery.crew.infra',
    ])
    expect(applyIfs(base, ['nothing']).changed).toEqual([])
  })

  it('leaves the document it was given as it was', () => {
    const before = JSON.stringify(base)
    applyIfs(base, ['faster', 'smaller', 'second', 'gone'])
    expect(JSON.stringify(base)).toBe(before)
  })
})

describe('several ifs', () => {
  it.each([
    [
      ['faster', 'ways'],
      ['faster', 'ways', 'components.web.recovery'],
    ],
    [
      ['faster', 'nothing'],
      ['faster', 'nothing', 'components.web.recovery.takes'],
    ],
  ])('%j conflict', (ids, [first, second, field]) => {
    expect(applyIfs(base, ids).problems).toMatchObject([
      { code: 'if-conflict', values: { first, second, field } },
    ])
  })

  it('that agree, or touch different fields, do not conflict', () => {
    expect(applyIfs(base, ['faster', 'same', 'smaller', 'second', 'later']).problems).toEqual([])
  })

  it('may require and exclude each other', () => {
    expect(applyIfs(base, ['pair']).problems).toMatchObject([
      { code: 'if-requires', values: { id: 'pair', other: 'faster' } },
    ])
    expect(applyIfs(base, ['pair', 'faster']).problems).toEqual([])
    expect(applyIfs(base, ['pair', 'faster', 'outside']).problems).toMatchObject([{ code: 'if-excludes' }])
  })

  it('that do not exist are named, with what was meant', () => {
    expect(applyIfs(base, ['fastr']).problems).toMatchObject([{ code: 'unknown-id', suggestion: 'faster' }])
    expect(applyIfs(base, ['constructor']).problems).toMatchObject([{ code: 'unknown-id' }])
  })

  it('give the same in any order, and twice the same as once', () => {
    const ids = fc.subarray(Object.keys(base.ifs ?? {}))
    fc.assert(
      fc.property(
        ids.chain(some =>
          fc.tuple(
            fc.constant(some),
            fc.shuffledSubarray([...some, ...some], { minLength: some.length * 2 }),
          ),
        ),
        ([some, mixed]) => {
          expect(JSON.stringify(applyIfs(base, mixed))).toBe(JSON.stringify(applyIfs(base, some)))
        },
      ),
    )
  })
})
