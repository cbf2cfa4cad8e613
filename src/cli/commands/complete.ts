import { resolve } from 'node:path'
import type { Command } from 'commander'
import { loadCase } from '../../files/loadCase.js'
import type { CaseDocument } from '../../model/case.js'
import { textIn } from '../../model/text.js'
import { type Candidate, candidates } from '../completion/candidates.js'
import type { Context } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { visible } from '../visible.js'

/** `manil complete -- WORDS`: what may come next, for the scripts of `manil completion`. Never complains: nobody would see it. */
export async function complete(
  words: readonly string[],
  program: Command,
  context: Context,
): Promise<ExitStatus> {
  const found = candidates(program, words, {
    ifs: path => titled(documentAt(path, context)?.ifs, context),
    components: path => titled(documentAt(path, context)?.components, context),
  })
  for (const { word, about } of found.words) context.effects.write(`${word}\t${about}\n`)
  if (found.files) context.effects.write(':files\n')
  return exitStatus.fine
}

function titled(
  entries: CaseDocument['ifs'] | CaseDocument['components'],
  { language }: Context,
): readonly Candidate[] {
  return Object.entries(entries ?? {}).map(([word, { title }]) => ({
    word,
    about: title === undefined ? '' : visible(textIn(title, language)),
  }))
}

/** A case with errors has ids too, as far as it could be read. */
function documentAt(path: string, { effects }: Context): CaseDocument | null {
  const full = resolve(effects.cwd, path)
  if (effects.pathKind(full) === null) return null
  const { id, files, problems } = effects.readCase(full)
  return loadCase(id, files, { problems }).document
}
