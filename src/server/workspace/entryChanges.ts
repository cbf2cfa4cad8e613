import type { EntryChange } from '../../api/cases.js'
import { type CaseFile, roleOf } from '../../files/caseFile.js'
import { mergeFiles } from '../../files/mergedCase.js'
import { readYaml } from '../../files/yamlFile.js'

type Entries = ReadonlyMap<string, unknown>

/** Paragraphs of a narrative are compared up to so many on a side; a longer one is told as one entry. */
const paragraphsCompared = 2_000

/**
 * What changed between two states of a case, entry by entry of its YAML whatever files they stand in, and paragraph by
 * paragraph of its narratives; and the files that differ.
 */
export function entryChanges(
  before: readonly CaseFile[],
  after: readonly CaseFile[],
): { readonly entries: EntryChange[]; readonly files: string[] } {
  return {
    entries: [...changesOf(sectionsOf(before), sectionsOf(after)), ...narrativeChanges(before, after)],
    files: changedFiles(before, after),
  }
}

/** Sections of the merged document, each with its entries; what is no map is its own only entry. */
function sectionsOf(files: readonly CaseFile[]): ReadonlyMap<string, Entries> {
  const texts = files.flatMap(({ path, text }) =>
    roleOf(path) === 'yaml' && typeof text === 'string' ? [readYaml(path, text)] : [],
  )
  const { value } = mergeFiles(texts)
  return new Map(
    Object.entries(value).map(([section, entries]) => [
      section,
      isMap(entries) ? new Map(Object.entries(entries)) : new Map([['', entries]]),
    ]),
  )
}

function changesOf(before: ReadonlyMap<string, Entries>, after: ReadonlyMap<string, Entries>): EntryChange[] {
  const sections = [...new Set([...before.keys(), ...after.keys()])]
  return sections.flatMap(section => {
    const was = before.get(section) ?? new Map<string, unknown>()
    const is = after.get(section) ?? new Map<string, unknown>()
    const ids = [...new Set([...is.keys(), ...was.keys()])]
    return ids.flatMap(id => {
      const change = changeOf(was.get(id), is.get(id))
      return change === null ? [] : [{ section, id, ...change }]
    })
  })
}

function changeOf(before: unknown, after: unknown): Omit<EntryChange, 'section' | 'id'> | null {
  if (before === undefined) return { kind: 'added', fields: [], before: null, after }
  if (after === undefined) return { kind: 'removed', fields: [], before, after: null }
  if (same(before, after)) return null
  const fields =
    isMap(before) && isMap(after)
      ? [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
          field => !same(before[field], after[field]),
        )
      : []
  return { kind: 'changed', fields, before, after }
}

/** Paragraphs that went and came, in order. What stands unchanged around them is found by the longest common part. */
function narrativeChanges(before: readonly CaseFile[], after: readonly CaseFile[]): EntryChange[] {
  const paths = ['report.ko.md', 'report.en.md']
  return paths.flatMap(path => {
    const was = paragraphs(before, path)
    const is = paragraphs(after, path)
    return differences(was, is).map(({ removed, added, at }) => ({
      section: path,
      id: String(at + 1),
      kind: removed === '' ? ('added' as const) : added === '' ? ('removed' as const) : ('changed' as const),
      fields: [],
      before: removed === '' ? null : removed,
      after: added === '' ? null : added,
    }))
  })
}

function paragraphs(files: readonly CaseFile[], path: string): string[] {
  const text = files.find(file => file.path === path)?.text
  if (typeof text !== 'string') return []
  const parts = text.split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/).filter(part => part.trim() !== '')
  return parts.length > paragraphsCompared ? [text] : parts
}

/** Stretches in which two lists differ; `at`: where in the later one. */
function differences(
  before: readonly string[],
  after: readonly string[],
): { readonly removed: string; readonly added: string; readonly at: number }[] {
  const width = after.length + 1
  // lengths[i * width + j]: the longest common part of what comes after i and j.
  const lengths = new Uint16Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        before[i] === after[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
    }
  }
  const found: { removed: string; added: string; at: number }[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      i++
      j++
      continue
    }
    const removed: string[] = []
    const added: string[] = []
    const at = j
    while (i < before.length || j < after.length) {
      if (i < before.length && j < after.length && before[i] === after[j]) break
      const down = i < before.length ? lengths[(i + 1) * width + j]! : -1
      const right = j < after.length ? lengths[i * width + j + 1]! : -1
      if (down >= right) removed.push(before[i++]!)
      else added.push(after[j++]!)
    }
    found.push({ removed: removed.join('\n\n'), added: added.join('\n\n'), at })
  }
  return found
}

function changedFiles(before: readonly CaseFile[], after: readonly CaseFile[]): string[] {
  const was = new Map(before.map(({ path, text }) => [path, text]))
  const is = new Map(after.map(({ path, text }) => [path, text]))
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter(path => !sameContent(was.get(path), is.get(path)))
    .sort()
}

function sameContent(a: CaseFile['text'] | undefined, b: CaseFile['text'] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return Buffer.from(a as string).equals(Buffer.from(b as string))
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
