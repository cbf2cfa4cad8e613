import { eachComponent } from '../../engine/expression.js'
import type { SystemPictures } from '../../layout/drawing.js'
import {
  type FoldingSystem,
  foldedPictures,
  foldingSystem,
  openablePlaces,
} from '../../layout/foldedPictures.js'
import { orderSystem } from '../../layout/orderedSystem.js'
import { type BundleTitles, placesOf } from '../../layout/places.js'
import { type SystemGraph, systemGraph } from '../../layout/systemGraph.js'
import { oncePerReport } from '../remembered.js'
import type { Model, Replayed, Report } from '../report.js'

/** The drawings of one run's system, with what can be opened and folded in them. */
export interface FoldedDrawing {
  readonly pictures: SystemPictures
  /** Places that hold others, outermost first. `open`: drawn with what is in it. `shown`: it stands in the picture itself. */
  readonly places: readonly {
    readonly id: string
    readonly title: string
    readonly open: boolean
    readonly shown: boolean
  }[]
  /** Something is folded, or the reader has opened or folded something. */
  readonly folds: boolean
}

interface Known {
  readonly key: string
  readonly system: FoldingSystem
  readonly drawings: Map<string, FoldedDrawing>
}

/** Drawings of a report that are kept, for each system and each choice of places: the newest of them. */
const KEPT_SYSTEMS = 24
const KEPT_DRAWINGS = 24

/** The systems of a report that were laid out, the one without ifs first. */
const systemsOf = oncePerReport((report: Report): Map<string, Known> => {
  const { model } = report
  const systems = new Map<string, Known>()
  if (model === null) return systems
  const { compiled, scenario } = model.session.with([], report.scenario)
  const graph = systemGraph({ ...compiled, system: scenario.system }, report.language)
  const key = keyOf(graph)
  const system = foldingSystem(orderSystem(graph), titlesOf(report), interestIn(report))
  return systems.set(key, { key, system, drawings: new Map() })
})

/**
 * The pictures of a run's system. `turned`: places that the reader has opened, or folded, against how they stand at first. Null
 * where there is nothing to draw.
 */
export function drawingOf(
  report: Report,
  replayed: Replayed,
  turned: ReadonlySet<string>,
): FoldedDrawing | null {
  if (replayed.ids.length === 0) return null
  const { system, drawings } = knownSystem(report, replayed)
  const key = [...turned].sort().join('\n')
  const before = drawings.get(key)
  if (before !== undefined) return before
  const isOpen = (place: string) => system.openAtFirst.has(place) !== turned.has(place)
  const pictures = foldedPictures(system, isOpen)
  const drawn = new Set(
    pictures.wide.placed.flatMap(({ node }) => [node.id, ...(node.opens === undefined ? [] : [node.opens])]),
  )
  const places = [
    ...openablePlaces(system.places).map(({ node, leaves }) => ({
      id: node.id,
      title: report.words.folds.bundle(node.title, leaves.length),
      shown: drawn.has(node.id),
    })),
    ...system.tails.map(({ id, within, column, members }) => ({
      id,
      title: report.words.folds.tail(
        within === null ? '' : report.title(within),
        report.words.columns[column],
        members.length,
      ),
      shown: isOpen(id) ? members.some(member => drawn.has(member)) : drawn.has(id),
    })),
  ].map(place => ({ ...place, open: isOpen(place.id) }))
  const drawing = { pictures, places, folds: turned.size > 0 || places.some(({ open }) => !open) }
  forgetOldest(drawings, KEPT_DRAWINGS)
  drawings.set(key, drawing)
  return drawing
}

/** The system of a run, laid out once. Where ifs change it, what stood there without them keeps its place. */
function knownSystem(report: Report, replayed: Replayed): Known {
  const systems = systemsOf(report)
  const [base] = systems.values()
  const { document, ids, run } = replayed
  const shapes = new Map(base?.system.ordered.graph.nodes.map(node => [node.id, node.absent]))
  const written = systemGraph({ ids, document, system: run.system }, report.language)
  // A box keeps the shape that it has without ifs, also where they put there what was absent.
  const graph: SystemGraph = {
    ...written,
    nodes: written.nodes.map(node => ({ ...node, absent: shapes.get(node.id) ?? node.absent })),
  }
  const key = keyOf(graph)
  const before = systems.get(key)
  if (before !== undefined) return before
  const titles = titlesOf(report)
  const ordered = orderSystem(graph, base?.system.ordered)
  const places = placesOf(graph, ordered.columnOf, titles)
  const there = new Set(openablePlaces(base?.system.places ?? []).map(({ node }) => node.id))
  const openAtFirst = new Set(base?.system.openAtFirst)
  for (const { node } of openablePlaces(places)) if (!there.has(node.id)) openAtFirst.add(node.id)
  const tails = base?.system.tails ?? []
  const known: Known = { key, system: { ordered, places, tails, titles, openAtFirst }, drawings: new Map() }
  if (systems.size >= KEPT_SYSTEMS) systems.delete([...systems.keys()][1] ?? '')
  systems.set(key, known)
  return known
}

const keyOf = (graph: SystemGraph) => JSON.stringify(graph)

function forgetOldest(kept: Map<string, unknown>, most: number): void {
  if (kept.size >= most) kept.delete(kept.keys().next().value ?? '')
}

const titlesOf = oncePerReport((report: Report): BundleTitles => {
  const { folds } = report.words
  return {
    range: folds.range,
    column: (column, count) => folds.bundle(report.words.columns[column], count),
    place: folds.bundle,
    rest: folds.rest,
  }
})

/** What matters in an outage: what events act on, what goes down, what users see, and what many of those services need. */
function interestIn(report: Report): (component: string) => number {
  const { model } = report
  const weights = new Map<string, number>()
  if (model === null) return () => 0
  const add = (id: string | undefined, weight: number) => {
    if (id !== undefined) weights.set(id, (weights.get(id) ?? 0) + weight)
  }
  const { ids } = model.session.compiled
  for (const index of new Set(model.run.changes.map(change => change.component))) add(ids[index], 1)
  for (const id of model.services) {
    const { downMs } = model.outcome(id)
    add(
      id,
      2 +
        (downMs > 0 ? 1 : 0) +
        Math.min(4, Math.log10(1 + (model.session.document.components?.[id]?.users ?? 0)) / 2),
    )
  }
  for (const event of model.scenario.scenario.events)
    for (const index of [...event.destroy, ...event.fail.map(({ component }) => component), ...event.cut])
      add(ids[index], 5)
  if (ids.length <= mostReached)
    for (const [index, services] of reachOf(model).entries()) add(ids[index], services / 4)
  return id => weights.get(id) ?? 0
}

/** Up to so many components it is worked out how many services need each. */
const mostReached = 2000

/** By component: how many services need it, directly or not. */
function reachOf({ session, services }: Model): readonly number[] {
  const { components } = session.compiled.main.system
  const needed = components.map(({ needs }) => {
    const found: number[] = []
    if (needs !== null) eachComponent(needs, index => found.push(index))
    return found
  })
  const reach = components.map(() => 0)
  for (const id of services.slice(0, 100)) {
    const seen = new Set<number>()
    const waiting = [session.compiled.indexOf.get(id) ?? -1]
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      for (const other of needed[index] ?? []) {
        if (seen.has(other)) continue
        seen.add(other)
        reach[other] = (reach[other] ?? 0) + 1
        waiting.push(other)
      }
    }
  }
  return reach
}
