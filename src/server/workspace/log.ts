import { type DestinationStream, destination, type Logger, pino } from 'pino'

export type { Logger }

/** File descriptor of the error output. */
const errorOutput = 2

/**
 * The log of the workspace: one JSON object a line. It tells what routes were answered, how and how fast. No line has a
 * body, a cookie, the query of an address, an account or the address of a person: it may be kept and passed on. `to` is
 * for tests; null writes nothing.
 */
export function openLog(to: DestinationStream | 'errors' | null): Logger {
  if (to === null) return pino({ enabled: false })
  return pino({ base: null }, to === 'errors' ? destination({ dest: errorOutput, sync: true }) : to)
}
