import { eachConditionText } from '../model/conditions.js'
import { parseExpression } from '../model/expression/parse.js'
import type { Syntax } from '../model/expression/syntax.js'
import { type Problem, warning } from '../model/problem.js'
import type { Rule } from './rule.js'

/** `and` and `or` mixed without brackets: few readers know which binds first. */
export const mixedAndOr: Rule = ({ document }) => {
  const problems: Problem[] = []
  eachConditionText(document, (text, path) => {
    const syntax = parseExpression(text)
    if ('problem' in syntax) return
    const mixed = firstMixed(syntax)
    if (mixed !== null) problems.push(warning('mixed-and-or', path, {}, { within: mixed.span }))
  })
  return problems
}

function firstMixed(syntax: Syntax): Syntax | null {
  if (syntax.op === 'id' || syntax.op === 'atLeast') return null
  if (syntax.op === 'not') return firstMixed(syntax.of)
  if (syntax.op === 'or' && syntax.mixed) return syntax
  for (const part of syntax.of) {
    const found = firstMixed(part)
    if (found !== null) return found
  }
  return null
}
