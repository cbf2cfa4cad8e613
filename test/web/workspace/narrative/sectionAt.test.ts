import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readNarrative } from '../../../../src/narrative/readNarrative.js'
import { sectionAt } from '../../../../src/web/workspace/pages/narrative/sectionAt.js'

// What this proves: the preview follows the cursor to the section that the report would number so.

test.each([
  ['before|', 0],
  ['a\n\n## One\n\nb|', 1],
  ['## One\n\n### Deeper\n\nb|\n## Two', 1],
  ['# One\n## Two|', 2],
  ['## One\n```\n## no heading\n```\nb|', 1],
  ['## One\n~~~\n```\n## no heading\n~~~\n## Two\nb|', 2],
  ['#no heading\nb|', 0],
])('%j', (marked, section) => {
  expect(sectionAt(marked.replace('|', ''), marked.indexOf('|'))).toBe(section)
})

test.each(['ko', 'en'] as const)('the end of a narrative is in its last section (%s)', language => {
  const path = fileURLToPath(new URL(`../../../../cases/kakao-2022/report.${language}.md`, import.meta.url))
  const text = readFileSync(path, 'utf8')
  expect(sectionAt(text, text.length)).toBe(readNarrative(text, language).sections.length)
})
