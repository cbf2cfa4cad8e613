import type { ComponentNames } from '../componentNames.js'
import type { ImportFrame } from '../draft.js'
import type { Pseudonyms } from '../drafts/pseudonyms.js'
import { type Fields, idField, textField } from '../json/fields.js'

/** What the objects of one import are read with. */
export interface PagerReading {
  readonly frame: ImportFrame
  readonly componentOf: ComponentNames
  readonly people: Pseudonyms
}

/** What a state of an incident is to a timeline. */
export const phases: ReadonlyMap<string, string> = new Map([
  ['trigger', 'detection'],
  ['triggered', 'detection'],
  ['acknowledge', 'detection'],
  ['acknowledged', 'detection'],
  ['resolve', 'recovery'],
  ['resolved', 'recovery'],
  ['status_update', 'communication'],
  ['status_update_published', 'communication'],
])

/** Who or what did something: a user as a role or a pseudonym, a service by its name. */
export function actor(agent: Fields | null, { people }: PagerReading): string | undefined {
  if (agent === null) return undefined
  const id = idField(agent, 'id')
  if (isUser(agent) && id !== null) return people.ofId(id)
  return textField(agent, 'summary') ?? textField(agent, 'name') ?? undefined
}

export function isUser(agent: Fields | null): boolean {
  return /^user/.test(textField(agent, 'type') ?? '')
}

/** An incident's name without the number that its summary begins with. */
export function titleOf(incident: Fields | null): string {
  const written = textField(incident, 'title') ?? textField(incident, 'summary') ?? ''
  return written.replace(/^\[#\d+\]\s*/, '')
}

/** The component that an incident's service is, and the state that is to be put down for it. */
export function changesOf(
  service: Fields | null,
  state: 'impaired' | 'up' | null,
  { componentOf }: PagerReading,
): Record<string, string> | undefined {
  const name = textField(service, 'summary') ?? textField(service, 'name')
  const component = name === null || state === null ? null : componentOf(name)
  return component === null || state === null ? undefined : { [component]: state }
}
