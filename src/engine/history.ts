import type { Scenario, System } from './system.js'

/**
 * What made something happen. `change` is an index into `Run.changes`, `work` into `Run.works`, `event` into
 * `Scenario.events`.
 * - `start`: it stood so before the first event, or settled so at 0.
 * - `event`: the event acted on the component itself (destroy, fail, cut; for a rise: release or repair let it return
 *   at once).
 * - `loss`: support was lost by these changes (the last ones that broke housing or needs).
 * - `holdup`: the hold-up that began at `sinceMs`, when support was lost by `changes`, has ended.
 * - `work`: a batch of that work ended.
 * - `return`: support came back by these changes, and the way takes no time.
 */
export type Cause =
  | { readonly kind: 'start' }
  | { readonly kind: 'event'; readonly event: number }
  | { readonly kind: 'loss'; readonly changes: readonly number[] }
  | { readonly kind: 'holdup'; readonly sinceMs: number; readonly changes: readonly number[] }
  | { readonly kind: 'work'; readonly work: number }
  | {
      readonly kind: 'return'
      readonly changes: readonly number[]
      readonly work: number | null
      readonly event: number | null
    }

/** One change of a level. */
export interface Change {
  readonly timeMs: number
  readonly component: number
  readonly level: number
  readonly cause: Cause
}

/** Why a work did not run for a while. */
export type Pause = 'crew' | 'needs'

/**
 * A stretch of a work's life. `waiting` is the first wait for crew; `paused` is work begun that stands still, with
 * `lacks` null where it could go on but other work of the component makes it needless for now.
 */
export interface Span {
  readonly fromMs: number
  readonly toMs: number
  readonly state: 'running' | 'waiting' | 'paused'
  readonly lacks: Pause | null
}

/** One batch of a recovery, or one repair, from the moment it could be asked for to its end. */
export interface WorkRecord {
  readonly component: number
  readonly kind: 'recovery' | 'repair'
  /** Index into `ways`; 0 for a repair. */
  readonly way: number
  /** Contiguous, in order of time. Open work ends at the horizon. */
  readonly spans: readonly Span[]
  readonly endMs: number
  readonly end: 'done' | 'lost-support' | 'not-needed' | 'event' | 'horizon'
  /** Units it brought (0 unless done). */
  readonly units: number
  /** Changes that let it begin (support, needs, `when`), and the event or the finished repair if one did. */
  readonly begunBy: readonly number[]
  readonly begunByEvent: number | null
  readonly begunByWork: number | null
}

/** The history that the engine computes. Everything is in order of time; within an instant in the order it came. */
export interface Run {
  readonly system: System
  readonly scenario: Scenario
  readonly changes: readonly Change[]
  readonly works: readonly WorkRecord[]
  /** Per event the time at which it was asked, and whether it happened; `null` where it never came up. */
  readonly events: readonly ({ readonly timeMs: number; readonly happened: boolean } | null)[]
}

/** The run could not be completed. `components` are the members of the loop, or those that reached the bound. */
export interface RunError {
  readonly code: 'loop' | 'too-many-changes' | 'too-many-works'
  readonly timeMs: number
  readonly components: readonly number[]
  readonly limit: number
}

export type RunResult =
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly error: RunError }

/** A stretch of time. `toMs` is exclusive; an interval that is open at the horizon has `open: true`. */
export interface Interval {
  readonly fromMs: number
  readonly toMs: number
  readonly open: boolean
}
