import type { Condition } from '../../../model/case.js'
import { printCondition } from '../../../model/expression/print.js'

/** A condition as one line; a list means `and`. */
export function conditionText(value: unknown): string {
  const isList = Array.isArray(value) && value.every(part => typeof part === 'string')
  return typeof value === 'string' || isList ? printCondition(value as Condition) : ''
}
