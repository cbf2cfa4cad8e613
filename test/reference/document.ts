/** A way of recovery, or a repair, as written in a case. */
export interface WrittenWork {
  takes?: string
  needs?: string | string[]
  when?: string | string[]
  crew?: Record<string, number>
  batch?: number
  'at-once'?: number
}

/** A component as written in a case, in as far as the engine asks. */
export interface WrittenComponent {
  kind: string
  in?: string
  count?: number
  needs?: string | string[]
  full?: string | string[]
  holdup?: string
  recovery?: 'none' | WrittenWork | WrittenWork[]
  repair?: WrittenWork
  'standby-for'?: string
  priority?: number
  initial?: 'up' | 'down' | 'cut' | 'absent'
}

/** An event as written in a case; `at` is an offset from the start, `+10m`. */
export interface WrittenEvent {
  at?: string
  after?: string
  delay?: string
  when?: string | string[]
  unless?: string | string[]
  destroy?: string[]
  fail?: string[] | Record<string, string | number>
  cut?: string[]
  release?: string[]
  repair?: string[]
}

/** What a run needs of a case, as plain data in the words of the case. */
export interface WrittenSystem {
  components: Record<string, WrittenComponent>
  events: Record<string, WrittenEvent>
}

/** What an event's `fail` takes, in the order in which it is written. */
export function failures(written: WrittenEvent['fail'] = []): [id: string, amount: string | number][] {
  return Array.isArray(written) ? written.map(id => [id, 'all']) : Object.entries(written)
}
