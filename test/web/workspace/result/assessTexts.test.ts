/** Proves that what stands beside the texts is what the program says of them: of a whole case, of a broken one, of one without a model. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { fidelity } from '../../../../src/assess/fidelity.js'
import { openSession } from '../../../../src/assess/session.js'
import { CaseReader } from '../../../../src/files/caseReader.js'
import { loadCase } from '../../../../src/files/loadCase.js'
import { assessTexts } from '../../../../src/web/workspace/result/assessTexts.js'
import { fidelityWords } from '../../../../src/words/fidelity/fidelityWords.js'

const folder = fileURLToPath(new URL('../../../../cases/kakao-2022', import.meta.url))
const files = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(({ name }) => ({ path: name, text: readFileSync(join(folder, name), 'utf8') }))

test('a whole case: the fidelity line, services and questions are those of the command line', () => {
  const result = assessTexts('kakao-2022', files, 'ko', new CaseReader())
  const session = openSession(loadCase('kakao-2022', files).document!)
  if (!('baseline' in session)) throw new Error('The case does not run.')
  expect(result).toMatchObject({ errors: 0, broken: false })
  expect(result.model?.fidelityLine).toBe(fidelityWords('ko').line(fidelity(session)))
  expect(result.model?.services.map(({ component }) => component)).toEqual(session.services)
  expect(result.model?.questions.length).toBeGreaterThan(0)
  expect(structuredClone(result)).toEqual(result)
})

test('a broken case says where, and has no run', () => {
  const broken = files.map(file =>
    file.path === 'timeline.yaml'
      ? { ...file, text: file.text.replace('phase: context', 'phase: nonsense') }
      : file,
  )
  const result = assessTexts('kakao-2022', broken, 'en', new CaseReader())
  expect(result).toMatchObject({ errors: 1, broken: true, model: null })
  expect(result.found[0]).toMatchObject({
    file: 'timeline.yaml',
    path: ['facts', 'no-anomaly-before', 'phase'],
  })
})

test('facts alone have no model, and nothing is wrong with them', () => {
  const text =
    'case: { title: A, timezone: UTC, start: 2022-10-15 15:00, languages: [en] }\nfacts:\n  a: { at: 2022-10-15 15:10, text: It rained }\n'
  const result = assessTexts('a', [{ path: 'case.yaml', text }], 'en', new CaseReader())
  expect(result).toMatchObject({ errors: 0, broken: false, model: null })
})
