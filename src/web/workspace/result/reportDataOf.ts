import type { CaseDocument, Language } from '../../../model/case.js'
import type { ReportData } from '../../../view/reportData.js'

/** A case that is being written, as the data of a report: without attachments and checksum. */
export function reportDataOf(caseId: string, document: CaseDocument, language: Language): ReportData {
  return {
    caseId,
    language,
    editions: [],
    document,
    attachments: [],
    withheld: [],
    checksum: '',
    version: '',
  }
}
