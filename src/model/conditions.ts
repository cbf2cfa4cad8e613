import type { CaseDocument, Condition } from './case.js'
import type { CasePath } from './problem.js'

const conditionKeys = new Set(['needs', 'full', 'when', 'unless'])

/** Calls `visit` for every text of a condition in the components, events and ifs of a case, in the order of the document. */
export function eachConditionText(
  document: CaseDocument,
  visit: (text: string, path: CasePath) => void,
): void {
  const search = (value: unknown, path: CasePath): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      const at = [...path, Array.isArray(value) ? Number(key) : key]
      const isEntry = path.length === 1 || (path[0] === 'ifs' && path.length === 3)
      if (!isEntry && conditionKeys.has(key)) visitCondition(inner as Condition | null, at)
      else if (key !== 'basis' && key !== 'crew' && key !== 'fail') search(inner, at)
    }
  }
  const visitCondition = (condition: Condition | null, path: CasePath): void => {
    if (typeof condition === 'string') visit(condition, path)
    else if (Array.isArray(condition)) {
      condition.forEach((text, place) => {
        if (typeof text === 'string') visit(text, [...path, place])
      })
    }
  }
  for (const section of ['components', 'events', 'ifs', 'scenarios'] as const) {
    search(document[section], [section])
  }
}
