import type { Run, RunError } from '../engine/history.js'
import { run as simulate } from '../engine/run.js'
import type { CaseDocument } from '../model/case.js'
import { compileCase } from '../model/compile.js'
import type { CompiledCase, CompiledScenario } from '../model/compiled.js'
import { applyIfs } from '../model/patch.js'
import type { CasePath, Problem } from '../model/problem.js'
import { dependedUpon } from './dependence.js'

/** One case with some ifs in place, compiled and run. */
export interface Variant {
  /** The ifs that were asked for, sorted; those that the scenario brings are in place besides. */
  readonly ifs: readonly string[]
  readonly document: CaseDocument
  readonly compiled: CompiledCase
  readonly scenario: CompiledScenario
  readonly run: Run
  /** Paths that the ifs change. */
  readonly changed: readonly CasePath[]
  readonly problems: readonly Problem[]
  /** The ifs cannot be combined, or the patched system does not settle: `run` is then the run without them. */
  readonly failed: boolean
}

/** A case opened for questions. What was run once is remembered, so asking again costs nothing. */
export interface CaseSession {
  readonly document: CaseDocument
  readonly compiled: CompiledCase
  /** Ids of the components whose outages matter, in the order of the document. */
  readonly services: readonly string[]
  /** Warnings of the compiled case. */
  readonly problems: readonly Problem[]
  /** The run of a scenario as it was. */
  readonly baseline: (scenarioId?: string) => Run
  /** The scenario with these ifs in place. Order and repeats do not matter. */
  readonly with: (ifs: readonly string[], scenarioId?: string) => Variant
  /** The scenario with these ifs in place and no others: without those that the scenario itself brings. */
  readonly exactly: (ifs: readonly string[], scenarioId?: string) => Variant
  /** The variant that a run belongs to, or undefined for a run that this session did not make. */
  readonly variantOf: (run: Run) => Variant | undefined
  /** Remembers one value for the life of the session, by a key that its module chooses. */
  readonly remember: <T>(key: string, make: () => T) => T
}

/** Combinations of ifs that a session keeps: the oldest is forgotten first. */
export const KEPT_VARIANTS = 512

/**
 * Compiles a case and runs each of its scenarios. Problems instead of a session mean that the case has an error, has
 * no components, or does not settle.
 */
export function openSession(document: CaseDocument): CaseSession | { readonly problems: readonly Problem[] } {
  const { compiled, problems } = compileCase(document)
  if (compiled === null) return { problems }
  const variants = new Map<string, Variant>()
  const remembered = new Map<string, unknown>()
  const errors: Problem[] = []
  const baselines = new Map<string, Variant>()
  for (const { id } of compiled.scenarios) {
    const result = vary(document, compiled, [], id, ownIfs(document, id))
    if ('problems' in result) errors.push(...result.problems)
    else baselines.set(id, result.variant)
  }
  if (errors.length > 0) return { problems: [...problems, ...errors] }

  const baselineOf = (scenarioId: string): Variant => {
    const variant = baselines.get(scenarioId)
    if (variant === undefined) throw new Error(`The case has no scenario ${scenarioId}.`)
    return variant
  }
  const keep = (key: string, ifs: readonly string[], scenarioId: string, own: readonly string[]): Variant => {
    const known = variants.get(key)
    if (known !== undefined) return known
    const result = vary(document, compiled, ifs, scenarioId, own)
    const variant: Variant =
      'variant' in result
        ? result.variant
        : { ...baselineOf(scenarioId), ifs, problems: result.problems, failed: true }
    if (variants.size >= KEPT_VARIANTS) variants.delete(variants.keys().next().value ?? '')
    variants.set(key, variant)
    return variant
  }
  const withIfs = (ifs: readonly string[], scenarioId = 'main'): Variant => {
    const wanted = [...new Set(ifs)].sort()
    if (wanted.length === 0) return baselineOf(scenarioId)
    return keep(JSON.stringify([scenarioId, ...wanted]), wanted, scenarioId, ownIfs(document, scenarioId))
  }
  const exactly = (ifs: readonly string[], scenarioId = 'main'): Variant => {
    if (ownIfs(document, scenarioId).length === 0) return withIfs(ifs, scenarioId)
    const wanted = [...new Set(ifs)].sort()
    return keep(JSON.stringify([scenarioId, null, ...wanted]), wanted, scenarioId, [])
  }
  return {
    document,
    compiled,
    services: servicesOf(compiled),
    problems,
    baseline: (scenarioId = 'main') => baselineOf(scenarioId).run,
    with: withIfs,
    exactly,
    variantOf: run => {
      for (const variant of baselines.values()) if (variant.run === run) return variant
      for (const variant of variants.values()) if (variant.run === run && !variant.failed) return variant
      return undefined
    },
    remember: <T>(key: string, make: () => T): T => {
      if (!remembered.has(key)) remembered.set(key, make())
      return remembered.get(key) as T
    },
  }
}

/** The outage is told of services; where a case has none, of what has users; else of what nothing else depends on. */
function servicesOf(compiled: CompiledCase): readonly string[] {
  const components = compiled.document.components ?? {}
  const services = compiled.ids.filter(id => components[id]?.kind === 'service')
  if (services.length > 0) return services
  const used = compiled.ids.filter(id => components[id]?.users !== undefined)
  if (used.length > 0) return used
  const depended = dependedUpon(compiled.main.system)
  const free = compiled.ids.filter((id, index) => !depended.has(index) && components[id]?.kind !== 'team')
  return free.length > 0 ? free : compiled.ids
}

/** The ifs that a scenario brings with it. */
export function ownIfs(document: CaseDocument, scenarioId: string): readonly string[] {
  return scenarioId === 'main' ? [] : (document.scenarios?.[scenarioId]?.ifs ?? [])
}

function vary(
  document: CaseDocument,
  base: CompiledCase,
  ifs: readonly string[],
  scenarioId: string,
  own: readonly string[],
): { readonly variant: Variant } | { readonly problems: readonly Problem[] } {
  const all = [...new Set([...own, ...ifs])].sort()
  const patched = all.length === 0 ? { document, problems: [], changed: [] } : applyIfs(document, all)
  if (patched.problems.some(isError)) return { problems: patched.problems }
  const recompiled = all.length === 0 ? { compiled: base, problems: [] } : compileCase(patched.document)
  const problems = [...patched.problems, ...recompiled.problems]
  const { compiled } = recompiled
  const scenario = compiled?.scenarios.find(({ id }) => id === scenarioId)
  if (compiled === null || scenario === undefined) return { problems }
  const result = simulate(scenario.system, scenario.scenario)
  if (!result.ok) return { problems: [...problems, runProblem(result.error, compiled, scenarioId)] }
  const { changed } = patched
  return {
    variant: {
      ifs,
      document: patched.document,
      compiled,
      scenario,
      run: result.run,
      changed,
      problems,
      failed: false,
    },
  }
}

/** A run that could not be completed, as a problem of the case: it names the components of the loop. */
export function runProblem(error: RunError, compiled: CompiledCase, scenarioId: string): Problem {
  const ids = error.components.map(index => compiled.ids[index] ?? String(index))
  return {
    code: error.code,
    severity: 'error',
    path: ['components', ids[0] ?? ''],
    values: { components: ids.join(', '), timeMs: error.timeMs, limit: error.limit, scenario: scenarioId },
  }
}

const isError = (problem: Problem) => problem.severity === 'error'
