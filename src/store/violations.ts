/** Whether a query failed because a key is taken. Both drivers give PostgreSQL's five-letter code. */
export function isUniqueViolation(fault: unknown): boolean {
  return codeOf(fault) === '23505'
}

/** Whether a query failed because what a row leads to is not there. */
export function isForeignKeyViolation(fault: unknown): boolean {
  return codeOf(fault) === '23503'
}

function codeOf(fault: unknown): unknown {
  return typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined
}
