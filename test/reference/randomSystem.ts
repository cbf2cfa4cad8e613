import fc from 'fast-check'
import type { WrittenComponent, WrittenEvent, WrittenSystem, WrittenWork } from './document.js'
import {
  type ActSketch,
  type ComponentSketch,
  type EventSketch,
  type ExpressionSketch,
  type Leaning,
  sketchOf,
  type WorkSketch,
} from './sketch.js'

/** Ids whose order differs from the order in which they are drawn; capitals come before small letters. */
const IDS = ['m', 'c', 'T', 'b-1', 'z', 'a.x', 'k@w', 'f_2']
const EVENT_IDS = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7']

const everything: Leaning = {
  in: 15,
  needs: 30,
  holdup: 25,
  ownRecovery: 70,
  standbyFor: 12,
  team: 30,
  several: 45,
  crew: 50,
  workNeeds: 45,
  batch: 60,
  atOnce: 50,
}

/** Many batches of several ways that compete for few people. */
const crowds: Leaning = {
  ...everything,
  in: 5,
  needs: 10,
  holdup: 5,
  ownRecovery: 90,
  standbyFor: 5,
  several: 80,
  crew: 80,
  batch: 90,
  atOnce: 80,
}

/** Much that hangs on much, with buffers and standbys. */
const chains: Leaning = {
  ...everything,
  in: 25,
  needs: 65,
  holdup: 60,
  standbyFor: 30,
  several: 20,
  crew: 20,
  batch: 20,
  atOnce: 20,
}

/** Small systems with a scenario that use every part of the rules, and in which times often coincide. */
export const randomSystem: fc.Arbitrary<WrittenSystem> = fc
  .oneof(...[everything, crowds, chains].map(leaning => sketchOf(leaning, IDS.length, EVENT_IDS.length)))
  .map(({ components, events }) => new Writer(components, events).system())

/** Writes a sketch in the words of the case format. */
class Writer {
  private readonly ids: string[]
  private readonly teams: string[]
  /** What stands by itself: most work needs that, or it would hardly ever begin. */
  private readonly steady: string[]
  /** What some work takes time for, and what some work that takes time needs: where events are aimed. */
  private readonly workers = new Set<string>()
  private readonly tools = new Set<string>()
  private readonly wereCut = new Set<string>()
  private readonly wereLost = new Set<string>()

  constructor(
    private readonly components: ComponentSketch[],
    private readonly events: EventSketch[],
  ) {
    this.ids = IDS.slice(0, components.length)
    this.teams = this.ids.filter((_, index) => components[index]!.isTeam)
    this.steady = this.ids.filter((_, index) => isSteady(components[index]!))
  }

  system(): WrittenSystem {
    const components = this.components.map((sketch, index) => ({
      rank: sketch.rank,
      id: this.ids[index]!,
      written: this.component(sketch, index),
    }))
    const events = this.events.map((sketch, index) => ({
      rank: sketch.rank,
      id: EVENT_IDS[index]!,
      written: this.event(sketch, index),
    }))
    return { components: inOrderOfRank(components), events: inOrderOfRank(events) }
  }

  private count(id: string): number {
    const { count, isTeam } = this.components[this.ids.indexOf(id)]!
    return isTeam ? Math.min(1 + count, 4) : count
  }

  private component(sketch: ComponentSketch, index: number): WrittenComponent {
    const id = this.ids[index]!
    const earlier = this.ids.slice(0, index)
    const others = this.ids.filter((_, place) => place !== index)
    const standbyFor = sketch.standbyFor === undefined ? undefined : pick(others, sketch.standbyFor)
    const mustRecover = standbyFor !== undefined || sketch.initial === 'down'
    const recovery =
      mustRecover && typeof sketch.recovery !== 'object'
        ? [{ takes: '10m' }]
        : this.recovery(sketch.recovery, others)
    if (
      [recovery].flat().some(way => typeof way === 'object' && way.takes !== undefined && way.takes !== '0s')
    ) {
      this.workers.add(id)
    }
    return defined<WrittenComponent>({
      kind: sketch.isTeam ? 'team' : 'component',
      in: sketch.in === undefined || index === 0 ? undefined : pick(earlier, sketch.in),
      count: this.count(id) === 1 ? undefined : this.count(id),
      needs: sketch.needs && oneOrList(sketch.needs.map(part => this.expression(part, others, false))),
      full: sketch.full && index > 0 ? this.expression(sketch.full, earlier, false) : undefined,
      holdup: sketch.holdup,
      recovery: Array.isArray(recovery) ? oneOrList(recovery) : recovery,
      repair: sketch.repair && repairOf(this.work(sketch.repair, others)),
      'standby-for': standbyFor,
      priority: sketch.priority,
      initial: standbyFor === undefined ? sketch.initial : undefined,
    })
  }

  private recovery(
    sketch: ComponentSketch['recovery'],
    others: string[],
  ): 'none' | WrittenWork[] | undefined {
    return typeof sketch === 'object' ? sketch.map(way => this.work(way, others)) : sketch
  }

  private work(sketch: WorkSketch, others: string[]): WrittenWork {
    const steady = others.filter(id => this.steady.includes(id))
    const among = sketch.steady && steady.length > 0 ? steady : others
    const teams = this.teams.filter(id => among.includes(id))
    const crew = (sketch.crew ?? []).flatMap(({ of, units }) =>
      teams.length === 0 ? [] : [[pick(teams, of), units] as const],
    )
    const needs = sketch.needs && this.expression(sketch.needs, among, false)
    for (const id of this.ids) if (needs?.split(/[ (),]|\.full/).includes(id)) this.tools.add(id)
    for (const [team] of crew) this.tools.add(team)
    return defined<WrittenWork>({
      takes: sketch.takes,
      needs,
      when: sketch.when && this.expression(sketch.when, this.ids, true),
      crew: crew.length > 0 ? Object.fromEntries(crew) : undefined,
      batch: sketch.batch,
      'at-once': sketch.atOnce,
    })
  }

  private at(index: number): string {
    const gaps = this.events.slice(1, index + 1).map(sketch => sketch.gap)
    return `+${gaps.reduce((sum, gap) => sum + gap, 0)}m`
  }

  private event(sketch: EventSketch, index: number): WrittenEvent {
    const follows = index > 0 ? sketch.after : undefined
    const acts = index > 0 ? sketch.acts : sketch.acts.map(asLoss)
    const list = (act: string): string[] | undefined => {
      const touched = acts.filter(each => each.act === act).map(each => this.target(each))
      return touched.length > 0 ? [...new Set(touched)] : undefined
    }
    return defined<WrittenEvent>({
      at: follows ? undefined : this.at(index),
      after: follows && pick(EVENT_IDS.slice(0, index), follows.of),
      delay: follows?.delay,
      when: sketch.when && this.expression(sketch.when, this.ids, true),
      unless: sketch.unless && this.expression(sketch.unless, this.ids, true),
      destroy: list('destroy'),
      fail: this.failures(acts),
      cut: list('cut'),
      release: list('release'),
      repair: list('repair'),
    })
  }

  /** Mostly something that matters for work: what it brings back is lost, what it needs comes and goes. */
  private target({ act, of, aimed }: ActSketch): string {
    const pool = this.poolOf(act, of)
    const id = pick(aimed && pool.size > 0 ? [...pool] : this.ids, of)
    if (act === 'cut') this.wereCut.add(id)
    if (act === 'destroy' || act === 'fail') this.wereLost.add(id)
    return id
  }

  private poolOf(act: ActSketch['act'], of: number): Set<string> {
    if (act === 'cut') return this.tools
    if (act === 'release') return this.wereCut
    if (act === 'repair') return this.wereLost
    return act === 'fail' && of % 2 === 0 ? this.tools : this.workers
  }

  private failures(acts: ActSketch[]): WrittenEvent['fail'] {
    const fails = acts.filter(each => each.act === 'fail')
    if (fails.length === 0) return undefined
    const amounts = fails.map(sketched => {
      const id = this.target(sketched)
      const { amount } = sketched
      return [id, amount % 2 === 0 ? 'all' : amountOf(amount >> 1, this.count(id))] as const
    })
    const asMap = Object.fromEntries(amounts)
    return Object.values(asMap).every(amount => amount === 'all') ? Object.keys(asMap) : asMap
  }

  /** Without `mayNegate` what stands under a `not` is written without it. */
  private expression(sketch: ExpressionSketch, ids: string[], mayNegate: boolean): string {
    const inner = (part: ExpressionSketch) => this.expression(part, ids, mayNegate)
    switch (sketch.form) {
      case 'is': {
        const id = pick(ids, sketch.of)
        if (this.count(id) > 1) return `${id} >= ${amountOf(sketch.amount, this.count(id))}`
        return sketch.full ? `${id}.full` : id
      }
      case 'and':
      case 'or':
        return sketch.parts.map(part => bracketed(inner(part))).join(` ${sketch.form} `)
      case 'of':
        return `${1 + (sketch.least % sketch.parts.length)} of (${sketch.parts.map(inner).join(', ')})`
      case 'not':
        return mayNegate ? `not ${bracketed(inner(sketch.part))}` : inner(sketch.part)
      case 'sum': {
        const summed = [...new Set(sketch.of.map(number => pick(ids, number)))]
        const total = summed.reduce((sum, id) => sum + this.count(id), 0)
        return `sum(${summed.join(', ')}) >= ${amountOf(sketch.amount, total)}`
      }
    }
  }
}

function pick<Item>(items: readonly Item[], number: number): Item {
  return items[number % items.length]!
}

/** Units or a percentage between one and all of a total. */
function amountOf(number: number, total: number): number | string {
  if (number < 4) return 1
  return number < 9 ? 1 + (number % total) : pick(['30%', '50%', '60%', '100%'], number)
}

function bracketed(text: string): string {
  return /[ ]/.test(text) ? `(${text})` : text
}

function oneOrList<Item>(items: Item[]): Item | Item[] {
  return items.length === 1 ? items[0]! : items
}

function isSteady({ in: place, needs, standbyFor, initial }: ComponentSketch): boolean {
  return [place, needs, standbyFor, initial].every(field => field === undefined)
}

/** What begins a scenario takes something down. */
function asLoss(sketch: ActSketch): ActSketch {
  return sketch.act === 'release' || sketch.act === 'repair' ? { ...sketch, act: 'fail' } : sketch
}

/** A repair asks no `when` and knows no batches. */
function repairOf({ takes, needs, crew }: WrittenWork): WrittenWork {
  return defined<WrittenWork>({ takes, needs, crew })
}

/** The same fields without those that are undefined. */
function defined<Fields extends object>(fields: { [Key in keyof Fields]: Fields[Key] | undefined }): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields
}

function inOrderOfRank<Written>(
  items: { rank: number; id: string; written: Written }[],
): Record<string, Written> {
  return Object.fromEntries(
    [...items].sort((a, b) => a.rank - b.rank).map(({ id, written }) => [id, written]),
  )
}
