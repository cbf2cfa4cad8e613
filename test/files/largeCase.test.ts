// A case with ten thousand facts opens well within two seconds, and what a change of one of them brings is there within one: reading,
// examining, holding the model against the facts, and the questions.

import { expect, it } from 'vitest'
import { fidelity } from '../../src/assess/fidelity.js'
import { questions } from '../../src/assess/questions.js'
import type { CaseFile } from '../../src/files/caseFile.js'
import { CaseReader } from '../../src/files/caseReader.js'
import { editCase } from '../../src/files/editCase.js'
import { entriesOf } from '../../src/files/entries.js'
import { loadCase } from '../../src/files/loadCase.js'
import { examine } from '../../src/lint/examination.js'
import { caseFolder } from './caseFolder.js'

const count = 9_800
const states = ['down', 'impaired', 'up']

/** The case of Kakao with a fact for every few minutes of the month after. */
function largeCase(): readonly CaseFile[] {
  const files = caseFolder('cases/kakao-2022')
  const facts = Array.from({ length: count }, (_, n) => {
    const time = new Date(Date.UTC(2022, 9, 15, 15, 19) + n * 240_000).toISOString()
    const shows = n % 8 === 0 ? `\n    shows: { talk-text: ${states[n % 3]} }` : ''
    return `  written-${n}:
    at: ${time.slice(0, 10)} ${time.slice(11, 16)}${n % 3 === 0 ? ' ± 5m' : ''}
    text:
      ko: 지하 3층의 배터리 하나에서 불꽃이 일고 불이 났다. ${n}
      en: Sparks, then fire, in one battery on floor B3. ${n}${shows}
    sources: [edaily-fire, msit-2022-12-06]
`
  })
  return files.map(({ path, text }) => ({
    path,
    text: path === 'timeline.yaml' ? `${text}${facts.join('')}` : text,
  }))
}

/** Milliseconds of the processor, not of the clock: other tests run beside this one. */
function took<T>(make: () => T): [T, number] {
  const began = process.cpuUsage()
  const made = make()
  const { user, system } = process.cpuUsage(began)
  return [made, (user + system) / 1_000]
}

it('is read, changed and read again in time', { timeout: 60_000 }, () => {
  const files = largeCase()
  const reader = new CaseReader()
  const whole = (given: readonly CaseFile[]) => {
    const loaded = loadCase('large', given, { reader })
    const { found, session } = examine(loaded)
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([])
    const held = fidelity(session!)
    return { facts: held.byFact.length, questions: questions(session!, held).length, loaded }
  }
  const [rows, listedMs] = took(() => entriesOf(files, 'facts', reader))
  expect(rows.length).toBeGreaterThan(count)
  const [first, firstMs] = took(() => whole(files))
  const edit = { kind: 'set', path: ['facts', 'written-5000', 'text'], value: '바뀐 글' } as const
  const [edited, editedMs] = took(() => editCase(files, edit, reader))
  if ('refused' in edited) throw new Error(edited.refused.code)
  const [again, againMs] = took(() => whole(edited.files))
  expect(again.loaded.document?.facts?.['written-5000']?.text).toBe('바뀐 글')
  expect(again.facts).toBe(first.facts)
  expect(listedMs).toBeLessThan(500)
  expect(firstMs).toBeLessThan(2_000)
  expect(editedMs).toBeLessThan(100)
  expect(againMs).toBeLessThan(1_000)
})
