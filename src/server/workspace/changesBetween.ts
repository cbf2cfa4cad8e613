import type { EntryChange, ParagraphChange } from '../../api/cases.js'
import { type CaseVersion, changesSince } from '../../assess/changesSince.js'
import { type CaseFile, roleOf } from '../../files/caseFile.js'
import { mergeFiles } from '../../files/mergedCase.js'
import { readYaml } from '../../files/yamlFile.js'
import type { CaseDocument, Language } from '../../model/case.js'

/**
 * What changed between two states of a case, for whoever signs it again: entries of its YAML whatever files they stand in,
 * paragraphs of its narratives, and the files that differ. A state with errors is compared as far as it can be read.
 */
export function changesBetween(
  before: readonly CaseFile[],
  after: readonly CaseFile[],
): {
  readonly entries: EntryChange[]
  readonly paragraphs: ParagraphChange[]
  readonly files: string[]
} {
  const was = versionOf(before)
  const is = versionOf(after)
  const { entries, paragraphs } = changesSince(was, is)
  return {
    entries: entries.map(({ section, id, kind, from, fields }) => ({
      section,
      id,
      kind,
      ...(from === undefined ? {} : { from }),
      fields: [...fields],
      before: entryOf(was.document, section, from ?? id),
      after: entryOf(is.document, section, id),
    })),
    paragraphs: paragraphs.map(change => ({ ...change })),
    files: changedFiles(before, after),
  }
}

/** The files as one document, as they are written: changes are told of what cannot be compiled, too. */
function versionOf(files: readonly CaseFile[]): CaseVersion {
  const texts = files.flatMap(({ path, text }) =>
    roleOf(path) === 'yaml' && typeof text === 'string' ? [readYaml(path, text)] : [],
  )
  const narratives: Partial<Record<Language, string>> = {}
  for (const language of ['ko', 'en'] as const) {
    const text = files.find(({ path }) => path === `report.${language}.md`)?.text
    if (typeof text === 'string') narratives[language] = text
  }
  return { document: mergeFiles(texts).value as unknown as CaseDocument, narratives }
}

function entryOf(document: CaseDocument, section: string, id: string): unknown {
  const entries: unknown = Object.hasOwn(document, section) ? document[section as 'facts'] : null
  if (id === '') return entries ?? null
  if (typeof entries !== 'object' || entries === null || !Object.hasOwn(entries, id)) return null
  return (entries as Readonly<Record<string, unknown>>)[id]
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
  return typeof a === 'string' && typeof b === 'string'
    ? a === b
    : Buffer.from(a as string).equals(Buffer.from(b as string))
}
