import { relative, resolve } from 'node:path'
import { examineReport } from '../../publish/examineReport.js'
import { publishCase } from '../../publish/publishCase.js'
import { CannotDo } from '../cannotDo.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { InvalidCase, readCase } from '../openCase.js'

/** `manil publish CASE --out DIR`: the report as files. Byte-identical for the same case. */
export async function publish(
  path: string,
  options: { readonly out: string },
  context: Context,
): Promise<ExitStatus> {
  const { effects, words } = context
  const loaded = readCase(path, context)
  const { found, broken } = examineReport(loaded)
  if (broken) throw new InvalidCase(loaded.id, found, words)
  const out = resolve(effects.cwd, options.out)
  const kind = effects.pathKind(out)
  if (kind !== null && kind !== 'folder') {
    throw new CannotDo('out-is-file', words.publish.outIsFile(options.out))
  }
  effects.progress(words.publish.working(loaded.id))
  const files = await publishCase(loaded, {})
  for (const { path: name, contents } of files) effects.writeFile(resolve(out, name), contents)
  effects.progress('')
  if (context.json) {
    const written = files.map(({ path: name, contents }) => ({
      path: name,
      bytes: Buffer.byteLength(contents),
    }))
    writeJson(context, { case: loaded.id, out: options.out, files: written, warnings: found.length })
    return exitStatus.fine
  }
  effects.write(`${words.publish.written(files.length, options.out)}\n`)
  for (const { path: name } of files) effects.write(`  ${relative(effects.cwd, resolve(out, name))}\n`)
  if (found.length > 0) effects.write(`${words.publish.warnings(found.length)}\n`)
  return exitStatus.fine
}
