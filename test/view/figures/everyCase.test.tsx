import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { CaseDocument } from '../../../src/model/case.js'
import { RecoveryPath } from '../../../src/view/path/recoveryPathFigure.js'
import { Recovery } from '../../../src/view/recovery/recovery.js'
import { Replay } from '../../../src/view/replay/replay.js'
import { openReport } from '../../../src/view/report.js'

// What this proves: every system of the conformance cases can be drawn, deadlocks and outages without an end included, and no
// number that is not one gets into a picture.

const FOLDER = join(import.meta.dirname, '../../conformance')
const FILES = readdirSync(FOLDER).filter(name => name.endsWith('.yaml'))

describe('every conformance case', () => {
  test('is there', () => expect(FILES.length).toBeGreaterThan(40))

  test.each(FILES)('%s', file => {
    const written = parse(readFileSync(join(FOLDER, file), 'utf8')) as Pick<
      CaseDocument,
      'components' | 'events'
    >
    const document: CaseDocument = {
      case: { title: file, timezone: 'UTC', start: '2024-01-01 00:00', horizon: '30d' },
      components: written.components ?? {},
      events: written.events ?? {},
    }
    const report = openReport({
      caseId: file,
      language: 'en',
      editions: [],
      document,
      attachments: [],
      withheld: [],
      checksum: '',
      version: '',
    })
    expect(report.model).not.toBeNull()
    const drawn = [
      render(<Replay report={report} />),
      render(<Recovery report={report} />),
      ...report.model!.services.map(of => render(<RecoveryPath report={report} of={of} />)),
    ].join('')
    expect(drawn).toContain('<svg')
    expect(drawn).not.toMatch(/NaN|Infinity|undefined|\[object/)
  })
})
