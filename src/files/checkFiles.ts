import type { CaseDocument } from '../model/case.js'
import { limits } from '../model/limits.js'
import { nearest } from '../model/nearest.js'
import { type CasePath, error, type Problem, warning } from '../model/problem.js'
import { type CaseFile, roleOf } from './caseFile.js'

/** Whether the files that the case speaks of are there: evidence, and a narrative for each language. */
export function checkFiles(document: CaseDocument, files: readonly CaseFile[]): readonly Problem[] {
  const problems: Problem[] = []
  const attached = files.filter(({ path }) => roleOf(path) === 'attachment').map(({ path }) => path)
  const known = new Set(attached)
  const check = (file: string, path: CasePath) => {
    if (known.has(file)) return
    const suggestion = problems.length < limits.suggestions ? nearest(file, attached) : null
    problems.push(error('missing-file', path, { file }, suggestion === null ? {} : { suggestion }))
  }
  for (const [id, fact] of Object.entries(document.facts ?? {})) {
    for (const [place, file] of (fact.evidence ?? []).entries()) check(file, ['facts', id, 'evidence', place])
  }
  for (const [id, source] of Object.entries(document.sources ?? {})) {
    if (source.file !== undefined) check(source.file, ['sources', id, 'file'])
  }
  document.case.languages?.forEach((language, place) => {
    const file = `report.${language}.md`
    if (files.some(({ path }) => path === file) || document.case.languages?.indexOf(language) !== place)
      return
    problems.push(warning('missing-narrative', ['case', 'languages', place], { file, language }))
  })
  return problems
}
