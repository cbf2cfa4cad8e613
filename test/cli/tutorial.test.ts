/**
 * The tutorials of both READMEs are true: their files are written, their commands are run in order, and what is printed is
 * what the README says. `vitest -u` writes new outputs into it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { Language } from '../../src/model/case.js'
import { command, inFolder } from './recordingEffects.js'

const fence = /```(yaml|markdown|console)\n([\s\S]*?)```/g
/** The first line of a file's block names it, as a comment. */
const fileName = /^(?:# |<!-- )([\w./-]+)(?: -->)?\n/

/** The text of a README with the output of its commands as it is now. */
async function retold(readme: string, language: Language, folder: string): Promise<string> {
  let text = ''
  let read = 0
  for (const { 0: block, 1: kind, 2: body = '', index } of readme.matchAll(fence)) {
    text += readme.slice(read, index)
    read = index + block.length
    const name = fileName.exec(body)?.[1]
    if (kind === 'console') text += `\`\`\`console\n${await ran(body, language, folder)}\`\`\``
    else text += block
    if (kind !== 'console' && name !== undefined) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), body)
    }
  }
  return text + readme.slice(read)
}

async function ran(body: string, language: Language, cwd: string): Promise<string> {
  let text = ''
  for (const line of body.split('\n').filter(line => line.startsWith('$ manil '))) {
    const args = [...line.slice('$ manil '.length).matchAll(/"([^"]*)"|(\S+)/g)].map(
      found => found[1] ?? found[2]!,
    )
    const { output, errors } = await command(args, { cwd, language })
    text += `${text === '' ? '' : '\n'}${line}\n${(output + errors).trimEnd()}\n`
  }
  return text
}

it.each([
  ['README.md', 'en'],
  ['README.ko.md', 'ko'],
] as const)('%s tells what happens', async (name, language) => {
  await inFolder(async folder => {
    const path = fileURLToPath(new URL(`../../${name}`, import.meta.url))
    const now = await retold(readFileSync(path, 'utf8'), language, folder)
    await expect(now).toMatchFileSnapshot(path)
  })
})
