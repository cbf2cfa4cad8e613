// docs/diagnostics.md and .ko.md list every code with what is said in one example. They are made of the cases under
// input/ (vitest -u writes them anew), so that they cannot tell of a message that nobody gets.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { Diagnostic } from '../../src/files/diagnostic.js'
import { loadCase } from '../../src/files/loadCase.js'
import { examine } from '../../src/lint/examination.js'
import { limits } from '../../src/model/limits.js'
import { narrativeNesting } from '../../src/narrative/nesting.js'
import { readCaseFolder } from '../../src/publish/readFolder.js'
import { diagnosticCodes, diagnosticMessage } from '../../src/words/diagnostics/diagnosticWords.js'

type Example = Pick<Diagnostic, 'severity' | 'values'>
const error = (values: Example['values']): Example => ({ severity: 'error', values })
const warning = (values: Example['values']): Example => ({ severity: 'warning', values })

/** Examples of what no small folder of files brings about. */
const others: Readonly<Record<string, Example>> = {
  'attachments-too-large': error({ limit: limits.attachmentsBytes }),
  'case-too-large': error({ limit: limits.caseBytes }),
  'directive-bad-time': warning({ name: 'timeline', text: 'noon' }),
  'directive-unknown-id': warning({ name: 'fact', section: 'facts', id: 'users-notcie' }),
  'directive-without-id': warning({ name: 'verdict', attribute: 'if' }),
  'expression-deep': error({ limit: limits.expressionDepth }),
  'expression-long': error({ limit: limits.expressionLength }),
  'file-too-large': error({ limit: limits.fileBytes }),
  'folders-too-deep': error({ limit: limits.folderDepth }),
  'if-requires': error({ id: 'tools-in-two-sites', other: 'second-site' }),
  'ifs-unchecked': warning({ all: 400, checked: 20 }),
  'link-out-of-folder': error({}),
  'link-to-folder': warning({}),
  'long-id': error({ limit: limits.idLength }),
  loop: error({ components: 'a, b' }),
  'narrative-too-deep': warning({ limit: narrativeNesting }),
  'not-a-file': error({}),
  'too-many-changes': error({ limit: 1_000_000, components: 'a, b' }),
  'too-many-entries': error({ limit: limits.entries }),
  'too-many-files': error({ limit: limits.files }),
  'too-many-problems': error({ shown: limits.diagnostics, left: 100 }),
  'too-many-values': error({ limit: limits.values }),
  'too-many-works': error({ limit: 1_000_000, components: 'a, b' }),
  'unknown-directive': warning({ name: 'fcat' }),
  'unreadable-file': error({ reason: 'EACCES' }),
}

const head = {
  en: `# Diagnostics

What \`manil check\` can say, by code. A code keeps its meaning from version to version. Errors keep a case from being run;
warnings do not. The messages are examples: ids and values are those of small test cases.

| code | | what is wrong | what to do |
| --- | --- | --- | --- |
`,
  ko: `# 진단

\`manil check\`가 할 수 있는 말을 코드의 차례로 적는다. 코드의 뜻은 판이 바뀌어도 그대로이다. 오류가 있으면 사례를 실행할 수 없고, 주의는
그렇지 않다. 메시지는 보기이다. id와 값은 작은 시험 사례의 것이다.

| 코드 | | 무엇이 잘못되었나 | 무엇을 하나 |
| --- | --- | --- | --- |
`,
}
const severities = { en: { error: 'error', warning: 'warning' }, ko: { error: '오류', warning: '주의' } }

it.each(['en', 'ko'] as const)('lists every code in %s', async language => {
  const examples = new Map<string, Example>(Object.entries(others))
  const input = fileURLToPath(new URL('./input', import.meta.url))
  for (const name of readdirSync(input).sort()) {
    const { id, files, problems } = readCaseFolder(join(input, name))
    for (const one of examine(loadCase(id, files, { problems })).found) {
      if (!examples.has(one.code)) examples.set(one.code, one)
    }
  }
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
  const rows = diagnosticCodes().map(code => {
    const example = examples.get(code)
    if (example === undefined) throw new Error(`No example for ${code}.`)
    const { what, todo } = diagnosticMessage(code, example.values, language)
    expect(`${what} ${todo}`).not.toMatch(/undefined|NaN/)
    return `| \`${code}\` | ${severities[language][example.severity]} | ${cell(what)} | ${cell(todo)} |\n`
  })
  const file = language === 'en' ? 'diagnostics.md' : 'diagnostics.ko.md'
  await expect(head[language] + rows.join('')).toMatchFileSnapshot(`../../docs/${file}`)
})
