import { describe, expect, test } from 'vitest'
import { fidelity } from '../../src/assess/fidelity.js'
import { judge } from '../../src/assess/verdict.js'
import { loadCase } from '../../src/files/loadCase.js'
import type { CaseDocument } from '../../src/model/case.js'
import { readCaseFolder } from '../../src/publish/readFolder.js'
import { opened } from './notation.js'

// What this proves: what the report on Daejeon says in words, in its headings and between its computed verdicts, is what the
// model says. Whoever changes the model learns here which sentence is no longer true.

const folder = new URL('../../cases/nirs-2025', import.meta.url).pathname
const session = opened(loadCase('nirs-2025', readCaseFolder(folder).files).document as CaseDocument)

function verdict(service: string, ...ifs: string[]) {
  const found = judge(session, ifs).verdicts.find(({ component }) => component === service)
  if (found === undefined) throw new Error(`${service} is no service.`)
  return found
}

function met(objective: string, ...ifs: string[]): boolean | undefined {
  return judge(session, ifs).objectives.find(({ id }) => id === objective)?.held
}

describe('the report on Daejeon', () => {
  test('a wall alone does not keep the centre up, and what did not burn waits longer', () => {
    for (const service of session.services) {
      expect(verdict(service, 'battery-separation').structural.goesDown).toBe(true)
    }
    expect(verdict('every-system', 'battery-separation').deltaMs).toBeLessThan(0)
    expect(verdict('undamaged', 'battery-separation').deltaMs).toBeGreaterThan(0)
    expect(met('no-drive-lost', 'battery-separation')).toBe(true)
  })

  test('with zones what did not burn stays on, and what burns still burns', () => {
    expect(verdict('undamaged', 'zoned-cutoff').structural.goesDown).toBe(false)
    expect(verdict('grade-1', 'zoned-cutoff').deltaMs).toBe(0)
    expect(met('no-drive-lost', 'zoned-cutoff')).toBe(false)
  })

  test('wall and zones together keep everything up, also while the batteries are being moved', () => {
    for (const service of session.services) {
      expect(verdict(service, 'battery-separation', 'zoned-cutoff').structural.goesDown).toBe(false)
    }
  })

  test('a tool without standby servers changes nothing; with them it beats hands', () => {
    expect(verdict('grade-1', 'switch-tool').deltaMs).toBe(0)
    const byHand = verdict('grade-1', 'standby-grade-1').deltaMs
    expect(byHand).toBeLessThan(0)
    expect(verdict('grade-1', 'standby-grade-1', 'switch-tool').deltaMs).toBeLessThan(byHand)
  })

  test('a copy brings G-Drive back and leaves the other services as they were', () => {
    for (const service of session.services.filter(id => id !== 'g-drive')) {
      expect(verdict(service, 'drive-copied').deltaMs).toBe(0)
    }
    expect(verdict('g-drive').structural.comesBack).toBe('not-at-all')
    expect(verdict('g-drive', 'drive-copied').structural.comesBack).not.toBe('not-at-all')
  })

  test('a daily backup for all meets an objective about data and shortens nothing', () => {
    for (const service of session.services) {
      expect(verdict(service, 'daily-backup-for-all').deltaMs).toBe(0)
    }
    expect(met('grades-3-4-lose-a-day-at-most')).toBe(false)
    expect(met('grades-3-4-lose-a-day-at-most', 'daily-backup-for-all')).toBe(true)
  })

  test('of the counts that were left out of the fit the first two agree, and the third comes days early', () => {
    const { byFact } = fidelity(session)
    expect(byFact.filter(({ kind }) => kind === 'test').map(({ id, verdict: how }) => [id, how])).toEqual([
      ['restored-340', 'agrees'],
      ['half-restored', 'agrees'],
      ['restored-640', 'off'],
    ])
    expect(byFact.find(({ id }) => id === 'restored-640')?.errorMs).toBeLessThan(-3 * 86_400_000)
  })

  test('the move is what the fire starts from, because that was put in', () => {
    for (const condition of ['batteries-not-moved', 'moved-isolated', 'moved-at-low-charge']) {
      expect(verdict('every-system', condition).structural.goesDown).toBe(false)
    }
  })
})
