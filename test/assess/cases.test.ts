import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { drillAll } from '../../src/assess/drill.js'
import { explain } from '../../src/assess/explain.js'
import { fidelity } from '../../src/assess/fidelity.js'
import { moments } from '../../src/assess/moments.js'
import { outagePaths } from '../../src/assess/paths.js'
import { questions } from '../../src/assess/questions.js'
import { runJson } from '../../src/assess/runJson.js'
import type { CaseSession } from '../../src/assess/session.js'
import { judge } from '../../src/assess/verdict.js'
import { loadCase } from '../../src/files/loadCase.js'
import type { Text } from '../../src/model/case.js'
import { readCaseFolder } from '../../src/publish/readFolder.js'
import type { Language } from '../../src/words/durations.js'
import { fidelityWords } from '../../src/words/fidelity/fidelityWords.js'
import { pathWords } from '../../src/words/paths/pathWords.js'
import { quantityName } from '../../src/words/quantities.js'
import { questionWords } from '../../src/words/questions/questionWords.js'
import { openTimes } from '../../src/words/times.js'
import { verdictWords } from '../../src/words/verdicts/verdictWords.js'
import { opened } from './notation.js'

// Everything that can be said of the cases of this repository is said, in both languages, and reads as a sentence.

const CASES = new URL('../../cases/', import.meta.url)
const SLIPS = /undefined|NaN|null|Infinity|\[object|\(\)|「」|“”| {2}|\.\./

function namingIn(session: CaseSession, language: Language) {
  const { document, compiled } = session
  const said = (text: Text | undefined, id: string) =>
    text === undefined ? id : typeof text === 'string' ? text : (text[language] ?? id)
  const times = openTimes(compiled.main.startEpochMs, document.case.timezone, language)
  return {
    component: (id: string) => said(document.components?.[id]?.title, id),
    event: (id: string) => said(document.events?.[id]?.title, id),
    condition: (id: string) => said(document.ifs?.[id]?.title, id),
    fact: (id: string) => id,
    span: times.span,
  }
}

/** All sentences about a case in a language. */
function everything(session: CaseSession, language: Language): readonly string[] {
  const naming = namingIn(session, language)
  const assessed = fidelity(session)
  const lines = [fidelityWords(language).line(assessed), fidelityWords(language).short(assessed)]
  for (const question of questions(session, assessed))
    lines.push(questionWords(language).ask(question, naming))
  const words = verdictWords(language)
  for (const id of Object.keys(session.document.ifs ?? {})) {
    for (const verdict of judge(session, [id]).verdicts) {
      const service = naming.component(verdict.component)
      const rests = verdict.structural.rests.map(path => quantityName(path, naming, language))
      lines.push(words.short(verdict), words.sentence(verdict, [naming.condition(id)], service))
      lines.push(words.structural(verdict, rests), words.timed(verdict, [], verdict.withheldBy))
    }
  }
  for (const id of session.services) {
    for (const { steps } of outagePaths(session.with([]), id)) {
      for (const step of steps) {
        lines.push(pathWords(language).step({ ...step, component: naming.component(step.component) }))
      }
    }
  }
  return lines
}

const ids = readdirSync(CASES, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name)

describe.each(ids)('%s', id => {
  const { document } = loadCase(id, readCaseFolder(new URL(id, CASES).pathname).files)
  const session = document?.components === undefined ? null : opened(document)

  test.runIf(session !== null)('reads in both languages', () => {
    for (const language of ['ko', 'en'] as const) {
      for (const line of everything(session as CaseSession, language)) {
        expect(line).not.toMatch(SLIPS)
        expect(line).not.toMatch(/would have|should have|failed to|했어야|잘못했|실수/)
      }
    }
  })

  test.runIf(session !== null)('explains every outage down to where it ends, and drills every place', () => {
    const asked = session as CaseSession
    const variant = asked.with([])
    for (const { timeMs, changes } of moments(asked, variant.run)) {
      for (const { component } of changes) {
        expect(explain(variant, component, timeMs)).toMatchObject({ component, timeMs })
      }
    }
    for (const outcome of drillAll(asked)) expect(outcome.failed).toBe(false)
  })

  test.runIf(session !== null)('gives the same JSON on every run', () => {
    const again = opened((session as CaseSession).document)
    expect(JSON.stringify(runJson(id, again))).toBe(JSON.stringify(runJson(id, session as CaseSession)))
  })

  test.runIf(session !== null)('answers a toggled condition at once', () => {
    const asked = opened((session as CaseSession).document)
    const conditions = Object.keys(asked.document.ifs ?? {})
    const combinations = conditions.flatMap(a => conditions.map(b => [a, b])).slice(0, 40)
    const timesMs = combinations.map(combination => {
      // Time on the processor: a busy machine only adds to that by the clock.
      const before = process.cpuUsage()
      judge(asked, combination)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    })
    const sorted = timesMs.slice(timesMs.length / 2).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)] ?? 0).toBeLessThan(50)
  })
})
