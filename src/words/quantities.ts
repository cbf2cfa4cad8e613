import type { Language } from './durations.js'

/** How a case names what its quantities belong to. */
export interface QuantityNaming {
  readonly component: (id: string) => string
  readonly event: (id: string) => string
  /** Title of a named quantity; its id where this is not given. */
  readonly quantity?: (id: string) => string
}

/** The names of a duration of the model; `way` counts from 1, and is 0 where there is only one. */
interface Names {
  readonly named: (title: string) => string
  readonly holdup: (component: string) => string
  readonly repair: (component: string) => string
  readonly recovery: (component: string, way: number) => string
  readonly delay: (event: string) => string
}

const ko: Names = {
  named: title => `값 「${title}」`,
  holdup: component => `${component}의 버티는 시간`,
  repair: component => `${component}의 수리 시간`,
  recovery: (component, way) => `${component}의 복구 시간${way > 0 ? `(길 ${way})` : ''}`,
  delay: event => `「${event}」까지 걸리는 시간`,
}

const en: Names = {
  named: title => `the quantity “${title}”`,
  holdup: component => `the hold-up of ${component}`,
  repair: component => `the repair time of ${component}`,
  recovery: (component, way) => `the recovery time of ${component}${way > 0 ? ` (way ${way})` : ''}`,
  delay: event => `the time until “${event}”`,
}

/**
 * A duration of the model in the words of a reader, from its place in the case: `['components', 'ups', 'holdup']` is "the hold-up
 * of UPS". A place that is no duration is given as it is written.
 */
export function quantityName(
  path: readonly (string | number)[],
  naming: QuantityNaming,
  language: Language,
): string {
  const names = language === 'ko' ? ko : en
  const [section, id, field, place] = path[0] === 'scenarios' ? path.slice(2) : path
  if (typeof id === 'string') {
    if (section === 'quantities') return names.named(naming.quantity?.(id) ?? id)
    if (section === 'events' && field === 'delay') return names.delay(naming.event(id))
    if (section === 'components') {
      const component = naming.component(id)
      if (field === 'holdup') return names.holdup(component)
      if (field === 'repair') return names.repair(component)
      if (field === 'recovery') return names.recovery(component, typeof place === 'number' ? place + 1 : 0)
    }
  }
  return path.join('.')
}
