import type { Addressee } from '../../words/ourselves/ourselvesWords.js'
import type { Report } from '../report.js'

/** Those whom a condition is for, in the order in which they are asked. */
export const ADDRESSEES: readonly Addressee[] = [
  'facility',
  'fire-service',
  'operator',
  'regulator',
  'anyone',
]

/** Whom a condition is for. */
export function addresseeOf(report: Report, id: string): Addressee {
  return report.document.ifs?.[id]?.for ?? 'anyone'
}

/** A condition as something that is so or not. */
export function conditionText(report: Report, id: string): string {
  return (
    report.text(report.document.portable?.ifs?.[id]?.condition) ||
    report.text(report.document.ifs?.[id]?.title) ||
    id
  )
}
