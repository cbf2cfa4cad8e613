import type { YAMLError } from 'yaml'
import type { SourceText } from './sourceText.js'
import type { FileProblem } from './yamlFile.js'

/** What the parser says of a text: the place, a code, and a sentence. */
export type ParserError = Pick<YAMLError, 'pos' | 'code' | 'message'>

/** The parser's errors in the words of a case: the first of each line, since the others follow from it. */
export function syntaxProblems(errors: readonly ParserError[], source: SourceText): FileProblem[] {
  const lines = new Map<number, ParserError[]>()
  for (const error of errors) {
    const { line } = source.placeOf(error.pos[0])
    const together = lines.get(line)
    if (together === undefined) lines.set(line, [error])
    else together.push(error)
  }
  return [...lines].map(([line, together]) => {
    const error = together[0]!
    const [at, to] = error.pos
    const codes = together.map(other => syntaxCode(other, together, source.line(line)))
    const code = codes.find(known => known !== 'not-yaml') ?? 'not-yaml'
    const from = openingOf(code, error, source.text) ?? at
    const values = { text: source.text.slice(from, Math.min(to, from + 40)).split('\n')[0] ?? '' }
    return { code, severity: 'error', from, to: from === at ? to : from + 1, values }
  })
}

/** Characters before an error in which what was left open is looked for. */
const searchedBack = 5_000

/** Where the bracket or the quote stands that was left open; null where it is not found. */
function openingOf(code: string, { pos: [at], message }: ParserError, text: string): number | null {
  if (code === 'unclosed-quote') {
    const opening = text.lastIndexOf(message.includes("'") ? "'" : '"', at - 1)
    return opening < 0 ? null : opening
  }
  if (code !== 'unclosed-bracket') return null
  let open = 0
  for (let place = at - 1; place >= Math.max(0, at - searchedBack); place--) {
    const character = text[place]
    if (character === '}' || character === ']') open++
    else if (character === '{' || character === '[') {
      if (open === 0) return place
      open--
    }
  }
  return null
}

function syntaxCode(error: ParserError, together: readonly ParserError[], line: string): string {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return 'tabs'
    case 'BLOCK_IN_FLOW':
      return 'unquoted-colon'
    case 'BLOCK_AS_IMPLICIT_KEY':
      return together.some(({ code }) => code === 'MULTILINE_IMPLICIT_KEY') ? 'bad-indent' : 'unquoted-colon'
    case 'BAD_INDENT':
      if (error.message.startsWith('Flow')) return 'unclosed-bracket'
      return /^\s*\t/.test(line) ? 'tabs' : 'bad-indent'
    case 'MISSING_CHAR':
      if (/quote/.test(error.message)) return 'unclosed-quote'
      return /Implicit map keys/.test(error.message) ? 'missing-colon' : 'not-yaml'
    case 'BAD_SCALAR_START':
      return 'needs-quotes'
    case 'MULTIPLE_DOCS':
      return 'several-documents'
    default:
      return 'not-yaml'
  }
}

/** Tags (`!x`) have no meaning in a case. */
export function tagProblems(warnings: readonly ParserError[]): FileProblem[] {
  return warnings.map(({ pos: [from, to] }) => ({
    code: 'yaml-tag',
    severity: 'error',
    from,
    to,
    values: {},
  }))
}
