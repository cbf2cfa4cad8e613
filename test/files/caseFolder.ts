import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { CaseFile } from '../../src/files/caseFile.js'
import { mergeFiles } from '../../src/files/mergedCase.js'
import { readYaml } from '../../src/files/yamlFile.js'

/** The texts of a folder, narratives too. */
export function caseFolder(path: string): CaseFile[] {
  const names = readdirSync(path).filter(name => /\.(yaml|md)$/.test(name))
  return names.map(name => ({ path: name, text: readFileSync(`${path}/${name}`, 'utf8') }))
}

/** What the files say, as plain values; nothing may be wrong with them. */
export function documentOf(files: readonly CaseFile[]): Record<string, Record<string, unknown>> {
  const read = files
    .filter(({ path }) => path.endsWith('.yaml'))
    .map(({ path, text }) => readYaml(path, String(text)))
  expect(read.flatMap(({ problems }) => problems)).toEqual([])
  return JSON.parse(JSON.stringify(mergeFiles(read).value))
}
