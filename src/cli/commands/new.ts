import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { CannotDo } from '../cannotDo.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { packageFolder } from '../packageFolder.js'

/** The schema lies in a dot-folder of the case, which no reading of the case enters, so that editors find it offline. */
const schemaInCase = join('.manil', 'case.schema.json')

/** `manil new DIR`: writes a small complete case to learn from, in the language of the command. */
export async function createCase(dir: string, context: Context): Promise<ExitStatus> {
  const { effects, words } = context
  const folder = resolve(effects.cwd, dir)
  const kind = effects.pathKind(folder)
  if (kind !== null && !(kind === 'folder' && effects.isEmptyFolder(folder))) {
    throw new CannotDo('not-empty', words.new.notEmpty(dir))
  }
  const files = scaffold(context.language)
  for (const { path, text } of files) effects.writeFile(join(folder, path), text)
  if (context.json) {
    writeJson(context, { case: basename(folder), out: dir, files: files.map(({ path }) => path) })
    return exitStatus.fine
  }
  effects.write(`${words.new.written(dir)}\n\n${words.new.next(dir)}`)
  return exitStatus.fine
}

function scaffold(language: string): { readonly path: string; readonly text: string }[] {
  const folder = join(packageFolder(), 'scaffold', language)
  const files = readdirSync(folder)
    .sort()
    .map(path => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
  const schema = readFileSync(join(packageFolder(), 'schema', 'case.schema.json'), 'utf8')
  return [...files, { path: schemaInCase, text: schema }]
}
