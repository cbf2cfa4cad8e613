import { parse } from 'yaml'
import type { CaseDocument } from '../../src/model/case.js'
import { compileCase } from '../../src/model/compile.js'
import type { CompiledCase } from '../../src/model/compiled.js'

/** A document of YAML without a head: Asia/Seoul, from 15:19 on 15 October 2022. */
export function document(text: string): CaseDocument {
  return { case: { title: 'Test', timezone: 'Asia/Seoul', start: '2022-10-15 15:19' }, ...parse(text) }
}

/** A sound document, compiled. */
export function compiled(text: string): CompiledCase {
  const result = compileCase(document(text))
  if (result.compiled === null) throw new Error(JSON.stringify(result.problems))
  return result.compiled
}
