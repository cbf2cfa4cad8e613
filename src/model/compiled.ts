import type { Scenario, System } from '../engine/system.js'
import type { Basis, CaseDocument } from './case.js'
import type { CasePath } from './problem.js'

/** A quantity of the model with its range. For a duration that is certain the three values are one. Milliseconds. */
export interface Quantity {
  /** Where it is written: `['components', 'hosts', 'recovery', 0, 'takes']`; of a named one `['quantities', 'host-boot']`. */
  readonly path: CasePath
  /** Id of the named quantity it takes its value from. */
  readonly named: string | null
  readonly medianMs: number
  readonly lowMs: number
  readonly highMs: number
  /** `null` where the case gives none: a question, not an error. */
  readonly basis: Basis | null
  /** What it is in the engine's input. */
  readonly role:
    | { readonly kind: 'holdup'; readonly component: number }
    | { readonly kind: 'recovery'; readonly component: number; readonly way: number }
    | { readonly kind: 'repair'; readonly component: number }
    | { readonly kind: 'delay'; readonly event: number }
}

/** Other numbers that a run rests on: counts, batches, crews, at-once. Their basis decides the kind of a fact too. */
export interface Amount {
  readonly path: CasePath
  readonly value: number
  readonly component: number
  readonly basis: Basis | null
}

/** One scenario of a case, ready to be run. `id` is `main` for `events:`; otherwise the key under `scenarios:`. */
export interface CompiledScenario {
  readonly id: string
  /** UTC milliseconds of the scenario's start. */
  readonly startEpochMs: number
  /** Engine index → event id. */
  readonly eventIds: readonly string[]
  readonly system: System
  readonly scenario: Scenario
  readonly quantities: readonly Quantity[]
  readonly amounts: readonly Amount[]
  /** Whether an event's own time is stated (`at`) rather than computed (`after` + `delay`). By engine index. */
  readonly stated: readonly boolean[]
}

/** Engine input made from a case; every engine index leads back to a path in it. */
export interface CompiledCase {
  readonly document: CaseDocument
  /** Engine index → component id, in the order of the document. */
  readonly ids: readonly string[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly main: CompiledScenario
  readonly scenarios: readonly CompiledScenario[]
}
