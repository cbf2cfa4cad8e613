import { type ReadonlySignal, signal } from '@preact/signals'
import type { Awareness } from 'y-protocols/awareness'

/** Where somebody is: a page of the case, and what they look at or write in it. */
export interface Whereabouts {
  readonly page: string
  /** A place of the case's document, such as `['facts', 'fire']`. */
  readonly path?: readonly (string | number)[]
  /** Whether they are writing there. */
  readonly editing?: boolean
}

/** Somebody else who has the case open; once for each of their pages. */
export interface Present {
  readonly client: number
  readonly user: string
  readonly name: string
  /** Colour of their cursor, and a pale one of the same hue. */
  readonly color: string
  readonly colorLight: string
  readonly where: Whereabouts | null
}

/** Who else is here. */
export interface Presence {
  readonly others: ReadonlySignal<readonly Present[]>
  /** Tells the others where one is. */
  readonly tell: (where: Whereabouts) => void
}

/** Hues that differ from each other on light and dark ground; each with white text has a contrast of at least 4.5. */
const colours = ['#0b6e99', '#8a4fbe', '#a8501b', '#35752f', '#b3307a', '#5a62c4', '#8a6700', '#1a7471']

/** The colour by which somebody is known, the same on every page. */
export function colourOf(user: string): string {
  let sum = 0
  for (const letter of user) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  return colours[sum % colours.length]!
}

/** Says who one is to everybody on the case, and listens who else is. */
export function openPresence(
  awareness: Awareness,
  me: { readonly id: string; readonly name: string },
): Presence {
  const color = colourOf(me.id)
  awareness.setLocalStateField('user', { id: me.id, name: me.name, color, colorLight: `${color}33` })
  // The server says who somebody is, and no more; text editors look for a colour in the same place.
  awareness.on('update', () => {
    for (const [client, state] of awareness.getStates()) {
      const { user } = state as { user?: { id?: unknown; color?: string; colorLight?: string } }
      if (client === awareness.clientID || typeof user?.id !== 'string' || user.color !== undefined) continue
      user.color = colourOf(user.id)
      user.colorLight = `${user.color}33`
    }
  })
  const others = signal<readonly Present[]>([])
  const look = () => {
    const next = [...awareness.getStates()]
      .filter(([client]) => client !== awareness.clientID)
      .flatMap(([client, state]) => presentOf(client, state) ?? [])
      .filter(person => person.user !== me.id)
      .sort((a, b) => a.client - b.client)
    if (JSON.stringify(next) !== JSON.stringify(others.peek())) others.value = next
  }
  awareness.on('change', look)
  return {
    others,
    tell: where => {
      const before = awareness.getLocalState()?.where
      if (JSON.stringify(before) !== JSON.stringify(where)) awareness.setLocalStateField('where', where)
    },
  }
}

/** What others send is theirs to choose: only what has the right shape is taken. */
function presentOf(client: number, state: unknown): Present | null {
  const { user, where } = (state ?? {}) as { user?: Record<string, unknown>; where?: Record<string, unknown> }
  if (typeof user?.id !== 'string' || typeof user.name !== 'string') return null
  const color = colourOf(user.id)
  return {
    client,
    user: user.id.slice(0, 100),
    name: user.name.slice(0, 200),
    color,
    colorLight: `${color}33`,
    where: whereaboutsOf(where),
  }
}

function whereaboutsOf(where: Record<string, unknown> | undefined): Whereabouts | null {
  if (typeof where?.page !== 'string') return null
  const path = Array.isArray(where.path)
    ? where.path.filter(part => typeof part === 'string' || typeof part === 'number').slice(0, 10)
    : undefined
  return {
    page: where.page.slice(0, 40),
    ...(path === undefined ? {} : { path }),
    ...(where.editing === true ? { editing: true } : {}),
  }
}
