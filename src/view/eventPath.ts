import type { Report } from './report.js'

/** Where an event is written, for `data-from`: those of another scenario than the main one stand within it. */
export function eventPath({ scenario }: Report, id: string): string {
  return scenario === 'main' ? `events/${id}` : `scenarios/${scenario}/events/${id}`
}
