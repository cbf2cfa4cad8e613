import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml'
import { eachReference, type NamedSection, type Reference } from '../model/eachReference.js'
import { tokensOf } from '../model/expression/tokens.js'
import { idProblem } from '../model/identifier.js'
import type { CasePath } from '../model/problem.js'
import type { EditRefusal } from './caseEdit.js'
import { type CaseFile, roleOf } from './caseFile.js'
import { inlineText } from './editedText.js'
import { type MergedCase, mergeFiles } from './mergedCase.js'
import { namedInNarrative } from './narrativeNames.js'
import type { Change } from './textLines.js'
import type { YamlFile } from './yamlFile.js'
import { keyText, rangeOf } from './yamlWalk.js'

/** What is renamed: an entry of a section, or an event of a scenario. */
interface Renamed {
  readonly section: string
  readonly scenario: string
  readonly id: string
  readonly to: string
}

/** The id that a path ends in, as references name it; null where no references are followed. */
export function renamedBy(path: CasePath, to: string): Renamed | null {
  const [section, id, inner, event] = path.map(String)
  if (section === undefined || id === undefined) return null
  if (path.length === 2) return { section, scenario: 'main', id, to }
  const isEvent = path.length === 4 && section === 'scenarios' && inner === 'events' && event !== undefined
  return isEvent ? { section: 'events', scenario: id, id: event, to } : null
}

/** Every change besides the key itself that a new name brings, by file; or what is in the way. */
export function referenceChanges(
  files: readonly CaseFile[],
  read: readonly YamlFile[],
  renamed: Renamed,
): ReadonlyMap<string, readonly Change[]> | EditRefusal {
  if (idProblem(renamed.to) !== null) return { code: 'not-an-id', id: renamed.to }
  const changes = new Map<string, Map<number, Change>>()
  const add = (file: string, change: Change) => {
    const known = changes.get(file) ?? new Map<number, Change>()
    // What stands behind an anchor is met once for each alias.
    changes.set(file, known.set(change.from, change))
  }
  const merged = mergeFiles(read)
  const found = new Map<string, Reference[]>()
  eachReference(merged.value, reference => {
    if (!isMeant(reference, renamed)) return
    const key = JSON.stringify([reference.atKey, ...reference.path])
    found.set(key, [...(found.get(key) ?? []), reference])
  })
  for (const references of found.values()) {
    const change = changesAt(merged, references, renamed.to)
    for (const one of change?.changes ?? []) add(change?.file ?? '', one)
  }
  for (const { path, text } of files) {
    if (roleOf(path) !== 'narrative' || typeof text !== 'string') continue
    const mark = text.startsWith('\uFEFF') ? 1 : 0
    for (const { section, id, from, to, isShort } of namedInNarrative(text)) {
      if (!isMeant({ section, id, scenario: 'main' }, renamed)) continue
      // In `{#id}` a dot would begin a class.
      const isWhole = isShort && renamed.to.includes('.')
      const written = isWhole ? `id=${renamed.to}` : renamed.to
      add(path, { from: from - mark - (isWhole ? 1 : 0), to: to - mark, text: written })
    }
  }
  return new Map([...changes].map(([path, all]) => [path, [...all.values()]]))
}

function isMeant(
  {
    section,
    id,
    scenario,
  }: { readonly section: NamedSection; readonly id: string; readonly scenario: string },
  renamed: Renamed,
): boolean {
  return id === renamed.id && section === renamed.section && scenario === renamed.scenario
}

/** The changes of one key or text, in which an id may stand several times. */
function changesAt(
  merged: MergedCase,
  references: readonly Reference[],
  to: string,
): { readonly file: string; readonly changes: readonly Change[] } | null {
  const [{ path, atKey }] = references as readonly [Reference]
  const place = nodeAt(merged, path, atKey)
  if (place === null) return null
  const { file, node, start } = place
  const [from, end] = rangeOf(node)
  const source = file.source.text.slice(start + from, start + end)
  const text = atKey ? keyText(node) : String(node.value)
  const spans = references.map(({ within }) => within)
  const lead = source.startsWith(text) ? 0 : /^["']/.test(source) && source.startsWith(text, 1) ? 1 : null
  const renamedText = replacedIn(text, spans, to)
  const isAll = spans.length === 1 && spans[0]?.from === 0 && spans[0].to === text.length
  // `true` and `null` would not be texts without quotation marks.
  const needsQuotes = lead === 0 && isAll && inlineText(renamedText) !== renamedText
  const offsets = lead === null ? foldedSpans(source, references) : spans.map(span => shifted(span, lead))
  if (offsets === null || needsQuotes) {
    return {
      file: file.source.path,
      changes: [{ from: start + from, to: start + end, text: inlineText(renamedText) }],
    }
  }
  const changes = offsets.map(span => ({ ...shifted(span, start + from), text: to }))
  return { file: file.source.path, changes }
}

/** Where the ids stand in a text that is written over several lines; null where they cannot be told apart. */
function foldedSpans(source: string, references: readonly Reference[]): readonly Span[] | null {
  const id = references[0]?.id ?? ''
  const words = tokensOf(source).filter(
    ({ kind, text }) => kind === 'word' && (text === id || text === `${id}.full`),
  )
  if (words.length !== references.length) return null
  return words.map(({ span: { from } }) => ({ from, to: from + id.length }))
}

const shifted = ({ from, to }: Span, by: number): Span => ({ from: from + by, to: to + by })

type Span = Reference['within']

function replacedIn(text: string, spans: readonly Span[], to: string): string {
  let result = text
  for (const span of [...spans].sort((a, b) => b.from - a.from)) {
    result = result.slice(0, span.from) + to + result.slice(span.to)
  }
  return result
}

/** The scalar of a key or a text, with its file; null where the path leads to none. */
function nodeAt(
  merged: MergedCase,
  path: CasePath,
  atKey: boolean,
): { readonly file: YamlFile; readonly node: Scalar; readonly start: number } | null {
  const origin = merged.sections.get(String(path[0]))?.entries.get(String(path[1]))
  if (origin === undefined) return null
  const { file, written } = origin
  const { start, document } = written.within
  let item: Pair | { readonly key: null; readonly value: unknown } = written.pair()
  for (const part of path.slice(2)) {
    const value: unknown = isAlias(item.value) ? item.value.resolve(document()) : item.value
    if (isMap(value)) {
      const next = (value.items as readonly Pair[]).find(
        ({ key }) => isScalar(key) && keyText(key) === String(part),
      )
      if (next === undefined) return null
      item = next
    } else if (isSeq(value) && typeof part === 'number') {
      item = { key: null, value: value.items[part] }
    } else return null
  }
  const node = (atKey ? item.key : item.value) as Node | null
  const target = isAlias(node) ? node.resolve(document()) : node
  return isScalar(target) ? { file, node: target, start } : null
}
