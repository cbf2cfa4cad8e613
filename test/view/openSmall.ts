import { loadCase } from '../../src/files/loadCase.js'
import type { CaseDocument, Language } from '../../src/model/case.js'
import { openReport, type Report } from '../../src/view/report.js'

/** A report of a case written in one YAML text. */
export function openSmall(yaml: string, language: Language = 'ko'): Report {
  const loaded = loadCase('small', [{ path: 'case.yaml', text: yaml }])
  const wrong = loaded.problems.filter(({ severity }) => severity === 'error')
  if (wrong.length > 0) throw new Error(wrong.map(({ code, line }) => `${line}: ${code}`).join(', '))
  return openReport({
    caseId: 'small',
    language,
    editions: [],
    document: loaded.document as CaseDocument,
    attachments: [],
    withheld: [],
    checksum: '',
    version: '0',
  })
}
