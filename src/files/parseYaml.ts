import { Composer, type CST, type Document, Lexer, Parser, YAMLParseError } from 'yaml'
import { limits } from '../model/limits.js'

/**
 * How many nodes may be open at once while a text is parsed: more than `limits.nesting`, so that what nests a little too deep is
 * told with its place, and few enough for any stack. The parser calls itself once for each, and it must never find the end of the
 * stack: V8 ends the whole process, and throws nothing, where a regular expression is compiled there.
 */
const openNodes = 8 * limits.nesting

/** The document of a text; null where it nests deeper than is read at all. */
export function parsedYaml(text: string): Document.Parsed | null {
  const tokens = boundedTokens(text)
  if (tokens === null) return null
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: 'error' })
  const [first, second] = composer.compose(tokens, true, text.length)
  if (second !== undefined) {
    const [from, to] = second.range
    first!.errors.push(new YAMLParseError([from, to], 'MULTIPLE_DOCS', 'Another document begins here.'))
  }
  return first!
}

/** What a text of YAML stands for, without aliases; undefined where it is no YAML. */
export function yamlValue(text: string): unknown {
  const document = parsedYaml(text)
  if (document === null || document.errors.length > 0) return undefined
  try {
    return document.toJS({ maxAliasCount: 0 }) as unknown
  } catch {
    return undefined
  }
}

function boundedTokens(text: string): readonly CST.Token[] | null {
  const tokens: CST.Token[] = []
  const parser = new Parser()
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token)
    if (parser.stack.length > openNodes) return null
  }
  for (const token of parser.end()) tokens.push(token)
  return tokens
}
