import type { Argument, Command, Option } from 'commander'

/** What may stand where a word is being typed; `files` where a path may, which the shell knows best. */
export interface Candidates {
  readonly words: readonly Candidate[]
  readonly files: boolean
}

export interface Candidate {
  readonly word: string
  readonly about: string
}

/** Ids of a case by the path that was typed for it; none where it cannot be read. */
export interface CaseIds {
  readonly ifs: (path: string) => readonly Candidate[]
  readonly components: (path: string) => readonly Candidate[]
}

const nothing: Candidates = { words: [], files: false }
const aFile: Candidates = { words: [], files: true }

/**
 * What may come next, asked of the commands themselves, so that it is never older than they are. `words` are those after the
 * name of the program; the last one is being typed and may be empty.
 */
export function candidates(program: Command, words: readonly string[], ids: CaseIds): Candidates {
  const typed = words.at(-1) ?? ''
  const { words: all, files } = possible(program, words.slice(0, -1), typed, ids)
  return { words: all.filter(({ word }) => word.startsWith(typed)), files }
}

function possible(program: Command, before: readonly string[], typed: string, ids: CaseIds): Candidates {
  const visible = program.createHelp().visibleCommands(program)
  const names = visible.map(command => ({ word: command.name(), about: firstLine(command.description()) }))
  const name = before[0]
  if (name === undefined)
    return typed.startsWith('-')
      ? { words: optionsOf(program, []), files: false }
      : { words: names, files: false }
  if (name === 'help') return before.length === 1 ? { words: names, files: false } : nothing
  const command = visible.find(each => each.name() === name)
  if (command === undefined) return nothing
  const { operands, open } = read(command, before.slice(1))
  if (typed.startsWith('-')) return { words: optionsOf(command, before), files: false }
  if (open !== null) return valuesOf(open, operands, ids)
  const places = command.registeredArguments
  const place = places[operands.length] ?? (places.at(-1)?.variadic === true ? places.at(-1) : undefined)
  return place === undefined ? nothing : operandsOf(place, operands, ids)
}

/** The operands so far, and the option whose value comes next, if one waits for it. */
function read(
  command: Command,
  words: readonly string[],
): { operands: readonly string[]; open: Option | null } {
  const operands: string[] = []
  let open: Option | null = null
  for (const word of words) {
    if (word.startsWith('-') && word !== '-') {
      const option = command.options.find(({ long, short }) => word === long || word === short)
      open = option !== undefined && takesValue(option) ? option : null
    } else if (open === null) operands.push(word)
    else if (!open.variadic) open = null
  }
  return { operands, open }
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional
}

/** Options that were not given yet; one that takes several values may be given again. */
function optionsOf(command: Command, given: readonly string[]): readonly Candidate[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .filter(
      ({ long, variadic }) => long !== undefined && long !== null && (variadic || !given.includes(long)),
    )
    .map(({ long, description }) => ({ word: long!, about: description }))
}

/** What an option may be given, by its choices or by what its description calls its value: `--out <dir>`, `--if <ids...>`. */
function valuesOf(option: Option, operands: readonly string[], ids: CaseIds): Candidates {
  if (option.argChoices !== undefined) return chosen(option.argChoices)
  const value = /[<[]([^>\].]+)/.exec(option.flags)?.[1]
  if (value === 'dir' || value === 'file' || value === 'case') return aFile
  const path = operands[0]
  if (value !== 'ids' || path === undefined) return nothing
  return { words: option.variadic ? ids.ifs(path) : ids.components(path), files: false }
}

function operandsOf(place: Argument, operands: readonly string[], ids: CaseIds): Candidates {
  if (place.argChoices !== undefined) return chosen(place.argChoices)
  const name = place.name()
  const path = operands[0]
  if (name === 'ifs' || name === 'component') {
    if (path === undefined) return nothing
    if (name === 'component') return { words: ids.components(path), files: false }
    return { words: ids.ifs(path).filter(({ word }) => !operands.includes(word)), files: false }
  }
  return name === 'text' ? nothing : aFile
}

function chosen(words: readonly string[]): Candidates {
  return { words: words.map(word => ({ word, about: '' })), files: false }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}
