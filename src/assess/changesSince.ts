import type { CaseDocument, Language } from '../model/case.js'
import type { CasePath } from '../model/problem.js'

/** What happened to one entry of a case between two of its versions. */
export interface EntryChange {
  readonly kind: 'added' | 'changed' | 'removed' | 'renamed'
  readonly section: Section
  /** Empty for the head of the case. */
  readonly id: string
  /** The id before, of an entry that was only renamed. */
  readonly from?: string
  /** Fields that differ, as paths within the entry: `at`, `text.ko`, `recovery.takes`. Of a changed entry alone. */
  readonly fields: readonly string[]
  /** Where it stands: in the later version, or in the earlier one if it was removed. */
  readonly path: CasePath
}

/** What happened to a paragraph of a narrative. */
export interface ParagraphChange {
  readonly kind: 'added' | 'changed' | 'removed'
  readonly language: Language
  /** The nearest heading above, in the version it stands in; empty before the first. */
  readonly heading: string
  readonly before: string | null
  readonly after: string | null
}

/** All that differs between two versions of a case. */
export interface CaseChanges {
  readonly entries: readonly EntryChange[]
  readonly paragraphs: readonly ParagraphChange[]
}

/** A version of a case: its document, and the narratives as Markdown. */
export interface CaseVersion {
  readonly document: CaseDocument
  readonly narratives: Readonly<Partial<Record<Language, string>>>
}

/** Sections in the order in which changes are told. */
const sections = [
  'case',
  'objectives',
  'facts',
  'components',
  'events',
  'quantities',
  'scenarios',
  'ifs',
  'shortcomings',
  'actions',
  'sources',
  'portable',
] as const

export type Section = (typeof sections)[number]

/**
 * What changed between two versions, entry by entry and paragraph by paragraph: for those who sign a case again. Order of
 * entries and layout of the text do not count; an entry that is the same under another id was renamed.
 */
export function changesSince(before: CaseVersion, after: CaseVersion): CaseChanges {
  return {
    entries: sections.flatMap(section => changesInSection(section, before.document, after.document)),
    paragraphs: (['ko', 'en'] as const).flatMap(language =>
      changesInText(before.narratives[language] ?? '', after.narratives[language] ?? '', language),
    ),
  }
}

type Entries = Readonly<Record<string, unknown>>

function changesInSection(section: Section, before: CaseDocument, after: CaseDocument): EntryChange[] {
  // What has fields rather than entries is told as one.
  if (section === 'case' || section === 'portable') {
    const fields = differingFields(before[section] ?? {}, after[section] ?? {})
    return fields.length === 0 ? [] : [{ kind: 'changed', section, id: '', fields, path: [section] }]
  }
  const old = entriesOf(before[section])
  const now = entriesOf(after[section])
  const gone = new Map<string, string[]>()
  for (const [id, entry] of Object.entries(old)) {
    if (Object.hasOwn(now, id)) continue
    const same = canonical(entry)
    gone.set(same, [...(gone.get(same) ?? []), id])
  }
  const renamed = new Set<string>()
  const changes = Object.entries(now).flatMap(([id, entry]): EntryChange[] => {
    const path = [section, id]
    if (Object.hasOwn(old, id)) {
      const fields = differingFields(old[id], entry)
      return fields.length === 0 ? [] : [{ kind: 'changed', section, id, fields, path }]
    }
    const from = gone.get(canonical(entry))?.shift()
    if (from === undefined) return [{ kind: 'added', section, id, fields: [], path }]
    renamed.add(from)
    return [{ kind: 'renamed', section, id, from, fields: [], path }]
  })
  const removed = Object.keys(old)
    .filter(id => !Object.hasOwn(now, id) && !renamed.has(id))
    .map((id): EntryChange => ({ kind: 'removed', section, id, fields: [], path: [section, id] }))
  return [...changes, ...removed]
}

/** Paths at which two values differ, down to where one of them is no map. */
function differingFields(before: unknown, after: unknown, path = ''): readonly string[] {
  if (canonical(before) === canonical(after)) return []
  if (!isMap(before) || !isMap(after)) return [path]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap(key => {
    const at = path === '' ? key : `${path}.${key}`
    return differingFields(ownOf(before, key), ownOf(after, key), at)
  })
}

function isMap(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A version may be one whose files were not checked: what is no map has no entries. */
const entriesOf = (section: unknown): Entries => (isMap(section) ? section : {})

const ownOf = (map: Entries, key: string) => (Object.hasOwn(map, key) ? map[key] : undefined)

/** The value as text that does not depend on the order of keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'bigint') return `${value}n`
  if (!isMap(value)) return JSON.stringify(value) ?? 'undefined'
  const fields = Object.keys(value)
    .sort()
    .map(key => `${JSON.stringify(key)}:${canonical(value[key])}`)
  return `{${fields.join(',')}}`
}

/** A paragraph with the heading above it. */
interface Paragraph {
  readonly text: string
  readonly heading: string
}

/** Beyond so many pairs of paragraphs the texts are told as replaced, not compared: a bound on time and memory. */
const COMPARED_PAIRS = 4_000_000

function changesInText(before: string, after: string, language: Language): ParagraphChange[] {
  if (before === after) return []
  const old = paragraphsOf(before)
  const now = paragraphsOf(after)
  const changes: ParagraphChange[] = []
  for (const { gone, come } of differingRuns(old, now)) {
    const both = Math.min(gone.length, come.length)
    for (let place = 0; place < Math.max(gone.length, come.length); place++) {
      const [was, is] = [gone[place] ?? null, come[place] ?? null]
      changes.push({
        kind: place < both ? 'changed' : was === null ? 'added' : 'removed',
        language,
        heading: (is ?? was)?.heading ?? '',
        before: was?.text ?? null,
        after: is?.text ?? null,
      })
    }
  }
  return changes
}

/** Blocks between blank lines; a code fence is one block. Blanks at the ends of lines do not count. */
function paragraphsOf(markdown: string): readonly Paragraph[] {
  const found: Paragraph[] = []
  let heading = ''
  let lines: string[] = []
  let fence: string | null = null
  const end = () => {
    const text = lines.join('\n').trim()
    lines = []
    if (text === '') return
    const title = /^#{1,6}\s+(.+?)\s*#*$/.exec(text.split('\n')[0] ?? '')
    if (title !== null) heading = title[1] ?? ''
    found.push({ text, heading })
  }
  for (const raw of markdown.split(/\r?\n/)) {
    const line = raw.trimEnd()
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark !== undefined && fence === null) fence = mark
    else if (mark !== undefined && fence !== null && mark.startsWith(fence)) fence = null
    if (line === '' && fence === null) end()
    else lines.push(line)
  }
  end()
  return found
}

interface Run {
  readonly gone: readonly Paragraph[]
  readonly come: readonly Paragraph[]
}

/** Stretches in which two lists differ, by their longest common subsequence. */
function differingRuns(old: readonly Paragraph[], now: readonly Paragraph[]): readonly Run[] {
  let start = 0
  while (start < old.length && start < now.length && old[start]?.text === now[start]?.text) start++
  let [oldEnd, nowEnd] = [old.length, now.length]
  while (oldEnd > start && nowEnd > start && old[oldEnd - 1]?.text === now[nowEnd - 1]?.text) {
    oldEnd--
    nowEnd--
  }
  const [a, b] = [old.slice(start, oldEnd), now.slice(start, nowEnd)]
  if (a.length * b.length > COMPARED_PAIRS) return [{ gone: a, come: b }]
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[i]?.text === b[j]?.text
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0)
    }
  }
  const runs: Run[] = []
  let [i, j] = [0, 0]
  let gone: Paragraph[] = []
  let come: Paragraph[] = []
  const close = () => {
    if (gone.length + come.length > 0) runs.push({ gone, come })
    gone = []
    come = []
  }
  while (i < a.length || j < b.length) {
    const [was, is] = [a[i], b[j]]
    if (was !== undefined && is !== undefined && was.text === is.text) {
      close()
      i++
      j++
    } else if (
      was !== undefined &&
      (is === undefined || (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))
    ) {
      gone.push(was)
      i++
    } else if (is !== undefined) {
      come.push(is)
      j++
    }
  }
  close()
  return runs
}
