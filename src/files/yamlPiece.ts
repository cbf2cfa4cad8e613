import { type Document, isAlias, isMap, isNode, isScalar, type Pair, type Scalar, visit } from 'yaml'
import { parsedYaml } from './parseYaml.js'
import { quickPair } from './quickValue.js'
import type { FileProblem } from './yamlFile.js'
import type { ParserError } from './yamlProblems.js'
import { keyText, OutOfBounds, rangeOf, Walk } from './yamlWalk.js'

/** A key with its value, read by itself. Offsets count from the beginning of its own text. */
export interface YamlPiece {
  readonly text: string
  readonly value: unknown
  /** Values in it. */
  readonly values: number
  readonly errors: readonly ParserError[]
  readonly warnings: readonly ParserError[]
  /** What is wrong with the values. */
  readonly problems: readonly FileProblem[]
  /** The parser's nodes: made when somebody asks where something stands, and kept. */
  readonly document: () => Document.Parsed
}

/**
 * Reads one key with its value. `depth` is 0 for a top-level key and 1 for an entry. Null where its meaning may depend on what
 * stands around it (anchors, something left open), or where it is no single key.
 */
export function readPiece(text: string, key: string, keyFrom: number, depth: 0 | 1): YamlPiece | null {
  const quick = quickPair(text, 0)
  if (quick !== null && quick.key === key) {
    let document: Document.Parsed | undefined
    return {
      text,
      value: quick.value,
      values: quick.values,
      errors: [],
      warnings: [],
      problems: [],
      document: () => (document ??= parsedYaml(text) ?? unreadable(text)),
    }
  }
  const document = parsedYaml(text)
  if (document === null || !isSingle(document, key, keyFrom) || isLinked(document)) return null
  if (document.errors.length > 0 && !endsByItself(document, text, keyFrom)) return null
  const problems: FileProblem[] = []
  const walk = new Walk(text, problems)
  try {
    const map = isMap(document.contents) ? walk.map(document.contents, depth) : {}
    const { errors, warnings } = document
    return {
      text,
      value: map[key],
      values: walk.values,
      errors,
      warnings,
      problems,
      document: () => document,
    }
  } catch (reason) {
    if (reason instanceof OutOfBounds) return null
    throw reason
  }
}

function unreadable(text: string): never {
  throw new Error(`A text that was read without the parser is more than it can read: ${text.slice(0, 80)}`)
}

function isSingle({ contents }: Document.Parsed, key: string, keyFrom: number): boolean {
  if (!isMap(contents) || contents.flow || contents.items.length !== 1) return false
  const [pair] = contents.items as readonly Pair[]
  return isScalar(pair?.key) && keyText(pair.key as Scalar) === key && rangeOf(pair.key)[0] === keyFrom
}

/** Whether there is an anchor or an alias: what it means is decided by the whole file. */
function isLinked(document: Document.Parsed): boolean {
  let found = false
  visit(document, (_, node) => {
    if (!isAlias(node) && !(isNode(node) && 'anchor' in node && node.anchor !== undefined)) return undefined
    found = true
    return visit.BREAK
  })
  return found
}

const neighbour = 'neighbour'

/**
 * Whether a text with errors leaves the parser where it found it: another key written below is then read as one, and brings no
 * error of its own. So what comes after it in the file is not touched by what is wrong here.
 */
function endsByItself(document: Document.Parsed, text: string, keyFrom: number): boolean {
  const lines = text.endsWith('\n') ? text : `${text}\n`
  const together = parsedYaml(`${lines}${' '.repeat(keyFrom)}${neighbour}: 0\n`)
  if (together === null || !isMap(together.contents) || together.contents.items.length !== 2) return false
  const [, added] = together.contents.items as readonly Pair[]
  const isRead =
    isScalar(added?.key) && added.key.value === neighbour && isScalar(added.value) && added.value.value === 0
  if (!isRead || rangeOf(added.key)[0] !== lines.length + keyFrom) return false
  return signature(document.errors) === signature(together.errors)
}

function signature(errors: readonly ParserError[]): string {
  return JSON.stringify(errors.map(({ code, pos, message }) => [code, pos, message]))
}
