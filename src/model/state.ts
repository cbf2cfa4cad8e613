import { parsePercent, unitsOf } from './percent.js'

/** A state that a fact tells of one component: a level in words, or units. */
export interface FactState {
  readonly level: 'up' | 'impaired' | 'down' | null
  readonly exactly?: number
  readonly atLeast?: number
}

/** `up`, `impaired`, `down`, `12000`, `40%`, `at least 12000`, `at least 40%`; or the code of what is wrong. */
export function parseState(
  written: string | number,
  count: number,
): FactState | { readonly code: 'bad-state' | 'percent-over-100' | 'more-than-count' } {
  if (typeof written === 'number') return checked({ level: null, exactly: written }, written, count)
  const text = written.trim()
  if (text === 'up' || text === 'impaired' || text === 'down') return { level: text }
  const atLeast = /^at least\s+(.+)$/i.exec(text)
  const amount = atLeast?.[1] ?? text
  let units: number
  if (amount.endsWith('%')) {
    const percent = parsePercent(amount)
    if ('code' in percent) return { code: percent.code === 'bad-percent' ? 'bad-state' : percent.code }
    units = unitsOf(percent.millionths, count)
  } else if (/^\d{1,15}$/.test(amount)) units = Number(amount)
  else return { code: 'bad-state' }
  return checked(
    atLeast === null ? { level: null, exactly: units } : { level: null, atLeast: units },
    units,
    count,
  )
}

function checked(state: FactState, units: number, count: number) {
  if (!Number.isInteger(units) || units < 0) return { code: 'bad-state' } as const
  return units > count ? ({ code: 'more-than-count' } as const) : state
}
