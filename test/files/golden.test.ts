// Every folder under input/ is a case with something wrong in it. What is said about it, in both languages, is
// committed under golden/ and read by people. UPDATE_GOLDEN=1 writes it anew.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { diagnosticJson } from '../../src/files/diagnosticJson.js'
import { formatDiagnostic } from '../../src/files/formatDiagnostic.js'
import { loadCase } from '../../src/files/loadCase.js'
import { examine } from '../../src/lint/examination.js'
import { readCaseFolder } from '../../src/publish/readFolder.js'
import { diagnosticCodes } from '../../src/words/diagnostics/diagnosticWords.js'

const here = dirname(fileURLToPath(import.meta.url))
const names = readdirSync(join(here, 'input')).sort()
const told = new Set<string>()

function diagnosticsOf(name: string) {
  const folder = readCaseFolder(join(here, 'input', name))
  const { found } = examine(loadCase(folder.id, folder.files, { problems: folder.problems }))
  for (const { code } of found) told.add(code)
  return found
}

describe.each(names)('%s', name => {
  it.each(['ko', 'en'] as const)('is told of in %s as committed', language => {
    const text = diagnosticsOf(name)
      .map(found => `${formatDiagnostic(found, language)}\n\n`)
      .join('')
    const file = join(here, 'golden', `${name}.${language}.txt`)
    if (process.env.UPDATE_GOLDEN) {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    expect(existsSync(file), `${file} is missing`).toBe(true)
    expect(text).toBe(readFileSync(file, 'utf8'))
  })

  it('says every code in words, and the same for programs', () => {
    for (const found of diagnosticsOf(name)) {
      expect(diagnosticCodes()).toContain(found.code)
      for (const language of ['ko', 'en'] as const) {
        const { message, remedy } = diagnosticJson(found, language)
        expect(message).not.toMatch(/undefined|NaN|\[object Object/)
        expect(remedy).not.toMatch(/undefined|NaN|\[object Object/)
      }
    }
  })
})

it('has a folder for every code that a folder of files can bring about', () => {
  // Made where they are tested: links and sizes in readFolder.test.ts, long input in limits.test.ts, loops by the engine, directives in
  // the narratives by src/publish, choices of ifs by those who choose.
  const elsewhere = new Set([
    'attachments-too-large',
    'case-too-large',
    'directive-bad-time',
    'directive-unknown-id',
    'directive-without-id',
    'expression-deep',
    'expression-long',
    'file-too-large',
    'folders-too-deep',
    'if-requires',
    'ifs-unchecked',
    'link-out-of-folder',
    'link-to-folder',
    'long-id',
    'narrative-too-deep',
    'loop',
    'not-a-file',
    'too-many-changes',
    'too-many-entries',
    'too-many-files',
    'too-many-problems',
    'too-many-values',
    'too-many-works',
    'unknown-directive',
    'unreadable-file',
  ])
  for (const name of names) diagnosticsOf(name)
  expect(diagnosticCodes().filter(code => !told.has(code) && !elsewhere.has(code))).toEqual([])
})
