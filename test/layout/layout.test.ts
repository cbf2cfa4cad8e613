import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrange } from '../../src/layout/arrangement.js'
import type { Layout, Placed } from '../../src/layout/drawing.js'
import { orderSystem } from '../../src/layout/orderedSystem.js'
import type { Node, SystemGraph } from '../../src/layout/systemGraph.js'
import { tallLayout } from '../../src/layout/tall.js'
import { wideLayout } from '../../src/layout/wide.js'

// What this proves: whatever the system, no two boxes of a picture overlap, everything stands inside what it stands in and
// inside the picture, no line passes under a box, and the same system gives the same picture.

const KINDS = [
  'utility',
  'ups',
  'feed',
  'hosts',
  'store',
  'tool',
  'service',
  'component',
  'barrier',
  'team',
  'site',
]
const WORDS = [
  '서버',
  '오브젝트 스토리지와 그 메타데이터',
  'Feed',
  'Automatic server deploy tool',
  '수배전반',
  'switchboard',
  'a·b/c',
]

/** Systems of up to 26 components; containers come before what is in them, so `in` has no loop. */
const systems: fc.Arbitrary<SystemGraph> = fc.integer({ min: 1, max: 26 }).chain(size =>
  fc
    .tuple(
      fc.array(
        fc.record({
          kind: fc.constantFrom(...KINDS),
          words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }),
          within: fc.option(fc.nat(), { nil: null, freq: 2 }),
          count: fc.constantFrom(1, 1, 2, 30, 400, 16000),
          absent: fc.boolean(),
          standby: fc.boolean(),
        }),
        { minLength: size, maxLength: size },
      ),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }),
    )
    .map(([drafts, needs, recovery]) => {
      const nodes = drafts.map(
        (draft, place): Node => ({
          id: `c${place}`,
          kind: draft.kind,
          title: draft.words.join(' '),
          within: draft.within === null || place === 0 ? null : `c${draft.within % Math.min(place, 5)}`,
          count: draft.count,
          absent: draft.absent,
          standby: draft.standby,
        }),
      )
      const edges = (pairs: readonly (readonly [number, number])[]) =>
        pairs
          .map(([from, to]) => ({ from: `c${from % nodes.length}`, to: `c${to % nodes.length}` }))
          .filter(edge => edge.from !== edge.to)
      return { nodes, needs: edges(needs), recovery: edges(recovery) }
    }),
)

const layoutsOf = (graph: SystemGraph) => {
  const arrangement = arrange(orderSystem(graph))
  return { wide: wideLayout(arrangement), tall: tallLayout(arrangement) }
}

describe('layout', () => {
  test('boxes do not overlap, and stand inside what they stand in', () => {
    fc.assert(
      fc.property(systems, graph => {
        const parentOf = new Map(graph.nodes.map(node => [node.id, node.within]))
        for (const layout of Object.values(layoutsOf(graph))) {
          expect(layout.placed.map(one => one.component).sort()).toEqual(
            graph.nodes.map(node => node.id).sort(),
          )
          for (const one of layout.placed) {
            expect(inside(one, { x: -0.01, y: 0, width: layout.width + 0.02, height: layout.height })).toBe(
              true,
            )
            const parent = layout.placed.find(other => other.component === parentOf.get(one.component))
            if (parent !== undefined) expect(inside(one, parent)).toBe(true)
          }
          expect(overlaps(layout, parentOf)).toEqual([])
        }
      }),
      { numRuns: 100 },
    )
  })

  test('a line of need passes under no box', () => {
    fc.assert(
      fc.property(systems, graph => {
        const { wide } = layoutsOf(graph)
        expect(crossings(wide)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('the same system gives the same picture', () => {
    fc.assert(
      fc.property(systems, graph => {
        expect(layoutsOf(graph)).toEqual(layoutsOf(graph))
      }),
      { numRuns: 20 },
    )
  })
})

type Area = Pick<Placed, 'x' | 'y' | 'width' | 'height'>

const inside = (a: Area, b: Area) =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height

/** Pairs that overlap though neither stands in the other. */
function overlaps(layout: Layout, parentOf: ReadonlyMap<string, string | null>): string[] {
  const within = (id: string, container: string): boolean => {
    const parent = parentOf.get(id) ?? null
    return parent !== null && (parent === container || within(parent, container))
  }
  const found: string[] = []
  layout.placed.forEach((a, place) => {
    for (const b of layout.placed.slice(place + 1)) {
      if (within(a.component, b.component) || within(b.component, a.component)) continue
      const apart =
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
      if (!apart) found.push(`${a.component} ${b.component}`)
    }
  })
  return found
}

/** Stretches of a line that run through the inside of a box. */
function crossings(layout: Layout): string[] {
  const boxes = layout.placed.filter(one => !one.container)
  const found: string[] = []
  for (const line of layout.lines) {
    if (line.of !== 'needs') continue
    for (let place = 1; place < line.points.length; place++) {
      const [a, b] = [line.points[place - 1]!, line.points[place]!]
      for (const box of boxes) {
        const crosses =
          Math.min(a[0], b[0]) < box.x + box.width - 0.5 &&
          Math.max(a[0], b[0]) > box.x + 0.5 &&
          Math.min(a[1], b[1]) < box.y + box.height - 0.5 &&
          Math.max(a[1], b[1]) > box.y + 0.5
        if (crosses) found.push(`${line.from}→${line.to} under ${box.component}`)
      }
    }
  }
  return found
}
