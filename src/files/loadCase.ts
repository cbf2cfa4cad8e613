import { addAll } from '../model/addAll.js'
import type { CaseDocument, Language } from '../model/case.js'
import { checkCase } from '../model/checkCase.js'
import { checkIfs } from '../model/checkIfs.js'
import { compileCase } from '../model/compile.js'
import type { CompiledCase } from '../model/compiled.js'
import { limits } from '../model/limits.js'
import type { CasePath, Problem } from '../model/problem.js'
import { checkEntry, type ParsedDocument, parseDocument } from '../model/schema/parseDocument.js'
import { byPath, type CaseFile, roleOf } from './caseFile.js'
import { type CaseReader, readerOr } from './caseReader.js'
import { checkFiles } from './checkFiles.js'
import { atFile, fromFile, fromMerge, fromProblem } from './diagnose.js'
import { type Diagnostic, inOrder } from './diagnostic.js'
import type { Attachment, LoadedCase, Narrative } from './loadedCase.js'
import { mergeFiles } from './mergedCase.js'
import { utf8, utf8Length } from './utf8.js'
import type { YamlFile } from './yamlFile.js'

/** What was found before the files were handed over: too large, a link out of the folder, … */
export interface LoadOptions {
  readonly problems?: readonly Diagnostic[]
  /** What was read before need not be parsed again. */
  readonly reader?: CaseReader
  /** Bytes of all its text files, where the reader's own machine may bear more than a server would (`limits.ownCaseBytes`). */
  readonly caseBytes?: number
  /** Told before each YAML file how many were read, and how many there are. */
  readonly progress?: (done: number, total: number) => void
}

/**
 * Reads a case from its files, which may come in any order, from a disk or from a page. Never throws on what stands in them:
 * everything that is wrong is in `problems`, all at once.
 */
export function loadCase(id: string, given: readonly CaseFile[], options: LoadOptions = {}): LoadedCase {
  const files = [...given].sort(byPath)
  const problems: Diagnostic[] = [...(options.problems ?? [])]
  const read = readFiles(files, problems, options)
  const merged = mergeFiles(read)
  addAll(problems, merged.problems.map(fromMerge))
  if (read.length === 0 && problems.length === 0) problems.push(atFile('empty-folder', '.', {}))
  const readable = problems.every(({ severity, code }) => severity !== 'error' || mendable.has(code))

  let document: CaseDocument | null = null
  let compiled: CompiledCase | null = null
  if (read.some(({ value }) => value !== null)) {
    const parsed = parseDocument(merged.value)
    const found = [...parsed.problems]
    if (readable) {
      const meaning = checkMeaning(parsed)
      addAll(found, meaning.problems)
      compiled = meaning.compiled
    }
    document = readable ? parsed.document : null
    const placed = found.map(problem => fromProblem(problem, merged, read))
    addAll(problems, readable ? placed : certainOf(placed, problems))
  } else if (readable && read.length > 0) problems.push(atFile('empty-case', read[0]?.source.path ?? '.', {}))
  if (document !== null) {
    addAll(
      problems,
      checkFiles(document, files).map(problem => fromProblem(problem, merged, read)),
    )
  }
  const sound = !problems.some(({ severity }) => severity === 'error')
  return {
    id,
    document,
    compiled: sound ? compiled : null,
    problems: bounded(withoutRepeats(problems.sort(inOrder))),
    narratives: narrativesOf(files),
    attachments: attachmentsOf(files),
    files,
    merged,
  }
}

/** Errors of a file after which the rest of it was still read as it was meant. */
const mendable = new Set(['unquoted-comma', 'duplicate-id', 'duplicate-key', 'reserved-id', 'unknown-alias'])

/**
 * What can be said of shapes while files could not be read: nothing about those files, and not that something is missing, which
 * they may hold.
 */
function certainOf(placed: readonly Diagnostic[], problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const unread = new Set(problems.filter(({ code }) => !mendable.has(code)).map(({ file }) => file))
  return placed.filter(({ code, file }) => code !== 'missing-key' && !unread.has(file))
}

/** Ids, expressions, times, ifs: what can be said once every entry has a shape. */
function checkMeaning(parsed: ParsedDocument): {
  readonly compiled: CompiledCase | null
  readonly problems: readonly Problem[]
} {
  const { provisional, flawed, document } = parsed
  const { compiled, problems } = compileCase(provisional)
  const all = [...problems, ...checkCase(provisional)]
  addAll(all, checkIfs(provisional, all, checkEntry))
  const entries = new Set(flawed.map(path => JSON.stringify(path.map(String))))
  const isFlawed = (path: CasePath) =>
    entries.size > 0 && [1, 2].some(length => entries.has(JSON.stringify(path.slice(0, length).map(String))))
  const badHead = flawed.some(([section]) => section === 'case')
  const kept = all.filter(problem => !isFlawed(problem.path) && !(badHead && dependsOnHead.has(problem.code)))
  return { compiled: document === null ? null : compiled, problems: kept }
}

/** What cannot be said while `case:` itself is wrong. */
const dependsOnHead = new Set(['event-before-start', 'event-after-horizon', 'skipped-time', 'ambiguous-time'])

function readFiles(files: readonly CaseFile[], problems: Diagnostic[], options: LoadOptions): YamlFile[] {
  const { caseBytes = limits.caseBytes, progress } = options
  const reader = readerOr(options.reader)
  const total = files.filter(({ path }) => roleOf(path) === 'yaml').length
  const read: YamlFile[] = []
  let size = 0
  for (const { path, text } of files) {
    const role = roleOf(path)
    if (role === 'misnamed') problems.push(atFile('yml-file', path, { path }, 'warning'))
    if (role === 'yaml' || role === 'narrative') {
      size += typeof text === 'string' ? utf8Length(text) : text.length
      if (typeof text !== 'string') problems.push(atFile('binary-file', path, {}))
    }
    if (role !== 'yaml' || typeof text !== 'string') continue
    if (size > caseBytes) {
      problems.push(atFile('case-too-large', path, { limit: caseBytes }))
      break
    }
    progress?.(read.length, total)
    const file = reader.yaml(path, text)
    read.push(file)
    addAll(
      problems,
      file.problems.map(problem => fromFile(problem, file.source)),
    )
  }
  if (files.length > limits.files) problems.push(atFile('too-many-files', '.', { limit: limits.files }))
  return read
}

function narrativesOf(files: readonly CaseFile[]): Partial<Record<Language, Narrative>> {
  const narratives: Partial<Record<Language, Narrative>> = {}
  for (const { path, text } of files) {
    const language = /^report\.(ko|en)\.md$/.exec(path)?.[1]
    if (language !== undefined && typeof text === 'string') narratives[language as Language] = { path, text }
  }
  return narratives
}

function attachmentsOf(files: readonly CaseFile[]): readonly Attachment[] {
  return files
    .filter(({ path }) => roleOf(path) === 'attachment')
    .map(({ path, text }) => ({ path, bytes: typeof text === 'string' ? utf8(text) : text }))
}

/** Two checks may find one thing. */
function withoutRepeats(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return problems.filter(({ code, file, line, column, values }) => {
    const key = JSON.stringify([code, file, line, column, values])
    return seen.has(key) ? false : seen.add(key)
  })
}

function bounded(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  if (problems.length <= limits.diagnostics) return problems
  const left = problems.length - limits.diagnostics
  const note = atFile('too-many-problems', problems[0]?.file ?? '.', { shown: limits.diagnostics, left })
  return [...problems.slice(0, limits.diagnostics), note]
}
