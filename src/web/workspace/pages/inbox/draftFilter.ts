import type { InboxDraft } from '../../../../api/inbox.js'

/** What of the drafts is shown: all, those without a time, or those with one flag. */
export type DraftFilter = 'all' | 'no-time' | FilterFlag

/** Flags that one may want to go through one kind at a time. */
const filterFlags = [
  'duplicate',
  'missing-zone',
  'missing-year',
  'missing-date',
  'ambiguous-time',
  'clock-skew',
  'redacted',
] as const
type FilterFlag = (typeof filterFlags)[number]

/** Whether a filter shows a draft. */
export function shows(filter: DraftFilter, { time, flags }: InboxDraft): boolean {
  if (filter === 'all') return true
  return filter === 'no-time' ? time === null : flags.some(({ code }) => code === filter)
}

/** The filters that would show something, with how many; `all` first. */
export function filtersOf(
  drafts: readonly InboxDraft[],
): readonly { readonly filter: DraftFilter; readonly count: number }[] {
  return (['all', 'no-time', ...filterFlags] as const)
    .map(filter => ({ filter, count: drafts.filter(draft => shows(filter, draft)).length }))
    .filter(({ filter, count }) => filter === 'all' || count > 0)
}

/** A selection after one draft was pressed; with Shift everything from the one before it on is treated alike. */
export function selected(
  before: ReadonlySet<string>,
  keys: readonly string[],
  pressed: string,
  { on, from }: { readonly on: boolean; readonly from: string | null },
): ReadonlySet<string> {
  const [start, end] = [keys.indexOf(from ?? pressed), keys.indexOf(pressed)]
  const range = start < 0 || end < 0 ? [pressed] : keys.slice(Math.min(start, end), Math.max(start, end) + 1)
  const next = new Set(before)
  for (const key of range) {
    if (on) next.add(key)
    else next.delete(key)
  }
  return next
}
