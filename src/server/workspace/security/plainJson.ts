/** Why a text is not taken as JSON. */
export type JsonProblem = 'bad-json' | 'too-deep' | 'reserved-key'

/** Keys that mean something to the language itself: no document has them. */
const reservedKeys: ReadonlySet<string> = new Set(['__proto__'])

/**
 * What keeps a text from being taken as JSON, or null. Its nesting is counted before it is parsed, so that depth costs
 * nothing; afterwards no key in it can reach a prototype.
 */
export function jsonProblem(text: string, nesting: number): JsonProblem | null {
  if (depthOf(text) > nesting) return 'too-deep'
  let reserved = false
  try {
    JSON.parse(text, (key, value) => {
      if (reservedKeys.has(key)) reserved = true
      return value
    })
  } catch {
    return 'bad-json'
  }
  return reserved ? 'reserved-key' : null
}

/** The deepest nesting of brackets outside strings. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (inString) {
      if (character === '\\') index++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth)
    else if (character === ']' || character === '}') depth--
  }
  return deepest
}
