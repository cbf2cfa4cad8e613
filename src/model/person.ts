/**
 * Keys by which a case might name a person or a department as a cause. There is no such field: a cause is a condition
 * of the system, and a team enters only as capacity (DESIGN.md §2). Who looks for one is told so.
 */
const keys: ReadonlySet<string> = new Set([
  'person',
  'people',
  'who',
  'whom',
  'by-whom',
  'responsible',
  'responsibility',
  'accountable',
  'blame',
  'blamed',
  'fault-of',
  'at-fault',
  'guilty',
  'culprit',
  'offender',
  'engineer',
  'employee',
  'worker',
  'manager',
  'human-error',
  'operator-error',
  'department',
  'dept',
  'division',
  '사람',
  '담당자',
  '담당',
  '책임자',
  '책임',
  '실무자',
  '작업자',
  '직원',
  '부서',
  '잘못',
  '탓',
])

/** Whether an unknown key looks for a person or a department. */
export function seeksPerson(key: string): boolean {
  return keys.has(key.toLowerCase().replace(/[_ ]/g, '-'))
}
