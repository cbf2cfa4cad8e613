import type { CaseEdit, EditRefusal, FileChanges } from '../files/caseEdit.js'
import { byPath, type CaseFile, roleOf } from '../files/caseFile.js'
import { editCase } from '../files/editCase.js'
import type { Language } from '../model/case.js'
import { interviewWords } from '../words/interview/interviewWords.js'
import type { SystemDraft } from './draftSystem.js'
import { entryText } from './houseText.js'

/** The case's files with the draft in them. */
export interface WrittenDraft {
  readonly files: readonly CaseFile[]
  /** Paths of files that are new. */
  readonly created: readonly string[]
  /** What changed in files that were there. */
  readonly changes: readonly FileChanges[]
}

/** Where the sections of a first model begin, in the usual split of a case. */
const homes = {
  quantities: 'system.yaml',
  components: 'system.yaml',
  events: 'scenario.yaml',
  ifs: 'ifs.yaml',
} as const

type Section = keyof typeof homes

/**
 * Writes a draft into the files of a case. A file that is not there yet is begun, with what is open as comments in the language given;
 * in one that is there each entry is the smallest edit, so that all else stays as it was. Refused where a file cannot be read.
 */
export function writeDraft(
  given: readonly CaseFile[],
  draft: SystemDraft,
  language: Language,
): WrittenDraft | { readonly refused: EditRefusal } {
  let files = [...given].sort(byPath)
  const pending: CaseEdit[] = draft.renames.map(({ path, to }) => ({ kind: 'rename', path, to }))
  const begun = new Map<string, Section[]>()
  for (const section of Object.keys(homes) as Section[]) {
    const entries = Object.entries(draft[section])
    if (entries.length === 0) continue
    const home = homes[section]
    if (!files.some(({ path }) => path === home) && !hasSection(files, section)) {
      begun.set(home, [...(begun.get(home) ?? []), section])
    } else pending.push(...entries.flatMap(([id, entry]) => editsOf(draft, section, id, entry)))
  }
  for (const [path, sections] of begun) {
    files = [...files, { path, text: textOf(path, sections, draft, language) }].sort(byPath)
  }
  const created = [...begun.keys()].sort()
  if (pending.length === 0) return { files, created, changes: [] }
  const result = editCase(files, { kind: 'many', edits: pending })
  return 'refused' in result ? result : { files: result.files, created, changes: result.changes }
}

/** A new entry at once; of a component that is there already, each field that the draft adds. */
function editsOf(draft: SystemDraft, section: Section, id: string, entry: object): readonly CaseEdit[] {
  if (section === 'components' && draft.filled.includes(id)) {
    return Object.entries(entry).map(([field, value]) => ({ kind: 'set', path: [section, id, field], value }))
  }
  return [{ kind: 'set', path: [section, id], value: entry }]
}

function hasSection(files: readonly CaseFile[], section: Section): boolean {
  const key = new RegExp(`^${section}\\s*:`, 'm')
  return files.some(({ path, text }) => roleOf(path) === 'yaml' && typeof text === 'string' && key.test(text))
}

/** A whole file in the manner of the cases: an opening comment, then each section with an entry a line or a block. */
function textOf(path: string, sections: readonly Section[], draft: SystemDraft, language: Language): string {
  const words = interviewWords(language)
  const opening = words.files[path === homes.events ? 'scenario' : path === homes.ifs ? 'ifs' : 'system']
  const open = path === homes.components ? draft.open : []
  const comments = [
    ...opening,
    ...(open.length === 0 ? [] : ['', words.files.open, ...open.map(({ text }) => `- ${text[language]}`)]),
  ]
  const blocks = sections.map(section => {
    const entries = Object.entries(draft[section]).map(([id, entry]) => entryText(id, entry, 2))
    return [`${section}:`, ...entries].join('\n')
  })
  const lead = comments.map(line => (line === '' ? '#' : `# ${line}`)).join('\n')
  return `${[lead, ...blocks].join('\n\n')}\n`
}
