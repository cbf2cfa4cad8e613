import type { CaseDocument, CaseEvent } from './case.js'
import { compileComponents } from './compileComponents.js'
import type { CompiledCase, CompiledScenario } from './compiled.js'
import { compileEvents } from './compileEvents.js'
import { parseDuration } from './duration.js'
import { nearest } from './nearest.js'
import { type CasePath, error, type Problem, warning } from './problem.js'
import { durationProblem, type QuantityOverride } from './quantities.js'
import { openContext } from './systemContext.js'
import { parseInstant } from './time.js'
import { isTimezone, timezoneNames } from './timezone.js'

/** How a case is compiled. */
export interface CompileOptions {
  /**
   * Replaces the median of a quantity, by its path (of a named one: `['quantities', id]`), in milliseconds. Null keeps it. For runs
   * that ask what a range changes.
   */
  readonly quantity?: QuantityOverride
}

/** How long a case is watched unless it says otherwise (DESIGN.md §2). */
const defaultHorizonMs = 30 * 86_400_000

/**
 * Makes engine input of a case: ids become indexes in the order of the document, texts become milliseconds, units and
 * expressions. All problems of components and events are found, not the first. `compiled` is null where one of them is an
 * error, and where the case has no components: facts and narrative alone are a case too.
 */
export function compileCase(
  document: CaseDocument,
  options: CompileOptions = {},
): { readonly compiled: CompiledCase | null; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const context = openContext(document, problems, options.quantity)
  const components = compileComponents(context)
  const quantities = [...context.quantities.list]
  const scenarios: CompiledScenario[] = []
  checkTimezone(document, problems)
  for (const written of scenariosOf(document)) {
    const frame = frameOf(written, document.case.timezone, problems)
    context.quantities.list.length = 0
    const compiled = compileEvents(written.events, { ...frame, path: written.eventsPath }, context)
    scenarios.push({
      id: written.id,
      startEpochMs: frame.startEpochMs,
      eventIds: compiled.ids,
      system: { components },
      scenario: { events: compiled.events, horizonMs: frame.horizonMs },
      quantities: [...quantities, ...context.quantities.list],
      amounts: context.amounts,
      stated: compiled.stated,
    })
  }
  const main = scenarios[0]
  const sound = !problems.some(({ severity }) => severity === 'error')
  if (!sound || components.length === 0 || main === undefined) return { compiled: null, problems }
  const { list: ids, indexOf } = context.ids
  return { compiled: { document, ids, indexOf, main, scenarios }, problems }
}

interface WrittenScenario {
  readonly id: string
  readonly start: string
  readonly horizon: string | undefined
  readonly events: Readonly<Record<string, CaseEvent>>
  /** Of `start` and `horizon`. */
  readonly path: CasePath
  readonly eventsPath: CasePath
}

function scenariosOf(document: CaseDocument): readonly WrittenScenario[] {
  const { start, horizon } = document.case
  const main: WrittenScenario = {
    id: 'main',
    start,
    horizon,
    events: document.events ?? {},
    path: ['case'],
    eventsPath: ['events'],
  }
  const others = Object.entries(document.scenarios ?? {}).map(([id, section]) => ({
    id,
    start: section.start,
    horizon: section.horizon ?? horizon,
    events: section.events,
    path: ['scenarios', id],
    eventsPath: ['scenarios', id, 'events'],
  }))
  return [main, ...others]
}

function frameOf(written: WrittenScenario, timezone: string, problems: Problem[]) {
  const path = [...written.path, 'start']
  let startEpochMs = 0
  const start = written.start.trim()
  const instant = /^[+-]/.test(start)
    ? ({ code: 'bad-time', values: { text: start } } as const)
    : parseInstant(start, { timezone, startEpochMs: 0 })
  if ('epochMs' in instant) {
    startEpochMs = instant.epochMs
    if (instant.ambiguous) problems.push(warning('ambiguous-time', path, { text: start, timezone }))
  } else if (instant.code !== 'unknown-timezone') {
    const suggestion = 'suggestion' in instant ? instant.suggestion : undefined
    problems.push(error(instant.code, path, instant.values, suggestion === undefined ? {} : { suggestion }))
  }
  let horizonMs = defaultHorizonMs
  if (written.horizon !== undefined) {
    const duration = parseDuration(written.horizon)
    const horizonPath: CasePath = [...written.path, 'horizon']
    if (duration === null) problems.push(durationProblem(written.horizon, horizonPath))
    else if (duration.lowMs !== duration.highMs || duration.medianMs === 0) {
      problems.push(error('horizon-uncertain', horizonPath, { text: written.horizon }))
    } else horizonMs = duration.medianMs
  }
  return { timezone, startEpochMs, horizonMs }
}

/** Names that people use for a zone and the platform does not list. */
const informalZones: Readonly<Record<string, string>> = {
  KST: 'Asia/Seoul',
  JST: 'Asia/Tokyo',
  IST: 'Asia/Kolkata',
  PST: 'America/Los_Angeles',
  PDT: 'America/Los_Angeles',
  EDT: 'America/New_York',
  BST: 'Europe/London',
  CEST: 'Europe/Berlin',
  Seoul: 'Asia/Seoul',
  Korea: 'Asia/Seoul',
}

function checkTimezone({ case: { timezone } }: CaseDocument, problems: Problem[]): void {
  if (isTimezone(timezone)) return
  const informal = Object.hasOwn(informalZones, timezone) ? informalZones[timezone] : undefined
  const suggestion = informal ?? nearest(timezone, timezoneNames())
  const details = suggestion == null ? {} : { suggestion }
  problems.push(error('unknown-timezone', ['case', 'timezone'], { timezone }, details))
}
