import { asComponent, type Component, type Task } from './component.js'
import { failures, type WrittenEvent, type WrittenSystem } from './document.js'
import { durationMs, offsetMs } from './duration.js'
import { type Expression, parseExpression, type Sight, units } from './expression.js'
import type { Change, Outcome } from './history.js'

const THIRTY_DAYS_MS = 30 * 86_400_000
const MOST_CHANGES_OF_ONE_COMPONENT_IN_ONE_INSTANT = 10_000

/** A batch of a way (by its place in the list) or a repair, once begun. */
interface Work {
  component: Component
  way: number | 'repair'
  task: Task
  began: number
  /** When it was begun or resumed last, as a place in the order of all such moments. */
  started: number
  /** Undefined while paused. */
  endsAt: number | undefined
  leftMs: number
}

/** Work that could begin or go on if it had its crew. */
interface Candidate {
  component: Component
  way: number | 'repair'
  task: Task
  paused: Work | undefined
  asksWhen: boolean
}

interface Happening {
  id: string
  written: WrittenEvent
  at: number | undefined
  over: boolean
}

/** Runs a system by the rules of DESIGN.md §3, read as literally as they can be; slow on purpose. */
export function interpret(
  system: WrittenSystem,
  horizonMs: number = THIRTY_DAYS_MS,
  notice: (what: string) => void = () => {},
): Outcome {
  const run = new Run(system, notice)
  try {
    run.to(horizonMs)
  } catch (problem) {
    if (problem instanceof Loop) return { error: 'loop', components: problem.components }
    throw problem
  }
  return { changes: run.changes }
}

class Loop extends Error {
  constructor(readonly components: string[]) {
    super(`${components.join(', ')} would not stop changing`)
  }
}

class Run {
  readonly changes: Change[] = []
  private readonly components: Map<string, Component>
  private readonly happenings: Happening[]
  private works: Work[] = []
  /** Since when work waits for a crew, by `place`. */
  private readonly line = new Map<string, number>()
  private now = 0
  private moments = 0
  private settlings = 0
  private readonly sight: Sight = {
    level: id => this.component(id).level,
    count: id => this.component(id).count,
    full: id => this.component(id).full,
  }

  constructor(
    system: WrittenSystem,
    private readonly notice: (what: string) => void,
  ) {
    const written = Object.entries(system.components)
    this.components = new Map(written.map(([id, text], place) => [id, asComponent(id, place, text)]))
    this.happenings = Object.entries(system.events ?? {}).map(([id, event]) => ({
      id,
      written: event,
      at: event.at === undefined ? undefined : offsetMs(event.at),
      over: false,
    }))
  }

  /** Rules 10 and 11: settle before the first event; then one instant after the other, the horizon's included. */
  to(horizonMs: number): void {
    this.settle()
    for (
      let next: number | undefined = 0;
      next !== undefined && next <= horizonMs;
      next = this.nextInstant()
    ) {
      this.now = next
      this.instant()
    }
  }

  // Words of the section's beginning

  private component(id: string): Component {
    const found = this.components.get(id)
    if (!found) throw new Error(`there is no component "${id}"`)
    return found
  }

  private holds(expression: Expression | undefined): boolean {
    return expression === undefined || expression(this.sight)
  }

  private isHoused(component: Component): boolean {
    return component.in === undefined || this.component(component.in).level > 0
  }

  private lacksOnlyNeeds(component: Component): boolean {
    return this.isHoused(component) && !component.cut && !component.broken && !component.absent
  }

  private isSupported(component: Component): boolean {
    return this.lacksOnlyNeeds(component) && this.holds(component.needs)
  }

  private ceiling(component: Component): number {
    return component.hasRecovery ? component.count : component.count - component.failed
  }

  private setLevel(component: Component, level: number): void {
    if (component.level === level) return
    component.level = level
    this.changes.push({ t: this.now, component: component.id, level })
    const now = this.changes.filter(change => change.t === this.now && change.component === component.id)
    if (now.length > MOST_CHANGES_OF_ONE_COMPONENT_IN_ONE_INSTANT) throw new Loop([component.id])
    if (level === 0) {
      component.mended = false
      component.holdUp = undefined
    }
  }

  // Rule 9: instants

  private nextInstant(): number | undefined {
    const due = [
      ...this.happenings.filter(happening => !happening.over).map(happening => happening.at),
      ...this.works.map(work => work.endsAt),
      ...[...this.components.values()].map(component => component.holdUp?.endsAt),
    ]
    const times = due.filter(time => time !== undefined)
    return times.length === 0 ? undefined : Math.min(...times)
  }

  private instant(): void {
    while (this.nextEvent() || this.nextEndOfWork() || this.nextEndOfHoldUp() || this.nextBeginning()) {
      // Each of them does one thing, if it is due, and lets the system settle.
    }
  }

  /** Events come in the order of the document, whether they have an `at` or an `after`. */
  private nextEvent(): boolean {
    const next = this.happenings.find(happening => !happening.over && happening.at === this.now)
    if (!next) return false
    this.happen(next)
    this.settle()
    return true
  }

  /** Then ends of work, in the order in which they began. */
  private nextEndOfWork(): boolean {
    const due = this.works.filter(work => work.endsAt === this.now).sort((a, b) => a.began - b.began)
    if (due.length > 1) this.notice('ends of work in one instant')
    const next = due[0]
    if (!next) return false
    this.works = this.works.filter(work => work !== next)
    this.finish(next.component, next.way, next.task)
    this.settle()
    return true
  }

  /** Then ends of hold-up, in the order in which they began (together: order of the document). */
  private nextEndOfHoldUp(): boolean {
    const due = [...this.components.values()]
      .filter(component => component.holdUp?.endsAt === this.now)
      .sort((a, b) => a.holdUp!.began - b.holdUp!.began || a.place - b.place)
    const next = due[0]
    if (!next) return false
    this.notice('end of hold-up')
    this.setLevel(next, 0)
    this.settle()
    return true
  }

  /** Work that takes time begins when nothing else is due at that instant. */
  private nextBeginning(): boolean {
    const next = this.firstInLine(candidate => !takesNoTime(candidate))
    if (!next) return false
    this.begin(next)
    this.stepIntoLine()
    return true
  }

  /**
   * Losses until none is left, and what takes no time returns: first what asks no `when`, then what does, one at
   * a time in the order of rule 6; then again, until nothing changes.
   */
  private settle(): void {
    this.settlings++
    for (;;) {
      this.lose()
      const next =
        this.firstInLine(candidate => takesNoTime(candidate) && !candidate.asksWhen) ??
        this.firstInLine(candidate => takesNoTime(candidate) && candidate.asksWhen)
      if (!next) return
      if (next.task.crew.length > 0) this.notice('takes no time, but a crew')
      this.line.delete(placeInLine(next))
      this.finish(next.component, next.way, next.task)
    }
  }

  // Rule 1: loss (and what rules 4 and 5 say about work when something is lost)

  private lose(): void {
    let lost: boolean
    do {
      lost = false
      for (const component of this.components.values()) {
        if (component.level === 0 || this.isSupported(component)) continue
        if (this.lacksOnlyNeeds(component) && component.holdupMs > 0) {
          component.holdUp ??= { began: this.settlings, endsAt: this.now + component.holdupMs }
        } else {
          if (component.holdUp) this.notice('lost while holding up')
          this.setLevel(component, 0)
          lost = true
        }
      }
    } while (lost)
    for (const component of this.components.values()) {
      if (this.isSupported(component)) {
        if (component.holdUp) this.notice('hold-up bridged')
        component.holdUp = undefined
      } else this.endRecovery(component)
    }
    this.pause()
    this.stepIntoLine()
  }

  // Rule 4: paused work

  private pause(): void {
    for (const work of this.running()) if (!this.mayRun(work)) this.pauseWork(work, 'needs')
    for (;;) {
      // When a team's level falls below what is in use, the work that started (or resumed) last pauses first.
      const last = this.running()
        .filter(work => work.task.crew.some(([team]) => this.free(team) < 0))
        .sort((a, b) => b.started - a.started)[0]
      if (!last) return
      this.pauseWork(last, 'crew')
    }
  }

  private running(): Work[] {
    return this.works.filter(work => work.endsAt !== undefined)
  }

  /** Whether the needs of the work itself hold; rule 7: a repair runs while its component is housed. */
  private mayRun(work: Work): boolean {
    return this.holds(work.task.needs) && (work.way !== 'repair' || this.isHoused(work.component))
  }

  private pauseWork(work: Work, reason: string): void {
    work.leftMs = work.endsAt! - this.now
    work.endsAt = undefined
    this.notice('paused')
    this.notice(`paused for want of ${reason}`)
    if (work.leftMs === 0) this.notice('paused with nothing left to do')
    if (work.way === 'repair') this.notice('repair paused')
  }

  // Rule 5: ended work

  private endRecovery(component: Component): void {
    this.endWork(component, way => way !== 'repair')
  }

  private endRepair(component: Component): void {
    this.endWork(component, way => way === 'repair')
  }

  /** What is ended loses its place in the line too. */
  private endWork(component: Component, which: (way: number | 'repair') => boolean): void {
    this.works = this.works.filter(work => work.component !== component || !which(work.way))
    for (const way of ['repair' as const, ...component.ways.keys()]) {
      if (!which(way)) continue
      for (const key of [...this.line.keys()]) {
        if (key.startsWith(`${component.id} ${way} `)) this.line.delete(key)
      }
    }
  }

  // Rules 2, 3 and 7: which work can begin or go on, and what its end brings

  private candidates(): Candidate[] {
    return [...this.components.values()].flatMap(component =>
      component.broken ? this.repairs(component) : this.recoveries(component),
    )
  }

  private repairs(component: Component): Candidate[] {
    const task = component.repair
    if (!task || component.absent || !this.isHoused(component) || !this.holds(task.needs)) return []
    const work = this.works.find(each => each.component === component && each.way === 'repair')
    if (work && work.endsAt !== undefined) return []
    return [{ component, way: 'repair', task, paused: work, asksWhen: false }]
  }

  private recoveries(component: Component): Candidate[] {
    const missing = this.ceiling(component) - component.level
    if (!this.isSupported(component) || component.holdUp || missing <= 0) return []
    if (component.staysDown && component.level === 0 && !component.mended) return []

    const found: Candidate[] = []
    for (const [way, task] of component.ways.entries()) {
      const works = this.works.filter(work => work.component === component && work.way === way)
      const running = works.filter(work => work.endsAt !== undefined)
      const asksWhen = task.when !== undefined && component.level === 0 && works.length === 0
      if (!this.holds(task.needs) || (asksWhen && !this.holds(task.when))) continue

      // This is the first way that is possible; only a paused one lets a lesser way begin.
      const suffices = running.length * task.batch >= missing
      const paused = this.nextPaused(works)
      if (running.length < task.atOnce && !suffices) {
        found.push({ component, way, task, paused, asksWhen })
      }
      if (running.length > 0 || !paused) break
    }
    return found
  }

  /** Of one way only one work waits at a time: the one that waits already, or the paused one that began first. */
  private nextPaused(works: Work[]): Work | undefined {
    const paused = works.filter(work => work.endsAt === undefined).sort((a, b) => a.began - b.began)
    return paused.find(work => this.line.has(placeInLine({ ...work, paused: work }))) ?? paused[0]
  }

  private begin({ component, way, task, paused }: Candidate): void {
    this.line.delete(placeInLine({ component, way, paused }))
    const started = ++this.moments
    if (paused) {
      this.notice('resumed')
      paused.started = started
      paused.endsAt = this.now + paused.leftMs
      return
    }
    const others = this.works.filter(work => work.component === component && work.way !== 'repair')
    if (others.some(work => work.way === way)) this.notice('batches side by side')
    if (others.some(work => Number(work.way) > Number(way))) this.notice('better way beside')
    if (others.some(work => Number(work.way) < Number(way))) this.notice('lesser way beside a paused one')
    if (typeof way === 'number' && way > 0) this.notice('second way')
    if (task.when) this.notice('standby or `when` begun')
    const endsAt = this.now + task.takesMs
    this.works.push({ component, way, task, began: started, started, endsAt, leftMs: task.takesMs })
  }

  private finish(component: Component, way: number | 'repair', task: Task): void {
    if (way === 'repair') {
      // Rule 7: the end of a repair mends failed units as well; recovery follows.
      this.notice('repair work done')
      this.mend(component)
      return
    }
    if (component.staysDown) this.notice('breaker closed')
    if (task.when && task.takesMs === 0) this.notice('`when` without time')
    this.setLevel(component, Math.min(this.ceiling(component), component.level + task.batch))
    if (component.level < component.count) this.notice('some, not all')
    if (component.level === this.ceiling(component)) {
      if (this.works.some(work => work.component === component)) this.notice('work no longer needed')
      this.endRecovery(component)
    }
  }

  private mend(component: Component): void {
    component.broken = false
    component.failed = 0
    component.mended = true
  }

  // Rule 6: crew

  private free(team: string): number {
    const inUse = this.running()
      .flatMap(work => work.task.crew)
      .filter(([id]) => id === team)
      .reduce((sum, [, taken]) => sum + taken, 0)
    return this.component(team).level - inUse
  }

  private hasCrew(task: Task): boolean {
    return task.crew.every(([team, wanted]) => this.free(team) >= wanted)
  }

  /** Work begins to wait when only its crew is missing; whatever else is missing, it no longer waits. */
  private stepIntoLine(): void {
    const candidates = this.candidates()
    const places = candidates.map(placeInLine)
    for (const place of [...this.line.keys()]) if (!places.includes(place)) this.line.delete(place)
    for (const candidate of candidates) {
      const place = placeInLine(candidate)
      if (this.line.has(place) || this.hasCrew(candidate.task)) continue
      this.line.set(place, this.now)
      this.notice('waits for a crew')
    }
  }

  /** By priority, then when it began to wait, then id; one that cannot get its crew does not block the next. */
  private firstInLine(which: (candidate: Candidate) => boolean): Candidate | undefined {
    const waitsSince = (candidate: Candidate) => this.line.get(placeInLine(candidate)) ?? this.now
    return this.candidates()
      .filter(candidate => which(candidate) && this.hasCrew(candidate.task))
      .sort(
        (a, b) =>
          compare(a.component.priority, b.component.priority) ||
          waitsSince(a) - waitsSince(b) ||
          compare(a.component.id, b.component.id) ||
          Number(a.way) - Number(b.way),
      )[0]
  }

  // Rule 8: events

  private happen(happening: Happening): void {
    happening.over = true
    const { written } = happening
    const asked = written.when === undefined || this.holds(parseExpression(written.when))
    const barred = written.unless !== undefined && this.holds(parseExpression(written.unless))
    if (!asked || barred) {
      this.notice('event that does not happen')
      return
    }
    for (const component of this.touched(written.destroy)) {
      for (const inside of this.withContents(component)) this.destroy(inside)
    }
    for (const [id, amount] of failures(written.fail)) {
      for (const component of this.touched([id])) this.fail(component, units(amount, component.count))
    }
    for (const component of this.touched(written.cut)) {
      component.cut = true
      this.endRecovery(component)
    }
    for (const component of this.touched(written.release)) component.cut = false
    for (const component of this.touched(written.repair)) {
      this.mend(component)
      this.endRepair(component)
    }
    for (const follower of this.happenings.filter(each => each.written.after === happening.id)) {
      follower.at = this.now + durationMs(follower.written.delay ?? '0s')
    }
  }

  /** Rule 10: no event touches what is absent. */
  private touched(ids: string[] = []): Component[] {
    return ids.map(id => this.component(id)).filter(component => !component.absent)
  }

  private withContents(component: Component): Component[] {
    const contents = [...this.components.values()].filter(inside => inside.in === component.id)
    return [component, ...contents.flatMap(inside => this.withContents(inside))]
  }

  private destroy(component: Component): void {
    if (component.absent) return
    if (this.works.some(work => work.component === component && work.way === 'repair')) {
      this.notice('destroyed under repair')
    }
    component.broken = true
    this.setLevel(component, 0)
    this.endRecovery(component)
    this.endRepair(component)
  }

  private fail(component: Component, taken: number): void {
    if (this.works.some(work => work.component === component)) this.notice('failed during work')
    if (taken > component.level) this.endRecovery(component)
    if (!component.hasRecovery) component.failed = Math.min(component.count, component.failed + taken)
    this.setLevel(component, Math.max(0, component.level - taken))
  }
}

function takesNoTime(candidate: Candidate): boolean {
  return candidate.task.takesMs === 0
}

function placeInLine({ component, way, paused }: Pick<Candidate, 'component' | 'way' | 'paused'>): string {
  return `${component.id} ${way} ${paused ? paused.began : 'new'}`
}

function compare<Value extends number | string>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0
}
