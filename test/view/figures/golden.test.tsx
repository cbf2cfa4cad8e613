import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { IfCard } from '../../../src/view/ifs/ifCard.js'
import { IfPanel } from '../../../src/view/ifs/ifPanel.js'
import { RecoveryPath } from '../../../src/view/path/recoveryPathFigure.js'
import { Recovery } from '../../../src/view/recovery/recovery.js'
import { Replay } from '../../../src/view/replay/replay.js'
import type { Report } from '../../../src/view/report.js'
import { choose, openState } from '../../../src/view/reportState.js'
import { smallReport } from './smallCase.js'

// What this proves: each figure of the small case looks as it did when its drawing was last reviewed. UPDATE_GOLDEN=1
// writes the drawings anew; look at them before committing.

const FOLDER = join(import.meta.dirname, 'golden')

const figures: Record<string, (report: Report) => VNode> = {
  replay: report => <Replay report={report} />,
  'replay-with-ifs': report => {
    const state = openState(report)
    choose(report, state, ['tool-elsewhere'])
    return <Replay report={report} state={state} />
  },
  ifs: report => {
    const state = openState(report)
    choose(report, state, ['tool-elsewhere', 'more-operators'])
    return <IfPanel report={report} state={state} />
  },
  'if-card': report => <IfCard report={report} of="wall" />,
  recovery: report => {
    const state = openState(report)
    choose(report, state, ['tool-elsewhere'])
    return <Recovery report={report} state={state} />
  },
  path: report => <RecoveryPath report={report} of="photos" />,
}

describe('golden figures', () => {
  for (const language of ['ko', 'en'] as const)
    for (const [name, draw] of Object.entries(figures))
      test(`${name}, ${language}`, async () => {
        const drawn = `${lines(render(draw(await smallReport(language))))}\n`
        const file = join(FOLDER, `${name}.${language}.html`)
        if (process.env.UPDATE_GOLDEN !== undefined) {
          mkdirSync(FOLDER, { recursive: true })
          writeFileSync(file, drawn)
        }
        expect(existsSync(file)).toBe(true)
        expect(drawn).toBe(readFileSync(file, 'utf8'))
      })
})

/** One element a line, so that a difference shows where it is. */
const lines = (html: string) => html.replace(/></g, '>\n<')
