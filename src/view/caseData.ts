import type { ReportData } from './reportData.js'

/**
 * `case.json`: the public data of a case. Published beside the page, and made again from what the page carries when a reader asks
 * for it, to the same bytes: so a page that was sent on alone still hands out data that its checksum vouches for.
 */
export function caseData({
  caseId,
  version,
  document,
  withheld,
  attachments,
}: Pick<ReportData, 'caseId' | 'version' | 'document' | 'withheld' | 'attachments'>): string {
  const content = {
    case: caseId,
    manil: version,
    document,
    withheld,
    attachments: attachments.map(({ path, sha256, bytes }) => ({ path, sha256, bytes })),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}
